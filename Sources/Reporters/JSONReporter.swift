import Findings

extension Format {
  /// The whole report as one JSON value (version 1).
  static func json(_ report: Report, _ sources: Sources, _ options: ReportOptions) -> [UInt8] {
    var findings = FindingJSON(sources)
    let notChecked = report.notChecked.map { note in
      [
        "rule": .string(note.rule.rawValue), "path": .string(note.path), "reason": .string(note.reason),
      ] as JSONValue
    }
    let value: JSONValue = [
      "version": 1,
      "tool": product(report.tool),
      "root": .string(report.root),
      "ruleset": report.ruleset.map(product) ?? .null,
      "summary": FindingJSON.summary(report),
      "findings": .array(report.findings.map { findings.value($0) }),
      "notChecked": .array(notChecked),
    ]
    return JSONWriter.line(value, isPretty: true)
  }
}

private func product(_ product: Report.Product) -> JSONValue {
  ["name": .string(product.name), "version": .string(product.version)]
}
