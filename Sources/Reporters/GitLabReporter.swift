import Findings
import SourceText

extension Format {
  /// A Code Quality report of GitLab: an array with what its documentation demands of each finding.
  static func gitlab(_ report: Report, _ sources: Sources, _ options: ReportOptions) -> [UInt8] {
    let places = Places(sources)
    var fingerprints = UniqueNames()
    return JSONWriter.line(isPretty: true) { writer in
      writer.array { writer in
        for finding in report.findings {
          let closest = finding.closest.map { "; closest: \($0)" } ?? ""
          let line = places.start(of: finding.range, in: finding.path).line
          writer.element([
            "description": .string("\(finding.message)\(closest) [\(finding.rule)]"),
            "check_name": .string(finding.rule.rawValue),
            "fingerprint": .string(fingerprints.unique(finding.fingerprint)),
            "severity": .string(severity(finding.severity)),
            "location": [
              "path": .string(report.pathFromWorkingFolder(finding.path)),
              "lines": ["begin": .int(line)],
            ],
          ])
        }
      }
    }
  }
}

private func severity(_ severity: Severity) -> String {
  switch severity {
  case .error: "major"
  case .warning: "minor"
  case .info: "info"
  }
}
