package import Findings

/// A way to write a report.
package struct Format: Sendable {
  /// The name that `--format` takes.
  package let name: String

  /// What it is for, in one line without a final stop.
  package let summary: String

  /// What it has no place for, so that somebody else must say it.
  package let unsaid: Unsaid

  /// The bytes of a report. A pure function: no clock, no environment, no locale.
  package let render: @Sendable (Report, Sources, ReportOptions) -> [UInt8]

  /// All formats, by name.
  package static let all: [Format] = [
    Format("concise", "one line a finding, for editors and grep", unsaid: .all, concise),
    Format("github", "workflow commands, for annotations by GitHub Actions", unsaid: .all, github),
    Format("gitlab", "a Code Quality report, for merge requests on GitLab", unsaid: .all, gitlab),
    Format("human", "with the text around each place, for people", human),
    Format("json", "everything, as one JSON value", unsaid: .cut, json),
    Format("jsonl", "a JSON value a line: the findings, then the summary", unsaid: .all, jsonl),
    Format("junit", "JUnit XML, for the test views of CI systems", junit),
    Format("rdjson", "the Reviewdog Diagnostic Format, for code reviews", unsaid: .all, rdjson),
    Format("sarif", "SARIF 2.1.0, for code scanning", unsaid: .cut, sarif),
  ]

  private init(
    _ name: String, _ summary: String, unsaid: Unsaid = [],
    _ render: @escaping @Sendable (Report, Sources, ReportOptions) -> [UInt8]
  ) {
    self.name = name
    self.summary = summary
    self.unsaid = unsaid
    self.render = render
  }

  /// The format of this name.
  package static func named(_ name: String) -> Format? {
    all.first { $0.name == name }
  }
}

/// What a report has to say that a format has no place for: silence must not pass for "fine".
package struct Unsaid: OptionSet, Sendable {
  package let rawValue: UInt8

  /// What could not be checked, and why.
  static let notChecked = Unsaid(rawValue: 1)
  /// How many findings a limit cut.
  static let cut = Unsaid(rawValue: 2)
  /// Both.
  static let all: Unsaid = [.notChecked, .cut]

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Lines for people that say it of `report`; none when there is nothing of the kind.
  package func lines(_ report: Report, verbose: Bool) -> [String] {
    // That a file with a finding could not be read is what the finding says.
    let told = Set(report.files.filter { !$0.isChecked }.map(\.path)).intersection(
      report.findings.map(\.path))
    var report = report
    report.notChecked.removeAll { told.contains($0.path) }
    let summary = Summary(report)
    let notChecked = contains(.notChecked) ? summary.notChecked(verbose: verbose) : []
    return notChecked.map { "not checked: " + $0 } + (contains(.cut) ? [summary.cut].compactMap(\.self) : [])
  }
}
