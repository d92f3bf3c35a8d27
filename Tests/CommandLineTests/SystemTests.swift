import Foundation
import Testing

@Suite("What the system does not give")
struct SystemTests {
  /// A file whose JSON is longer than a pipe holds.
  private func sandboxWithLongFile() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write((0..<50_000).map { "- {number: \($0)}\n" }.joined(), to: "long.yaml")
    return sandbox
  }

  @Test(
    "a full disk is told, with status 3", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let outcome = try Sandbox().run("metrolint --help > /dev/full")
    #expect(outcome.status == 3)
    #expect(outcome.errorText == "metrolint: cannot write to standard output: No space left on device\n")
  }

  @Test("a reader that has read enough ends it quietly")
  func closedPipe() throws {
    let outcome = try sandboxWithLongFile().run(
      "{ metrolint query '$[*]' long.yaml; echo $? > status; } | head -n 1; cat status")
    #expect(
      outcome.outputText == """
        {"path": "$[0]", "value": {"number": 0}, "file": "long.yaml", "range": \
        {"start": {"line": 1, "column": 3, "offset": 2}, "end": {"line": 1, "column": 14, "offset": 13}}}
        0

        """)
    #expect(outcome.errorText == "")
  }

  @Test("standard output that is closed from the start is a quiet end too, and no file gets the report")
  func closedOutput() throws {
    let sandbox = try Sandbox()
    try sandbox.write("a: 1\n", to: "a.yaml")
    let outcome = try sandbox.run("metrolint parse a.yaml >&-")
    #expect(outcome.status == 0)
    #expect(outcome.errorText == "")
    #expect(sandbox.text(of: "a.yaml") == "a: 1\n")
  }

  @Test("standard input that is closed has nothing in it")
  func closedInput() throws {
    let outcome = try Sandbox().run("metrolint parse - <&-")
    #expect(outcome.status == 0)
    #expect(outcome.errorText == "")
  }

  @Test("a signal ends it at once and quietly", arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func signals(name: String, status: Int32) throws {
    // It waits for a pipe that it holds open itself.
    let outcome = try Sandbox().run(
      "mkfifo pipe; timeout --preserve-status -s \(name) 0.3 metrolint parse - 0<>pipe")
    #expect(outcome.status == status)
    #expect(outcome.outputText == "")
    #expect(outcome.errorText == "")
  }

  @Test("a folder, a device and nothing are no files; a pipe is one")
  func strangeFiles() throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.run(
      """
      mkdir folder.yaml; mkfifo pipe; ln -s loop loop; ln -s nowhere broken
      echo 'a: 1' > pipe &
      metrolint parse folder.yaml /dev/null nosuch.yaml loop broken pipe
      """)
    #expect(outcome.status == 3)
    #expect(outcome.outputText == "{\"a\": 1}\n")
    #expect(
      outcome.errorText == """
        metrolint: folder.yaml is a folder, no file
        metrolint: /dev/null is a device, no file
        metrolint: there is no nosuch.yaml
        metrolint: loop cannot be read: Too many levels of symbolic links
        metrolint: there is no broken

        """)
  }
}
