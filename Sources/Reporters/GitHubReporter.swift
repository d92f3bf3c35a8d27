import Findings
import SourceText

extension Format {
  /// Workflow commands of GitHub Actions, which become annotations, the worst first; then a line of totals.
  ///
  /// GitHub shows the first ten of each kind, so the last line tells how many there are. Nothing of the data
  /// stands in it: the runner obeys commands wherever they stand in a line that is none itself.
  static func github(_ report: Report, _ sources: Sources, _ options: ReportOptions) -> [UInt8] {
    var commands = GitHubCommands(report, sources)
    for finding in report.worstFirst { commands.write(finding) }
    let summary = Summary(report)
    var totals = "\(report.tool.name): \(summary.counts): \(summary.found())"
    if !report.notChecked.isEmpty { totals += ", \(report.notChecked.count) not checked" }
    return commands.bytes + Array("\(totals)\n".utf8)
  }
}

/// Writes findings as workflow commands.
private struct GitHubCommands {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  private let report: Report
  private let places: Places

  init(_ report: Report, _ sources: Sources) {
    self.report = report
    places = Places(sources)
  }

  /// Writes `::error file=…,line=…,…::message`, a line of the output.
  mutating func write(_ finding: Finding) {
    let file = report.pathFromWorkingFolder(finding.path)
    let (start, end) = places.bounds(of: finding.range, in: finding.path)
    append("::\(Self.command(finding.severity)) file=")
    appendProperty(file)
    append(",line=\(start.line),endLine=\(end.line)")
    // Columns of different lines say nothing together, and the runner drops them.
    if start.line == end.line { append(",col=\(start.column),endColumn=\(end.column)") }
    append(",title=")
    appendProperty(finding.rule.rawValue)
    append("::")
    appendMessage(message(of: finding, at: "\(file):\(start.line):\(start.column)"))
    append("\n")
  }

  /// What the annotation says: the place and the rule too, because the log shows nothing but the message.
  private mutating func message(of finding: Finding, at place: String) -> String {
    var lines = ["\(place): \(finding.message) [\(finding.rule)]"]
    if let closest = finding.closest { lines.append("closest: \(closest)") }
    for related in finding.related {
      let start = places.start(of: related.range, in: related.path)
      let path = report.pathFromWorkingFolder(related.path)
      lines.append("\(path):\(start.line):\(start.column): \(related.message)")
    }
    if let help = finding.help { lines.append("help: \(help)") }
    return lines.joined(separator: "\n")
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a command's message: without what would end the line, and without the sign that escapes begin with.
  private mutating func appendMessage(_ text: String) {
    append(text, escaping: [UInt8(ascii: "%"), UInt8(ascii: "\r"), UInt8(ascii: "\n")])
  }

  /// Writes the value of a property: also without what would end the property or all of them.
  private mutating func appendProperty(_ text: String) {
    append(
      text,
      escaping: [
        UInt8(ascii: "%"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: ":"), UInt8(ascii: ","),
      ])
  }

  private mutating func append(_ text: String, escaping special: [UInt8]) {
    for byte in text.utf8 {
      if special.contains(byte) { append(Percent.encoded(byte)) } else { bytes.append(byte) }
    }
  }
}
