import Findings
import SourceText
import Testing

@Suite("Findings")
struct FindingTests {
  private func finding(
    _ path: String, _ start: Int, _ end: Int, _ rule: RuleID, _ message: String = "m",
    fingerprint: String = ""
  ) -> Finding {
    Finding(
      rule: rule, severity: .error, message: message, path: path, range: ByteRange(start, end),
      fingerprint: fingerprint)
  }

  @Test("findings are in the order of path, position, rule, message and fingerprint, however they came")
  func order() {
    let sorted = [
      finding("B.yaml", 9, 9, "z"), finding("a-b.yaml", 0, 1, "a"), finding("a.yaml", 0, 1, "a"),
      finding("a.yaml", 0, 1, "b", "a"),
      finding("a.yaml", 0, 1, "b", "b", fingerprint: "1"),
      finding("a.yaml", 0, 1, "b", "b", fingerprint: "2"), finding("a.yaml", 0, 2, "a"),
      finding("a.yaml", 1, 1, "a"), finding("a/b.yaml", 0, 1, "a"), finding("é.yaml", 0, 0, "a"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
    #expect((sorted[5...] + sorted[..<5]).sorted() == sorted)
  }

  @Test(
    "a rule's name is lower case words joined by single hyphens",
    arguments: ["a", "outcome-exists", "yaml-1-2", "a1"])
  func wellFormed(name: String) {
    #expect(RuleID(rawValue: name).isWellFormed)
  }

  @Test(
    "anything else is no rule's name",
    arguments: ["", "-", "a-", "-a", "a--b", "A", "aB", "1a", "a_b", "a b", "é", "a/b", "a.b", "a\n"])
  func malformed(name: String) {
    #expect(!RuleID(rawValue: name).isWellFormed)
  }

  @Test("rules are in the order of their bytes")
  func ruleOrder() {
    let sorted: [RuleID] = ["a", "a-b", "a1", "ab", "b"]
    #expect(sorted.reversed().sorted() == sorted)
    #expect(sorted[1].description == "a-b")
  }

  @Test("an error weighs most")
  func severities() {
    #expect(Severity.allCases.sorted() == [.info, .warning, .error])
    #expect(Severity(rawValue: "warning") == .warning)
    #expect(Severity(rawValue: "off") == nil)
  }

  @Test("notes of what was not checked are in the order of path, rule and reason")
  func notChecked() {
    let sorted = [
      NotChecked(rule: "b", path: "a", reason: "x"), NotChecked(rule: "b", path: "a", reason: "y"),
      NotChecked(rule: "c", path: "a", reason: "a"),
      NotChecked(rule: "a", path: "b", reason: "a"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }
}
