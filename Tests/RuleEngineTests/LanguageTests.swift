import Findings
import Foundation
import RuleEngine
import Testing

/// The ruleset in `Language` has a rule for each kind and option, and an example for what each of them says at its edges.
@Suite("The ruleset language, by examples")
struct LanguageTests {
  private static let ruleset = Ruleset.read(
    RulesetFiles(
      origin: "Language",
      files: Folder.files(in: Folder.package.appending(path: "Tests/RuleEngineTests/Language")))
  ).ruleset

  @Test("each kind has a rule")
  func kinds() throws {
    let ruleset = try #require(Self.ruleset)
    #expect(
      Set(ruleset.rules.map(\.kindName)) == [
        "assert", "count", "matches", "order", "path", "reference", "schema", "total", "unique", "used",
        "within",
      ])
  }

  @Test("each example is right, however it is written", arguments: ruleset?.rules.map(\.id) ?? [])
  func examples(id: RuleID) throws {
    let ruleset = try #require(Self.ruleset)
    let outcome = ExampleRunner(ruleset).run(try #require(ruleset.rule(named: id)))
    #expect(!outcome.neverReports)
    for example in outcome.examples where !example.failures.isEmpty {
      Issue.record("\(example.title ?? ""), \(example.variant): \(example.failures)")
    }
  }
}
