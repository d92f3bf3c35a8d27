import Findings

extension Format {
  /// One line a finding: `path:line:column: severity: message [rule]`, columns in code points.
  static func concise(_ report: Report, _ sources: Sources, _ options: ReportOptions) -> [UInt8] {
    let places = Places(sources)
    var text = ""
    for finding in report.findings {
      let start = places.start(of: finding.range, in: finding.path)
      let place = "\(Visible.text(finding.path)):\(start.line):\(start.column)"
      text += "\(place): \(finding.severity): \(Visible.text(finding.message)) [\(finding.rule)]\n"
    }
    return Array(text.utf8)
  }
}
