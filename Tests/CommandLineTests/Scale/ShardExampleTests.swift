import Foundation
import Testing

/// The examples of `Documentation/Scale.md`, run over the sample as it was published, which has findings.
@Suite("Shards, as the documentation shows them")
struct ShardExampleTests {
  /// The code blocks of a language, in the order of the page.
  private static func blocks(_ language: String) throws -> [String] {
    let page = try String(
      contentsOf: Package.root.appending(path: "Documentation/Scale.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```\(language)\n").dropFirst()
    return blocks.compactMap { $0.components(separatedBy: "```\n").first }
  }

  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.copy("Samples/as-published", to: "set")
    return sandbox
  }

  /// Runs a line in the set and holds what it says against a check.
  private func expectSame(_ line: String, _ sandbox: Sandbox) throws {
    let check = try sandbox.run("cd set && metrolint check")
    #expect(check.status == 1)
    let shards = try sandbox.run("cd set && \(line)")
    #expect(shards.output == check.output, "\(shards.errorText)")
    #expect(shards.status == check.status)
    #expect(shards.errorText == check.errorText)
  }

  @Test("by hand")
  func byHand() throws {
    let sandbox = try sandbox()
    let example = try #require(try Self.blocks("sh").first)
    try sandbox.write(example, to: "example.sh")
    try expectSame("sh ../example.sh", sandbox)
  }

  @Test("with GNU parallel", .enabled(if: isWanted("parallel"), "parallel is not there"))
  func parallel() throws {
    let sandbox = try sandbox()
    let example = try #require(try Self.blocks("sh").last)
    #expect(example.contains("parallel"))
    try sandbox.write(example, to: "example.sh")
    try expectSame("sh ../example.sh", sandbox)
  }

  @Test("with Dask", .enabled(if: isInstalled("dask"), "there is no .venv"))
  func dask() throws {
    let sandbox = try sandbox()
    try sandbox.write(try #require(try Self.blocks("python").first), to: "example.py")
    let python = Package.root.appending(path: ".venv/bin/python3").path
    try expectSame("\(python) ../example.py", sandbox)
  }

  @Test(
    "in every format, as a check",
    arguments: ["human", "concise", "json", "jsonl", "junit", "sarif", "github", "gitlab", "rdjson"])
  func formats(format: String) throws {
    let sandbox = try sandbox()
    let facts = try sandbox.run(
      "for i in 1 2 3; do metrolint facts set --shard $i/3 -o $i.facts || exit; done")
    #expect(facts.status == 0)
    #expect(facts.outputText + facts.errorText == "")
    let check = try sandbox.run("metrolint check set --format \(format)")
    let join = try sandbox.run("metrolint join 3.facts 1.facts 2.facts set --format \(format)")
    #expect(!check.output.isEmpty)
    #expect(join.output == check.output)
    #expect(join.status == check.status)
  }
}
