import Foundation
import Testing

@Suite("What the documentation shows")
struct DocumentationTests {
  @Test("the generated pages are what the program says now; make docs writes them", arguments: try Self.pages)
  func generated(page: Page) throws {
    let outcome = try Sandbox().run(page.line)
    #expect(outcome.status == 0)
    let text = try? Data(contentsOf: Package.root.appending(path: "Documentation/\(page.path)"))
    #expect(text == outcome.output, "run make docs")
  }

  @Test("there is no page of a ruleset that is gone")
  func noStrangers() throws {
    let folder = Package.root.appending(path: "Documentation/Rules")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { "Rules/\($0)" }
    #expect(try Set(pages).subtracting(Self.pages.map(\.path)) == [])
  }

  @Test("man reads the manual page without a complaint", .enabled(if: isWanted("man")))
  func manualIsReadable() throws {
    let outcome = try Sandbox().run("metrolint help --man > metrolint.1; man --warnings -l metrolint.1")
    #expect(outcome.errorText == "")
    #expect(outcome.outputText.contains("metrolint - check sets of YAML files that refer to each other"))
  }

  @Test("the first page names every command")
  func commands() throws {
    let text = try String(contentsOf: Package.root.appending(path: "README.md"), encoding: .utf8)
    let help = try Sandbox().run("metrolint --help").outputText
    let names = commands(in: help)
    #expect(names.contains("check"))
    for name in names where name != "help" { #expect(text.contains("`metrolint \(name)"), "\(name)") }
  }

  @Test("the help of every command has its usage, its options and its exit status, within 80 columns")
  func help() throws {
    let sandbox = try Sandbox()
    let names = commands(in: try sandbox.run("metrolint --help").outputText)
    #expect(!names.isEmpty)
    for name in names {
      let outcome = try sandbox.run("metrolint \(name) --help")
      #expect(outcome.status == 0)
      for part in ["usage: metrolint \(name) ", "\noptions:\n", "\nexamples:\n", "\nexit status:\n"] {
        #expect(outcome.outputText.contains(part), "\(name): \(part)")
      }
      for line in outcome.outputText.split(separator: "\n") where !line.hasPrefix("  metrolint ") {
        #expect(line.count <= 80, "\(line)")
      }
      #expect(try sandbox.run("metrolint help \(name)").outputText == outcome.outputText)
    }
  }

  @Test("the manual page has every option of every command")
  func options() throws {
    let sandbox = try Sandbox()
    let manual = try text(of: "Documentation/metrolint.1").replacing("\\-", with: "-")
    for name in commands(in: try sandbox.run("metrolint --help").outputText) {
      let options = try sandbox.run("metrolint \(name) --help").outputText.matches(
        of: #/\n  (?:-\w, |    )(--[a-z-]+)/#)
      #expect(!options.isEmpty)
      for option in options { #expect(manual.contains(option.1), "\(name) \(option.1)") }
    }
  }

  @Test(
    "the pages tell the exit statuses as the program does",
    arguments: ["README.md", "Documentation/Configuration.md"])
  func statuses(page: String) throws {
    let help = try Sandbox().run("metrolint check --help").outputText
    let statuses = help.matches(of: #/\n  (\d)  (.+)/#)
    #expect(statuses.count == 4)
    let table = try text(of: page).replacing("`", with: "")
    for status in statuses { #expect(table.contains("\n| \(status.1) | \(status.2)"), "\(status.1)") }
  }

  @Test("what the first page shows of hooks and workflows stands in the examples")
  func shownExamples() throws {
    let examples = try FileManager.default.contentsOfDirectory(
      atPath: Package.root.appending(path: "Documentation/Examples").path)
    let lines = Set(
      try examples.flatMap { example in
        try text(of: "Documentation/Examples/\(example)").split(separator: "\n").map(String.init)
      })
    let blocks = try text(of: "README.md").matches(of: /```yaml\n([^`]*)```/)
    #expect(blocks.count == 2)
    for line in blocks.flatMap({ $0.1.split(separator: "\n") }) {
      #expect(lines.contains(String(line)), "\(line)")
    }
  }

  /// A page that the program writes.
  struct Page: Sendable, CustomTestStringConvertible {
    /// Its path from `Documentation`.
    let path: String
    /// What prints it.
    let line: String

    var testDescription: String { path }
  }

  private static var pages: [Page] {
    get throws {
      let rulesets = try FileManager.default.contentsOfDirectory(
        atPath: Package.root.appending(path: "Rules").path)
      let explain = "metrolint explain --format markdown"
      return [
        Page(path: "metrolint.1", line: "metrolint help --man"),
        Page(path: "Rules/built-in.md", line: explain + " --built-in"),
      ] + rulesets.sorted().map { Page(path: "Rules/\($0).md", line: "\(explain) --ruleset \($0)") }
    }
  }

  private func text(of path: String) throws -> String {
    try String(contentsOf: Package.root.appending(path: path), encoding: .utf8)
  }

  private func commands(in help: String) -> [String] {
    help.matches(of: #/\n  ([a-z]+)  /#).map { String($0.1) }
  }
}
