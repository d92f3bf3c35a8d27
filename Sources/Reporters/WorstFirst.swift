import Findings

extension Report {
  /// The findings by severity, the worst first, and within one in the report's order: for readers that stop
  /// after some.
  var worstFirst: [Finding] {
    Severity.allCases.reversed().flatMap { severity in findings.filter { $0.severity == severity } }
  }
}
