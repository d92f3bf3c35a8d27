import Findings
import SourceText
import Testing
import Workspace

@Suite("The baseline")
struct BaselineTests {
  private static let rules: Set<RuleID> = ["r", "s"]

  private static func finding(_ fingerprint: String, rule: RuleID = "r", path: String = "a.yaml") -> Finding {
    Finding(
      rule: rule, severity: .error, message: "what is \"wrong\"", path: path, range: ByteRange(at: 0),
      fingerprint: fingerprint)
  }

  private static func baseline(of findings: [Finding]) throws -> Baseline {
    try Baseline(SourceText(Baseline.text(of: findings)), path: "b.json")
  }

  @Test("the file is JSON, one finding a line, sorted")
  func text() {
    let text = Baseline.text(of: [Self.finding("2", path: "b.yaml"), Self.finding("1")])
    #expect(
      text == #"""
        {
          "version": 1,
          "findings": [
            {"fingerprint": "1", "rule": "r", "path": "a.yaml", "message": "what is \"wrong\""},
            {"fingerprint": "2", "rule": "r", "path": "b.yaml", "message": "what is \"wrong\""}
          ]
        }

        """#)
    #expect(Baseline.text(of: []) == "{\n  \"version\": 1,\n  \"findings\": []\n}\n")
  }

  @Test("what it has is hidden, by the fingerprint alone")
  func hides() throws {
    let known = [Self.finding("1"), Self.finding("1-2")]
    let new = Self.finding("3")
    let applied = try Self.baseline(of: known).apply(
      to: known + [new], suppressed: [], severity: .error, known: Self.rules, isJudged: { _, _ in true })
    #expect(applied.hidden == known)
    #expect(applied.shown == [new])
    #expect(applied.stale.isEmpty)
  }

  @Test("an entry that hides nothing is told at its exact place, with the reason")
  func stale() throws {
    let baseline = try Self.baseline(
      of: [
        Self.finding("1"), Self.finding("2", rule: "gone"), Self.finding("3", rule: "s"), Self.finding("4"),
      ])
    let applied = baseline.apply(
      to: [Self.finding("4")], suppressed: [Self.finding("3", rule: "s")], severity: .warning,
      known: Self.rules, isJudged: { rule, path in rule == "r" && path == "a.yaml" })
    #expect(
      applied.stale.map(\.message) == [
        "this entry hides nothing any more: there is no rule gone",
        "this entry hides nothing any more: r does not find it in a.yaml",
        "this entry hides nothing any more: a comment hides what s finds in a.yaml",
      ])
    #expect(applied.stale.map { baseline.source.text(in: $0.range) } == ["\"2\"", "\"1\"", "\"3\""])
    #expect(applied.stale.map(\.pointer) == ["0", "1", "3"].map { "/findings/\($0)/fingerprint" })
    #expect(applied.stale.allSatisfy { $0.path == "b.json" && $0.severity == .warning })
    #expect(Set(applied.stale.map(\.fingerprint)).count == 3)
  }

  @Test(
    "an entry of a rule that is off or could not say all is left alone, and so are all when the rule is off")
  func notJudged() throws {
    let baseline = try Self.baseline(of: [Self.finding("1")])
    func stale(_ severity: Severity?, _ isJudged: Bool) -> Int {
      baseline.apply(
        to: [], suppressed: [], severity: severity, known: Self.rules, isJudged: { _, _ in isJudged }
      ).stale.count
    }
    #expect(stale(.error, true) == 1)
    #expect(stale(.error, false) == 0)
    #expect(stale(nil, true) == 0)
  }

  @Test(
    "what is no baseline is a mistake with its place",
    arguments: [
      ("", "this is no baseline; make one with --write-baseline", ""),
      ("[]\n", "this is no baseline; make one with --write-baseline", "[]\n"),
      (#"{"findings": {}}"#, "this is no baseline; make one with --write-baseline", #"{"findings": {}}"#),
      (
        #"{"version": 2, "findings": []}"#,
        "this baseline has version 2, and this metrolint reads version 1", "2"
      ),
      (#"{"findings": [7]}"#, "this entry has no fingerprint", "7"),
      (
        #"{"findings": [{"rule": "r", "path": "a"}]}"#, "this entry has no fingerprint",
        #"{"rule": "r", "path": "a"}"#
      ),
      (
        #"{"findings": [{"fingerprint": "", "rule": "r", "path": "a"}]}"#, "this entry has no fingerprint",
        #"{"fingerprint": "", "rule": "r", "path": "a"}"#
      ),
      (
        #"{"findings": [{"fingerprint": "1", "path": "a"}]}"#, "this entry has no rule",
        #"{"fingerprint": "1", "path": "a"}"#
      ),
      (
        #"{"findings": [{"fingerprint": "1", "rule": "r"}]}"#, "this entry has no path",
        #"{"fingerprint": "1", "rule": "r"}"#
      ),
    ])
  func mistakes(text: String, message: String, place: String) {
    let source = SourceText(text)
    let mistake = #expect(throws: Baseline.Mistake.self) { try Baseline(source, path: "b.json") }
    #expect(mistake?.message == message)
    #expect(mistake.map { source.text(in: $0.range) } == place)
  }

  @Test("a file that breaks off is a mistake where it does")
  func broken() throws {
    let source = SourceText("{\n  \"version\": 1,\n  \"findings\": [\n")
    let mistake = try #require(throws: Baseline.Mistake.self) { try Baseline(source, path: "b.json") }
    #expect(!mistake.message.isEmpty)
    #expect(source.position(at: mistake.range.start).line >= 3)
  }
}
