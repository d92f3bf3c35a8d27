import Findings

extension Format {
  /// One finding a line, then one line with the summary; the values are those of `json`.
  static func jsonl(_ report: Report, _ sources: Sources, _ options: ReportOptions) -> [UInt8] {
    var findings = FindingJSON(sources)
    var bytes: [UInt8] = []
    for finding in report.findings {
      bytes += JSONWriter.line(findings.value(finding), isPretty: false)
    }
    bytes += JSONWriter.line(["summary": FindingJSON.summary(report)], isPretty: false)
    return bytes
  }
}
