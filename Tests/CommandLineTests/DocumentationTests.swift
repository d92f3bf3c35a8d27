import Foundation
import Testing

@Suite("What the documentation shows")
struct DocumentationTests {
  @Test("the manual page is what the program says now; make docs writes it")
  func manual() throws {
    let outcome = try Sandbox().run("metrolint help --man")
    let page = try Data(contentsOf: Package.root.appending(path: "Documentation/metrolint.1"))
    #expect(outcome.output == page)
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

  private func commands(in help: String) -> [String] {
    help.matches(of: #/\n  ([a-z]+)  /#).map { String($0.1) }
  }
}
