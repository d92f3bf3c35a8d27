package import Findings

/// A way to write a report.
package struct Format: Sendable {
  /// The name that `--format` takes.
  package let name: String

  /// What it is for, in one line without a final stop.
  package let summary: String

  /// The bytes of a report. A pure function: no clock, no environment, no locale.
  package let render: @Sendable (Report, Sources, ReportOptions) -> [UInt8]

  /// All formats, by name.
  package static let all: [Format] = [
    Format(name: "concise", summary: "one line a finding, for editors and grep", render: concise),
    Format(name: "github", summary: "workflow commands, for annotations by GitHub Actions", render: github),
    Format(name: "gitlab", summary: "a Code Quality report, for merge requests on GitLab", render: gitlab),
    Format(name: "human", summary: "with the text around each place, for people", render: human),
    Format(name: "json", summary: "everything, as one JSON value", render: json),
    Format(name: "jsonl", summary: "a JSON value a line: the findings, then the summary", render: jsonl),
    Format(name: "junit", summary: "JUnit XML, for the test views of CI systems", render: junit),
    Format(name: "rdjson", summary: "the Reviewdog Diagnostic Format, for code reviews", render: rdjson),
    Format(name: "sarif", summary: "SARIF 2.1.0, for code scanning", render: sarif),
  ]

  /// The format of this name.
  package static func named(_ name: String) -> Format? {
    all.first { $0.name == name }
  }
}
