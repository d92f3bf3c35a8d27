import Foundation
import Testing

/// Files that are no data: each is one finding, the rest of the set is checked, and what depends on such a file is told
/// as not checked.
@Suite("Bad input")
struct BadInputTests {
  /// A set in which `uses` may name what `names` has anywhere.
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("ruleset: rules\n", to: ".metrolint.yaml")
    try sandbox.write(
      """
      ruleset: team
      title: Names
      version: 1.0.0
      sources:
        data: {files: ["data/*.yaml"]}
      indexes:
        name: {source: data, select: "$.names[*]", key: "@"}
      """, to: "rules/ruleset.yaml")
    try sandbox.write(
      """
      summary: A name that is used is known
      severity: error
      source: data
      select: $.uses[*]
      reference: {index: name}
      examples:
        - files: {data/a.yaml: "uses: [⟦x⟧]"}
      """, to: "rules/name-known.yaml")
    try sandbox.write("names: [Ada]\n", to: "data/names.yaml")
    try sandbox.write("uses: [Ada, Bob]\n", to: "data/uses.yaml")
    return sandbox
  }

  /// How one bad file comes to be, and the one line that is said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let making: String
    let finding: String

    var testDescription: String { making }
  }

  static let cases = [
    Case(
      making: "mkdir data/x.yaml",
      finding: "1:1: error: data/x.yaml is a folder, though its name is that of a file [unreadable-file]"),
    Case(
      making: "ln -s nowhere data/x.yaml",
      finding: "1:1: error: data/x.yaml is a link to something that is not there [unreadable-file]"),
    Case(
      making: "ln -s x.yaml data/x.yaml",
      finding: "1:1: error: data/x.yaml is a link that leads back to itself [unreadable-file]"),
    Case(
      making: "echo 'a: 1' > ../outside.yaml; ln -s ../../outside.yaml data/x.yaml",
      finding: "1:1: error: data/x.yaml is a link that leads out of the data set [unreadable-file]"),
    Case(
      making: "ln -s /dev/zero data/x.yaml",
      finding: "1:1: error: data/x.yaml is a link that leads out of the data set [unreadable-file]"),
    Case(
      making: "mkfifo data/x.yaml", finding: "1:1: error: data/x.yaml is no regular file [unreadable-file]"),
    Case(
      making: #"printf 'a: \377\n' > data/x.yaml"#,
      finding: "1:4: error: the bytes here are no UTF-8 [yaml-encoding]"),
    Case(
      making: #"printf 'a: b\000c\n' > data/x.yaml"#,
      finding: "1:5: error: a NUL character; text has none [yaml-encoding]"),
    Case(
      making: "{ printf 'a: '; head -c 20000000 /dev/zero | tr '\\0' x; } > data/x.yaml",
      finding: "1:4: error: this value has 20000000 bytes, more than the 16777216 allowed [yaml-limit]"),
    Case(
      making: "head -c 100000 /dev/zero | tr '\\0' '[' > data/x.yaml",
      finding: "1:1001: error: lists and mappings are nested deeper than the 1000 levels allowed [yaml-limit]"
    ),
    Case(
      making: """
        { echo 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
        for i in 1 2 3 4 5 6 7 8 9; do
          a="*a$((i - 1))"; echo "a$i: &a$i [$a, $a, $a, $a, $a, $a, $a, $a, $a, $a]"
        done; } > data/x.yaml
        """,
      finding: "6:45: error: aliases repeat more than the 1000000 nodes allowed [yaml-limit]"),
  ]

  @Test("a file that cannot be read is one finding, and what needs it is not checked", arguments: cases)
  func unreadable(_ sample: Case) throws {
    let sandbox = try sandbox()
    let outcome = try sandbox.run("{ \(sample.making)\n} && metrolint check -f concise -o json=report.json")
    #expect(outcome.outputText == "data/x.yaml:\(sample.finding)\n")
    #expect(outcome.errorText.hasPrefix("metrolint: not checked: name-known in data/uses.yaml"))
    #expect(outcome.status == 1)
    // Bob may be a name in the file that could not be read.
    let report = try #require(sandbox.text(of: "report.json"))
    let notes = report.matches(of: #/"rule": "name-known",\s*"path": "([^"]*)"/#).map { String($0.1) }
    #expect(notes == ["data/uses.yaml", "data/x.yaml"])
  }

  @Test(
    "a file with nothing in it is one document, and what needs it is not checked",
    arguments: ["", "# nothing\n", "\u{FEFF}", "\n\n"])
  func empty(text: String) throws {
    let sandbox = try sandbox()
    try sandbox.write(text, to: "data/x.yaml")
    let outcome = try sandbox.run("metrolint check")
    #expect(
      outcome.outputText == """
        3 files, 3 documents, 14 rules: nothing found in what could be checked
        not checked: name-known in data/uses.yaml and data/x.yaml: data/x.yaml is empty

        """)
    #expect(outcome.status == 0)
  }

  @Test("a file that says null says something")
  func null() throws {
    let sandbox = try sandbox()
    try sandbox.write("---\n", to: "data/x.yaml")
    let outcome = try sandbox.run("metrolint check -f concise")
    #expect(outcome.outputText == "data/uses.yaml:1:13: error: Bob is no name [name-known]\n")
    #expect(outcome.status == 1)
  }

  @Test(
    "a folder that is not looked into is one finding, and what needs its files is not checked",
    arguments: [
      ("ln -s .. data/more", "is a link that leads back to itself"),
      ("ln -s more data/more", "is a link that leads back to itself"),
      ("mkdir -p ../away; ln -s ../../away data/more", "is a link that leads out of the data set"),
    ])
  func folder(making: String, reason: String) throws {
    let sandbox = try sandbox()
    let outcome = try sandbox.run(
      """
      sed -i 's#data/[*]#data/**/*#' rules/ruleset.yaml; \(making)
      ln -s ../away data/notes; metrolint check; rm data/more; metrolint check -f concise
      """)
    #expect(
      outcome.outputText == """
        error[unreadable-file]: data/more \(reason)
          ╭─ data/more
          help: put the file itself there, or remove the link

        3 files, 2 documents, 14 rules: 1 error
        not checked: name-known in data/more and data/uses.yaml: data/more could not be read
        data/uses.yaml:1:13: error: Bob is no name [name-known]

        """)
  }

  @Test("a folder that is excluded may be anything")
  func excludedFolder() throws {
    let sandbox = try sandbox()
    let outcome = try sandbox.run(
      """
      sed -i 's#data/[*]#data/**/*#' rules/ruleset.yaml; mkdir ../away; ln -s ../../away data/more
      echo 'exclude: ["data/more/**"]' >> .metrolint.yaml; metrolint check -f concise
      """)
    #expect(outcome.outputText == "data/uses.yaml:1:13: error: Bob is no name [name-known]\n")
    #expect(outcome.errorText == "")
  }

  @Test(
    "a file or folder without permission is one finding", .enabled(if: canBeNobody),
    arguments: ["data/x.yaml", "data/more"])
  func noPermission(path: String) throws {
    let sandbox = try sandbox()
    // Permissions do not bind root, so the program runs as nobody, from where nobody can reach it.
    let asNobody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    let outcome = try sandbox.run(
      """
      sed -i 's#data/[*]#data/**/*#' rules/ruleset.yaml
      mkdir data/more; echo 'names: [Bob]' > data/x.yaml; chmod -R o+rX .. && chmod 000 \(path)
      cp "$(command -v metrolint)" ../metrolint && \(asNobody) ../metrolint check -f concise
      """)
    #expect(
      outcome.outputText
        == "\(path):1:1: error: \(path) cannot be opened: permission denied [unreadable-file]\n")
    #expect(outcome.status == 1)
  }

  /// Whether a program can be run by somebody whom permissions bind.
  private static var canBeNobody: Bool { getuid() != 0 || isWanted("setpriv") }
}
