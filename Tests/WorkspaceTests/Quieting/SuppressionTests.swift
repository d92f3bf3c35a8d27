import Findings
import SourceText
import Testing
import Workspace

/// The rules that find the words BAD and ODD, with a digit or none, and one that finds nothing.
private let rules: [RuleID] = ["no-bad", "no-odd", "quiet-rule"]

/// What `text` comes to when rules find words in it.
private func applied(_ text: String, isJudged: (RuleID) -> Bool = { _ in true }) -> Suppressions.Applied {
  let source = SourceText(text)
  let findings = text.matches(of: /(BAD|ODD)\d*/).map { match in
    let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
    return Finding(
      rule: match.1 == "BAD" ? "no-bad" : "no-odd", severity: .error, message: "m", path: "a.yaml",
      range: ByteRange(start, start + match.0.utf8.count), value: String(match.0))
  }
  return Suppressions(of: source).apply(
    to: findings, source: source, path: "a.yaml", severity: .warning, known: rules, isJudged: isJudged)
}

/// A file with the words that are hidden in it, each with its reason, and what is said of its comments.
private struct Case: Sendable, CustomTestStringConvertible {
  let text: String
  var hidden: [String] = []
  var said: [String] = []

  var testDescription: String { text }

  static let forms = [
    Case(text: "a: BAD # metrolint: disable-line no-bad", hidden: ["BAD"]),
    Case(
      text: "a: BAD # metrolint: disable-line no-bad -- the plan is late", hidden: ["BAD: the plan is late"]),
    Case(text: "a: BAD #metrolint:disable-line no-bad --   spaced  out \t", hidden: ["BAD: spaced  out"]),
    Case(text: "a: BAD # metrolint: disable-line no-bad --", hidden: ["BAD"]),
    Case(text: "a: BAD # metrolint: disable-line -- no rule, all rules", hidden: ["BAD: no rule, all rules"]),
    Case(text: "a: BAD # metrolint: disable-line", hidden: ["BAD"]),
    Case(
      text: "a: [BAD, ODD] # metrolint: disable-line no-odd, no-bad -- why", hidden: ["BAD: why", "ODD: why"]),
    Case(text: "a: [BAD, ODD] # metrolint: disable-line no-odd,no-bad", hidden: ["BAD", "ODD"]),
    Case(text: "a: [BAD, ODD] # metrolint: disable-line no-odd ,no-bad,", hidden: ["BAD", "ODD"]),
    Case(text: "# metrolint: disable-next-line no-bad -- why\na: BAD1\nb: BAD2", hidden: ["BAD1: why"]),
    Case(text: "# metrolint: disable-next-line no-bad\r\na: BAD1\r\nb: BAD2\r\n", hidden: ["BAD1"]),
    Case(
      text: "a: BAD1\nb: BAD2\n# metrolint: disable-file no-bad -- old", hidden: ["BAD1: old", "BAD2: old"]),
    Case(text: "# metrolint: disable-file\n---\na: BAD\n---\nb: ODD\n", hidden: ["BAD", "ODD"]),
    Case(text: "\u{FEFF}# metrolint: disable-file -- 理由 😀\na: BAD\n", hidden: ["BAD: 理由 😀"]),
  ]

  /// Where YAML has comments, and where a `#` is text.
  static let places = [
    Case(text: "a: [\n  BAD1, # metrolint: disable-line no-bad\n  BAD2]", hidden: ["BAD1"]),
    Case(
      text: "a: {\n  # metrolint: disable-next-line no-bad\n  b: BAD1, c: BAD2,\n  d: BAD3}",
      hidden: ["BAD1", "BAD2"]),
    Case(
      text: "a: [BAD1, # metrolint: disable-line no-bad\n  # metrolint: disable-next-line no-bad\n  BAD2]",
      hidden: ["BAD1", "BAD2"]),
    Case(text: "a: BAD\n  more # metrolint: disable-line no-bad", hidden: []),
    Case(
      text: "a: | # metrolint: disable-next-line no-bad\n  BAD # metrolint: disable-line no-bad\nb: BAD2",
      hidden: ["BAD"]),
    Case(text: "a: \"x # metrolint: disable-line no-bad\n  BAD\" ", hidden: []),
    Case(text: "a: BAD#metrolint: disable-line no-bad", hidden: []),
    Case(text: "# see: # metrolint: disable-next-line no-bad\na: BAD", hidden: []),
  ]

  static let mistakes = [
    Case(text: "a: x # metrolint: disable-line no-bad", said: ["1:32 this comment hides nothing of no-bad"]),
    Case(text: "a: x # metrolint: disable-line", said: ["1:6 this comment hides nothing"]),
    Case(
      text: "a: BAD # metrolint: disable-line no-odd", said: ["1:34 this comment hides nothing of no-odd"]),
    Case(
      text: "a: BAD # metrolint: disable-line no-bda -- why",
      said: ["1:34 there is no rule no-bda; did you mean no-bad?"]),
    Case(
      text: "a: BAD # metrolint: disable-line entirely-other", said: ["1:34 there is no rule entirely-other"]),
    Case(
      text: "a: BAD # metrolint: disable-lin no-bad",
      said: ["1:21 disable-lin hides nothing; did you mean disable-line?"]),
    Case(
      text: "a: BAD # metrolint: ignore no-bad",
      said: ["1:21 ignore hides nothing; there are disable-line, disable-next-line, disable-file"]),
    Case(
      text: "a: BAD # metrolint disable-line no-bad",
      said: ["1:20 disable-line hides nothing without a colon after metrolint"]),
    Case(text: "a: BAD # metrolint says that this is wrong"),
    Case(text: "a: BAD # metrolint:"),
    Case(
      text: "a: [BAD, ODD] # metrolint: disable-line no-bad no-odd", hidden: ["BAD"],
      said: ["1:48 no-odd does not count: a further rule stands after a comma, and a reason after --"]),
    Case(
      text: "a: BAD # metrolint: disable-line no-bad because it is late", hidden: ["BAD"],
      said: ["1:41 because does not count: a further rule stands after a comma, and a reason after --"]),
    Case(
      text: "a: BAD # metrolint: disable-line no-bad, no-odd, quiet-rule", hidden: ["BAD"],
      said: ["1:42 this comment hides nothing of no-odd", "1:50 this comment hides nothing of quiet-rule"]),
  ]
}

@Suite("Suppressions")
struct SuppressionTests {
  @Test("every form hides what it says", arguments: Case.forms)
  private func forms(_ sample: Case) { check(sample) }

  @Test("a comment counts where YAML has comments", arguments: Case.places)
  private func places(_ sample: Case) {
    let applied = applied(sample.text)
    #expect(words(applied.hidden) == sample.hidden)
  }

  @Test("what hides nothing is told, with what was meant", arguments: Case.mistakes)
  private func mistakes(_ sample: Case) { check(sample) }

  @Test("a text of several lines is hidden by a comment behind its end")
  func lastLine() {
    let text = "a: 'x\n  BAD\n  more' # metrolint: disable-line no-bad\nb: x"
    let source = SourceText(text)
    var finding = Finding(
      rule: "no-bad", severity: .error, message: "m", path: "a.yaml", range: ByteRange(3, 21))
    func hidden() -> Int {
      Suppressions(of: source).apply(
        to: [finding], source: source, path: "a.yaml", severity: .warning, known: rules,
        isJudged: { _ in true }
      ).hidden.count
    }
    #expect(hidden() == 1)
    // What begins elsewhere and ends elsewhere is not meant, though the comment's line is among its own.
    finding.range = ByteRange(3, text.utf8.count)
    #expect(hidden() == 0)
  }

  @Test("a rule that is off or could not say all is not called idle")
  func notJudged() {
    let text = "a: x # metrolint: disable-line no-bad, no-odd\nb: x # metrolint: disable-line\n"
    #expect(applied(text).unused.count == 3)
    #expect(applied(text, isJudged: { $0 != "no-bad" }).unused.map(\.value) == ["no-odd"])
    #expect(applied("a: x # metrolint: disable-line no-bda", isJudged: { _ in false }).unused.count == 1)
  }

  @Test("each has a fingerprint of its own that stays when lines move")
  func fingerprints() {
    let comments = "a: x # metrolint: disable-line no-bad, no-odd\nb: x # metrolint: disable-line\n"
    let prints = applied(comments).unused.map(\.fingerprint)
    #expect(Set(prints).count == 3)
    #expect(!prints.contains(""))
    #expect(applied("# moved\n" + comments).unused.map(\.fingerprint) == prints)
  }

  @Test(
    "the fix takes away what hides nothing, and nothing else",
    arguments: [
      ("a: x  # metrolint: disable-line no-bad\nb: x\n", "a: x\nb: x\n"),
      ("a: x # metrolint: disable-line no-bad, no-odd -- why\n", "a: x\n"),
      ("  # metrolint: disable-next-line\r\na: x\r\n", "a: x\r\n"),
      ("\u{FEFF}# metrolint: disable-file\na: x\n", "\u{FEFF}a: x\n"),
      ("a: x\n# metrolint: disable-file", "a: x\n"),
      ("a: | # metrolint: disable-line\n  x\n", "a: |\n  x\n"),
      (
        "a: BAD # metrolint: disable-line no-bad, no-odd, quiet-rule -- why\n",
        "a: BAD # metrolint: disable-line no-bad -- why\n"
      ),
      (
        "a: BAD # metrolint: disable-line no-odd, no-bad, quiet-rule\n",
        "a: BAD # metrolint: disable-line no-bad\n"
      ),
      (
        "a: BAD # metrolint: disable-line no-odd, quiet-rule, no-bad\n",
        "a: BAD # metrolint: disable-line no-bad\n"
      ),
      ("a: x # metrolint: disable-line no-odd, no-bda\n", "a: x # metrolint: disable-line no-bda\n"),
      ("a: x # metrolint: disable-lin no-bad\n", "a: x # metrolint: disable-lin no-bad\n"),
    ])
  func fixes(text: String, fixed: String) {
    let report = Report(
      tool: .metrolint, root: ".", ruleset: nil, rules: [], files: [],
      findings: applied(text).unused.sorted())
    let source = SourceText(text)
    let edits = report.findings.flatMap(\.fixes).filter(\.isSafe).flatMap(\.edits).map(\.edit)
    let edited = source.applying(edits)
    #expect(edited.applied.count == edits.count)
    #expect(String(decoding: edited.bytes, as: UTF8.self) == fixed)
  }

  private func check(_ sample: Case) {
    let applied = applied(sample.text)
    let source = SourceText(sample.text)
    #expect(words(applied.hidden) == sample.hidden)
    let said = applied.unused.sorted().map { finding in
      let place = source.position(at: finding.range.start)
      return "\(place.line):\(place.column) \(finding.message)"
    }
    #expect(said == sample.said)
  }

  private func words(_ hidden: [Report.Suppressed]) -> [String] {
    hidden.map { ($0.finding.value ?? "") + ($0.reason.map { ": \($0)" } ?? "") }
  }
}
