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

  @Test("the first page shows what is printed when an outcome code is misspelt")
  func firstPage() throws {
    let text = try String(contentsOf: Package.root.appending(path: "README.md"), encoding: .utf8)
    let block = try #require(text.firstMatch(of: /```console\n\$ (.*)\n([^`]*)```/))
    let sandbox = try Sandbox()
    try sandbox.copy("Samples/metropolis-2021", to: "Samples/metropolis-2021")
    let file = "Samples/metropolis-2021/activities/2021-03-08-international-womens-day.yaml"
    let activity = try #require(sandbox.text(of: file))
    try sandbox.write(activity.replacing("[L1A2D3]", with: "[L1A2D9]"), to: file)
    let outcome = try sandbox.run(String(block.1))
    #expect(outcome.outputText == String(block.2))
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

  private func commands(in help: String) -> [String] {
    help.matches(of: #/\n  ([a-z]+)  /#).map { String($0.1) }
  }
}
