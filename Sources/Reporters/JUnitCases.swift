import Findings

/// A file of the set, as a suite of tests.
struct JUnitSuite {
  /// The file's path.
  var name: String
  /// What was found in the file, or that nothing was.
  var cases: [JUnitCase]
}

/// A finding, a note that something was not checked, or a clean file, as a test.
struct JUnitCase {
  /// How the test ended.
  enum Outcome {
    /// There is nothing to say.
    case passed
    /// There is something worth knowing, and the test passes.
    case noted
    /// The rule could not know.
    case skipped
    /// The data is wrong.
    case failure
    /// The file cannot be read, so that hardly anything else is known of it.
    case error
  }

  var className: String
  var name: String
  var file: String
  var line = 1
  var outcome: Outcome
  /// What kind of failure it is: the severity. Some readers refuse `yaml` and `symbol` here.
  var type = ""
  var message = ""
  /// All that there is to say, as people read it.
  var text = ""
}

/// Turns a report into suites and cases.
struct JUnitCases {
  /// The rules that tell that a file is not readable as YAML.
  private static let unreadable: Set<RuleID> = [
    "unreadable-file", "yaml-encoding", "yaml-limit", "yaml-syntax",
  ]

  private let places: Places
  private var writer: FindingWriter
  private var names: [String: UniqueNames] = [:]

  /// Cases of findings in these sources.
  init(_ sources: Sources, options: ReportOptions) {
    places = Places(sources)
    writer = FindingWriter(sources, options: options)
  }

  /// A suite for each file that was looked at or that something is said about, by path.
  mutating func suites(of report: Report) -> [JUnitSuite] {
    let findings = Dictionary(grouping: report.findings, by: \.path)
    let notes = Dictionary(grouping: report.notChecked, by: \.path)
    let unchecked = Set(report.files.filter { !$0.isChecked }.map(\.path))
    let paths = Set(report.files.map(\.path)).union(findings.keys).union(notes.keys)
    var suites: [JUnitSuite] = []
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let file = report.pathFromWorkingFolder(path)
      var cases: [JUnitCase] = []
      for finding in findings[path, default: []] { cases.append(testCase(finding, file: file)) }
      for note in notes[path, default: []] { cases.append(testCase(note, file: file)) }
      if unchecked.contains(path), !cases.contains(where: { $0.outcome == .error }) {
        cases.append(testCase(path, file: file, "readable", .skipped, "the file could not be read as YAML"))
      }
      if cases.isEmpty { cases.append(testCase(path, file: file, "nothing found", .passed)) }
      suites.append(JUnitSuite(name: path, cases: cases))
    }
    if let cut = Summary(report).cut {
      let tool = report.tool.name
      suites.append(
        JUnitSuite(name: tool, cases: [testCase(tool, file: report.root, "limit of findings", .skipped, cut)])
      )
    }
    return suites
  }

  private mutating func testCase(_ finding: Finding, file: String) -> JUnitCase {
    let line = places.start(of: finding.range, in: finding.path).line
    let pointer = finding.pointer.isEmpty ? "" : " \(finding.pointer)"
    var testCase = testCase(
      finding.path, file: file, "\(finding.rule)\(pointer) line \(line)", outcome(of: finding),
      finding.message)
    testCase.line = line
    testCase.type = finding.severity.rawValue
    testCase.text = writer.text(of: finding)
    return testCase
  }

  private mutating func testCase(_ note: NotChecked, file: String) -> JUnitCase {
    testCase(note.path, file: file, note.rule.rawValue, .skipped, note.reason)
  }

  private mutating func testCase(
    _ path: String, file: String, _ name: String, _ outcome: JUnitCase.Outcome, _ message: String = ""
  ) -> JUnitCase {
    let className = Self.withoutEnding(path)
    // Of two cases with one name, GitLab keeps the first.
    let name = names[className, default: UniqueNames()].unique(name)
    return JUnitCase(className: className, name: name, file: file, outcome: outcome, message: message)
  }

  private func outcome(of finding: Finding) -> JUnitCase.Outcome {
    if Self.unreadable.contains(finding.rule) { return .error }
    return finding.severity == .info ? .noted : .failure
  }

  private static func withoutEnding(_ path: String) -> String {
    for ending in [".yaml", ".yml"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }
}
