import Findings
import Foundation
import RuleEngine
import Testing
import Workspace

@Suite("The rulesets inside the program")
struct BuiltInRulesetTests {
  @Test("are the same without examples, but for these", arguments: BuiltInRulesets.names)
  func withoutExamples(name: String) throws {
    let whole = try ruleset(name, examples: true)
    let short = try ruleset(name, examples: false)
    #expect(whole.rules.allSatisfy { !$0.examples.isEmpty })
    #expect(short.rules.allSatisfy { $0.examples.isEmpty })
    #expect(!whole.exampleFiles.isEmpty)
    #expect(short.exampleFiles.isEmpty)
    #expect(short.rules.map { said($0, in: short) } == whole.rules.map { said($0, in: whole) })
    #expect(short.sources.map(\.name) == whole.sources.map(\.name))
    #expect(short.indexes.map(\.name) == whole.indexes.map(\.name))
    #expect([short.name, short.title, short.version] == [whole.name, whole.title, whole.version])
  }

  @Test("are the files of Rules, byte for byte", arguments: BuiltInRulesets.names)
  func bytes(name: String) throws {
    let environment = Environment(
      files: DiskFiles(), workingFolder: SampleTests.package.path(percentEncoded: false))
    let onDisk = try RulesetLocation.folder(SampleTests.package.appending(path: "Rules/\(name)").path)
      .read(environment, examples: true)
    let inside = try RulesetLocation.builtIn(name).read(environment, examples: true)
    #expect(inside.files == onDisk.files)
  }

  private func ruleset(_ name: String, examples: Bool) throws -> Ruleset {
    let files = try #require(BuiltInRulesets.files(of: name, examples: examples))
    return try #require(Ruleset.read(files).ruleset)
  }

  /// All that a rule says beside its examples.
  private func said(_ rule: Rule, in ruleset: Ruleset) -> [String] {
    let texts = [rule.id.rawValue, rule.summary, rule.rationale, rule.kindName, rule.path]
    return texts + [ruleset.definition(of: rule), rule.severity.rawValue] + rule.formerly.map(\.rawValue)
      + rule.sources.map(String.init)
  }
}
