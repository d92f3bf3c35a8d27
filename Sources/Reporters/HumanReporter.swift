import Findings

extension Format {
  /// The findings with the text around them, then the totals, for people.
  static func human(_ report: Report, _ sources: Sources, _ options: ReportOptions) -> [UInt8] {
    var writer = FindingWriter(sources, options: options)
    var text = ""
    for finding in report.findings {
      text += writer.text(of: finding)
      text += "\n"
    }
    let summary = Summary(report).lines(options)
    for line in summary { text += line + "\n" }
    // The empty line after the last finding has nothing to keep apart when no summary follows.
    if summary.isEmpty, !report.findings.isEmpty { text.removeLast() }
    return Array(text.utf8)
  }
}
