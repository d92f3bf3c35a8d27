import Findings
import RuleEngine
import SourceText
import Testing

@Suite("Rules that need no ruleset")
struct BuiltInRuleTests {
  private func check(_ files: [String: String], rules: [String: String] = [:]) throws -> SetCheck {
    try SetCheck(
      sources: "{a: {files: ['*.yaml']}}",
      indexes: "{city: {source: a, select: '$.cities[*]', key: '@.name', aliases: '@.aliases[*]'}}",
      rules: rules, files)
  }

  @Test("are those of the language's page, sorted, with their severities")
  func all() {
    #expect(
      BuiltInRules.all.map { "\($0.id) \($0.severity)" } == [
        "duplicate-key error", "missing-source error", "stale-baseline error",
        "unknown-file warning",
        "unreadable-file error", "unused-suppression warning", "yaml-ambiguous-scalar warning",
        "yaml-duplicate-key error", "yaml-encoding error", "yaml-limit error", "yaml-syntax error",
        "yaml-undefined-alias error", "yaml-unknown-tag warning",
      ])
  }

  @Test("duplicate-key: the second of two keys, with the first as related place")
  func duplicateKey() throws {
    let check = try check([
      "a.yaml": "cities: [{name: X}]\n", "b.yaml": "cities: [{name: Y}, {name: ⟦X⟧}]\n",
    ])
    check.expect("X is a second city of this name")
    #expect(check.findings[0].rule == "duplicate-key")
    #expect(check.related() == ["a.yaml \"X\": the first X is defined here"])
  }

  @Test("duplicate-key: an alias that is a key or another entry's alias, whichever comes second")
  func aliases() throws {
    let check = try check([
      "a.yaml": """
      cities:
        - {name: A, aliases: [A, A2, A2]}
        - {name: B, aliases: [⟦A⟧, ⟦A2⟧, C]}
        - {name: ⟦C⟧}
      """
    ])
    check.expect(
      "the alias A is the key of another city", "the alias A2 is already one of the city A",
      "C is already an alias of the city B")
  }

  @Test("duplicate-key says nothing where a rule of the ruleset says the same")
  func one() throws {
    let check = try check(
      ["a.yaml": "cities: [{name: X}, {name: ⟦X⟧}]\n"],
      rules: ["city-once": "source: a\nselect: $.cities[*]\nunique: {key: '@.name'}\n"])
    check.expect("X is here a second time, but may be there only once")
    #expect(check.findings[0].rule == "city-once")
  }

  @Test(
    "YAML problems are findings of their rules",
    arguments: [
      ("a: [\n", "yaml-syntax"), ("a: \u{0}\n", "yaml-encoding"),
      ("a: 1\na: 2\n", "yaml-duplicate-key"),
      ("a: no\n", "yaml-ambiguous-scalar"), ("a: *b\n", "yaml-undefined-alias"),
      ("a: !b c\n", "yaml-unknown-tag"),
      (String(repeating: "[", count: 2_000), "yaml-limit"),
    ])
  func problems(text: String, rule: String) throws {
    let check = try check(["a.yaml": text])
    #expect(check.findings.map(\.rule.rawValue).first == rule)
    #expect(check.findings.allSatisfy { $0.help != nil && !$0.message.isEmpty })
  }

  @Test("an ambiguous text has a safe fix, a number one that only its author can choose")
  func ambiguous() throws {
    let check = try check(["a.yaml": "a: ⟦no⟧\nb: ⟦010⟧\n"])
    check.expectPlaces()
    #expect(check.findings.map { $0.fixes.map(\.isSafe) } == [[true], [false]])
    #expect(check.fixed("a.yaml") == "a: \"no\"\nb: 010\n")
  }

  @Test("a file that is no YAML is not checked by the rules that look at it")
  func notChecked() throws {
    let check = try check(
      ["a.yaml": "a: [\n"],
      rules: ["x": "source: a\nassert: '@.a'\n", "y": "source: a\nunique: {key: '@.a'}\n"])
    #expect(check.findings.map(\.rule) == ["yaml-syntax"])
    #expect(
      check.notes == ["x a.yaml: a.yaml is no valid YAML", "y a.yaml: a.yaml is no valid YAML"])
  }

  @Test("rules that are off say nothing, and severities can be set")
  func inForce() throws {
    let ruleset = try check([:], rules: ["x": "source: a\nassert: '@.a'\n"]).ruleset
    var inForce = RulesInForce(ruleset)
    #expect(inForce["x"] == .error)
    #expect(inForce.rules.count == BuiltInRules.all.count + 1)
    inForce["x"] = .info
    inForce["yaml-duplicate-key"] = nil
    let text = SourceText("b: 1\nb: 2\n")
    let result = FileChecker(ruleset, inForce).check(text, path: "a.yaml", sources: [0])
    #expect(result.findings.map { "\($0.rule) \($0.severity)" } == ["x info"])
    inForce.keepOnly(["yaml-duplicate-key"])
    #expect(inForce.rules.isEmpty)
  }
}
