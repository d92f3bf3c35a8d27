import Findings
import SourceText
import Testing

/// A report with the texts it speaks of, and the name of its snapshots.
struct ReportCase: Sendable, CustomTestStringConvertible {
  var name: String
  var report: Report
  var texts: [String: SourceText]

  var sources: Sources { Sources(texts) }
  var testDescription: String { name }

  /// All cases.
  static let all: [ReportCase] = [.clean, .outcome, .unchecked, .strange, .long, .edges]

  /// A report of `findings` in files with these texts, in the order a check gives.
  init(
    _ name: String, root: String = ".", texts: [String: SourceText], findings: [Finding] = [],
    rules: [Report.Rule] = []
  ) {
    self.name = name
    self.texts = texts
    report = Report(
      tool: Report.Product(
        name: "metrolint", version: "1.2.3", informationURI: "https://example.org/metrolint"),
      root: root, ruleset: Report.Product(name: "metropolis", version: "1.0.0"), rules: rules,
      files: texts.keys.sorted().map { Report.File(path: $0, documents: 1, isChecked: true) },
      findings: findings.sorted())
  }
}

extension Report.Rule {
  /// A rule of the given kind; what it says does not matter to the test.
  static func sample(_ id: RuleID, _ severity: Severity = .error, kind: String = "reference") -> Report.Rule {
    Report.Rule(
      id: id, summary: "Summary of \(id)", rationale: "Why \(id) matters.\n\nWhat to do.\n",
      severity: severity,
      kind: kind)
  }
}

extension SourceText {
  /// The bytes of the first `words` in the text; a wrong test when they are not there.
  func range(of words: String, line: UInt = #line) -> ByteRange {
    let wanted = Array(words.utf8)
    for start in bytes.indices where bytes[start...].starts(with: wanted) {
      return ByteRange(start, start + wanted.count)
    }
    Issue.record("the text does not hold \(words) (line \(line))")
    return ByteRange(at: 0)
  }
}
