import Foundation
import Testing

/// What is left of files when writing them does not go well.
@Suite("Writing that is stopped")
struct WritingTests {
  /// How many files a fix changes: enough that it is stopped among them.
  private static let count = 200
  private static let before = "uses: [zoe]\n" + String(repeating: "# text\n", count: 500)
  private static let after = before.replacing("zoe", with: "Zoé")

  private static func name(_ number: Int) -> String { "uses/\(1000 + number).yaml" }

  /// A set in which each of many files has one thing to fix.
  private func sandbox(count: Int = Self.count) throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("ruleset: rules\n", to: ".metrolint.yaml")
    try sandbox.write(
      """
      ruleset: team
      title: Names
      version: 1.0.0
      sources:
        names: {files: [names.yaml]}
        uses: {files: ["uses/*.yaml"]}
      indexes:
        name: {source: names, select: "$.names[*]", key: "@"}
      """, to: "rules/ruleset.yaml")
    try sandbox.write(
      """
      summary: A name that is used is known
      severity: error
      source: uses
      select: $.uses[*]
      reference: {index: name}
      examples:
        - files: {uses/a.yaml: "uses: [⟦x⟧]"}
      """, to: "rules/name-known.yaml")
    try sandbox.write("names: [Zoé]\n", to: "names.yaml")
    for number in 0..<count { try sandbox.write(Self.before, to: Self.name(number)) }
    return sandbox
  }

  /// Fixes the set, and sends a signal as soon as one of its files has changed.
  ///
  /// - Returns: how many files are old and how many new; all of them, since each must be one or the other.
  private func stop(_ sandbox: Sandbox, by signal: String, at number: Int) throws -> (old: Int, new: Int) {
    _ = try sandbox.run(
      """
      metrolint check --fix > output 2> errors & program=$!
      until grep -q Zoé \(Self.name(number)); do kill -0 $program || break; done 2> /dev/null
      kill -\(signal) $program 2> /dev/null
      wait $program
      """, seconds: 120)
    let texts = (0..<Self.count).map { sandbox.text(of: Self.name($0)) }
    let (old, new) = (texts.count { $0 == Self.before }, texts.count { $0 == Self.after })
    #expect(old + new == Self.count)
    return (old, new)
  }

  @Test("killed at any moment, each file is the old one or the new one, and fixing again ends it")
  func killed() throws {
    var isStoppedWithin = false
    for number in [0, 0, 60, 120] {
      let sandbox = try sandbox()
      let (old, new) = try stop(sandbox, by: "KILL", at: number)
      isStoppedWithin = isStoppedWithin || (old > 0 && new > 0)
      let outcome = try sandbox.run("metrolint check --fix -q; metrolint check", seconds: 120)
      #expect(outcome.outputText == "201 files, 201 documents, 14 rules: nothing found\n")
      #expect((0..<Self.count).allSatisfy { sandbox.text(of: Self.name($0)) == Self.after })
    }
    #expect(isStoppedWithin)
  }

  @Test(
    "a signal waits for the file that is being written, and leaves nothing behind",
    arguments: ["TERM", "INT"])
  func signal(name: String) throws {
    let sandbox = try sandbox()
    _ = try stop(sandbox, by: name, at: 0)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: sandbox.folder.appending(path: "uses").path)
    #expect(names.count == Self.count)
  }

  @Test(
    "a file that may not be written stays, is told, and keeps no other from being fixed",
    .enabled(if: canBeNobody))
  func readOnly() throws {
    let sandbox = try sandbox(count: 3)
    let asNobody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    let outcome = try sandbox.run(
      """
      chmod -R a+rwX .. && chmod 444 \(Self.name(1)) && cp "$(command -v metrolint)" ../metrolint
      \(asNobody) ../metrolint check --fix
      """)
    #expect(outcome.status == 3)
    #expect(outcome.errorText.contains("metrolint: cannot write \(Self.name(1)): Permission denied\n"))
    #expect(
      (0..<3).map { sandbox.text(of: Self.name($0)) == Self.after } == [true, false, true])
    #expect(sandbox.text(of: Self.name(1)) == Self.before)
  }

  @Test("on a full disk the old file stays, and nothing else is there", .enabled(if: canMount))
  func fullDisk() throws {
    let sandbox = try sandbox(count: 50)
    let outcome = try sandbox.run(
      """
      mkdir disk && unshare -rm sh -c 'mount -t tmpfs -o size=64k tmpfs disk
      echo old > disk/report && head -c 61000 /dev/zero > disk/fill
      metrolint check -q -f concise -o json=disk/report > output; echo $?
      metrolint check -q --write-baseline disk/report > output; echo $?
      cat disk/report; ls -A disk'
      """)
    #expect(outcome.outputText == "3\n3\nold\nfill\nreport\n")
    #expect(
      outcome.errorText
        == String(repeating: "metrolint: cannot write disk/report: No space left on device\n", count: 2))
  }

  @Test(
    "a reader of any format that has read enough ends it quietly, with the status of what was found",
    arguments: ["concise", "github", "gitlab", "human", "json", "jsonl", "junit", "rdjson", "sarif"])
  func closedPipe(format: String) throws {
    let outcome = try sandbox(count: 200).run(
      "{ metrolint check -f \(format); echo $? > status; } | head -c 1 > output; cat status")
    #expect(outcome.outputText == "1\n")
    #expect(outcome.errorText == "")
  }

  /// Whether a program can be run by somebody whom permissions bind.
  private static var canBeNobody: Bool { getuid() != 0 || isWanted("setpriv") }

  /// Whether the system lets this user have a small disk of their own, which containers often do not.
  private static var canMount: Bool {
    let line = "mkdir disk && unshare -rm mount -t tmpfs -o size=64k tmpfs disk"
    return (try? Sandbox().run(line).status) == 0
  }
}
