import Findings
import RuleEngine
import SourceText
import Testing

@Suite("The rulesets that metrolint ships")
struct ShippedRulesetTests {
  @Test("there are some")
  func areThere() {
    #expect(Folder.rulesets.contains("metropolis"))
  }

  @Test("are read without a mistake, and their examples are right", arguments: Folder.rulesets)
  func examples(name: String) throws {
    let reading = Ruleset.read(Folder.ruleset(name))
    for finding in reading.findings {
      let line = reading.sources[finding.path]?.position(at: finding.range.start)
      Issue.record(
        "\(finding.path):\(line?.line ?? 0):\(line?.column ?? 0): \(finding.message) [\(finding.rule)] \(finding.help ?? "")"
      )
    }
    let ruleset = try #require(reading.ruleset)
    for rule in ruleset.rules {
      let outcome = ExampleRunner(ruleset).run(rule)
      #expect(!outcome.neverReports, "\(rule.id) has no example that reports")
      for example in outcome.examples where !example.failures.isEmpty {
        Issue.record("\(rule.id), \(example.title ?? ""), \(example.variant): \(example.failures)")
      }
    }
  }
}
