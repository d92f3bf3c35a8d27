import Findings

extension Format {
  /// The whole report as one JSON value (version 1).
  static func json(_ report: Report, _ sources: Sources, _ options: ReportOptions) -> [UInt8] {
    var findings = FindingJSON(sources)
    return JSONWriter.line(isPretty: true) { writer in
      writer.object { writer in
        writer.member("version", 1)
        writer.member("tool", product(report.tool))
        writer.member("root", .string(report.root))
        writer.member("ruleset", report.ruleset.map(product) ?? .null)
        writer.member("summary", FindingJSON.summary(report))
        writer.member("findings") { writer in
          writer.array { for finding in report.findings { $0.element(findings.value(finding)) } }
        }
        writer.member("notChecked") { writer in
          writer.array { for note in report.notChecked { $0.element(value(note)) } }
        }
      }
    }
  }
}

private func product(_ product: Report.Product) -> JSONValue {
  ["name": .string(product.name), "version": .string(product.version)]
}

private func value(_ note: NotChecked) -> JSONValue {
  ["rule": .string(note.rule.rawValue), "path": .string(note.path), "reason": .string(note.reason)]
}
