import Findings
import RuleEngine
import SourceText
import Workspace
import YAML

/// What the examples of a ruleset's rules have to say, as a report: each example is a file of it, with a finding for
/// each place where the rule does something else than the example says.
struct ExampleReport: Sendable {
  /// The report itself.
  private(set) var report: Report
  /// The texts of the examples that fail.
  var sources: Sources { Sources(texts) }

  private var texts: [String: SourceText] = [:]
  private var examples = 0
  /// How many findings are about the ruleset's own files, and about no example.
  private let warnings: Int

  private let paths: [RuleID: String]
  private let files: RulesetFiles

  /// The report of how the examples of `ruleset` did, which was read from `files`.
  ///
  /// - Parameter warnings: what else there is to say of its files.
  init(_ ruleset: Ruleset, _ files: RulesetFiles, _ outcomes: [RuleOutcome], warnings: [Finding]) {
    self.warnings = warnings.count
    paths = Dictionary(ruleset.rules.map { ($0.id, $0.path) }) { first, _ in first }
    self.files = files
    report = Report(
      tool: .metrolint, root: ".", ruleset: Report.Product(name: ruleset.name, version: ruleset.version),
      rules: ruleset.rules.map {
        Report.Rule(
          id: $0.id, summary: $0.summary, rationale: $0.rationale, severity: $0.severity, kind: $0.kindName)
      }, files: [], findings: warnings)
    for warning in warnings {
      let path = Path.below(warning.path, files.origin) ?? warning.path
      texts[warning.path] = SourceText(fileBytes: files.files[path] ?? [])
    }
    for outcome in outcomes { add(outcome) }
    report.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    report.findings.sort()
    Fingerprint.number(&report.findings)
  }

  /// One line that says what was tried.
  var summary: String {
    let counts =
      "\(count(report.rules.count, "rule")), \(count(examples, "example")), "
      + "each in \(ExampleVariant.allCases.count) ways"
    let wrong = report.findings.count - warnings
    return counts
      + (wrong == 0 ? ": all right" : ": \(wrong == 1 ? "1 is" : "\(wrong) are") not as the examples say")
      + (warnings == 0 ? "" : "; \(count(warnings, "warning")) about the ruleset's files")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private mutating func add(_ outcome: RuleOutcome) {
    if outcome.neverReports { addNeverReporting(outcome.rule) }
    for (number, variants) in Dictionary(grouping: outcome.examples, by: \.example).sorted(by: {
      $0.key < $1.key
    }) {
      examples += 1
      // What fails as it is written most likely fails in all other ways too, and is told once.
      let failed = variants.first { !$0.failures.isEmpty }
      let path = "\(outcome.rule)/\(title(of: number, outcome))"
      if let failed {
        add(failed, rule: outcome.rule, path: path)
      } else {
        report.files.append(Report.File(path: path, documents: 1, isChecked: true))
      }
    }
  }

  /// What tells an example from the others of its rule.
  private func title(of number: Int, _ outcome: RuleOutcome) -> String {
    let name = "example \(number + 1)"
    guard let title = outcome.examples.first(where: { $0.example == number })?.title else { return name }
    let isTaken = outcome.examples.contains { $0.example < number && $0.title == title }
    return isTaken ? "\(title) (\(name))" : title
  }

  /// Says so where the rule's examples are, or where the rule begins when it has none.
  private mutating func addNeverReporting(_ rule: RuleID) {
    let path = paths[rule] ?? rule.rawValue
    let shown = Path.join(files.origin, path)
    let source = SourceText(fileBytes: files.files[path] ?? [])
    let tree = loadYAML(source).tree
    let root = tree?.documents.first?.root
    let key = tree.flatMap { tree in
      root.flatMap { (tree.member("examples", of: $0) ?? tree.members(of: $0).first { _ in true })?.key }
    }
    texts[shown] = source
    add(
      "no example shows that the rule reports anything", rule: rule, path: shown,
      range: key.flatMap { tree?.range(of: $0) } ?? ByteRange(at: 0),
      help: "add an example with ⟦ and ⟧ around what the rule reports")
  }

  private mutating func add(_ outcome: ExampleOutcome, rule: RuleID, path: String) {
    let way = outcome.variant == .plain ? "" : " (with \(outcome.variant.rawValue))"
    for failure in outcome.failures {
      func place(_ place: ExamplePlace) -> String { "\(path)/\(place.path)" }
      texts["\(path)/\(failure.path)"] = outcome.sources[failure.path]
      switch failure {
      case .missing(let expected):
        add(
          "the rule does not report this, which is marked" + way, rule: rule, path: place(expected),
          range: expected.range)
      case .misplaced(let expected, let found, let message):
        add(
          "the rule reports this in place of what is marked\(way): \(message)", rule: rule,
          path: place(found),
          range: found.range,
          related: [RelatedPlace(path: place(expected), range: expected.range, message: "this is marked")])
        texts[place(expected)] = outcome.sources[expected.path]
      case .extra(let found, let message):
        add(
          "the rule reports this, which is not marked\(way): \(message)", rule: rule, path: place(found),
          range: found.range)
      case .noYAML(let found, let message):
        add("this is no YAML\(way): \(message)", rule: rule, path: place(found), range: found.range)
      case .inNoSource(let file):
        add(
          "no source takes this file in, so the rule does not look at it", rule: rule,
          path: "\(path)/\(file)", range: ByteRange(at: 0))
      case .fixed(let file, let expected, let found):
        let (line, message) = fixed(expected, found)
        // Fixes change lines and seldom their number.
        let range = outcome.sources[file].map { $0.rangeOfLine(min(line, $0.lines.count)) }
        add(message + way, rule: rule, path: "\(path)/\(file)", range: range ?? ByteRange(at: 0))
      }
    }
  }

  private mutating func add(
    _ message: String, rule: RuleID, path: String, range: ByteRange, help: String? = nil,
    related: [RelatedPlace] = []
  ) {
    report.findings.append(
      Finding(
        rule: rule, severity: .error, message: message, path: path, range: range, help: help,
        related: related,
        fingerprint: Fingerprint.hash([rule.rawValue, path, message])))
  }

  /// The first line, from 1, in which the fixed text is another than it must be, and a sentence about it.
  private func fixed(_ expected: String, _ found: String) -> (line: Int, message: String) {
    let (left, right) = (lines(expected), lines(found))
    let number = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    func line(_ lines: [Substring]) -> String { number < lines.count ? "“\(lines[number])”" : "the end" }
    return (number + 1, "after the fixes line \(number + 1) is \(line(right)), and must be \(line(left))")
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
