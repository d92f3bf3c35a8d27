import Findings

extension Format {
  /// SARIF 2.1.0 (OASIS Standard, with Errata 01), with all that GitHub's code scanning asks for.
  static func sarif(_ report: Report, _ sources: Sources, _ options: ReportOptions) -> [UInt8] {
    let shown = SARIFSelection(report)
    let rules = SARIFRules(report, shown: shown)
    let artifacts = SARIFArtifacts(report, sources, shown: shown)
    var results = SARIFResults(sources, rules: rules, artifacts: artifacts)
    return JSONWriter.line(isPretty: true) { writer in
      writer.object { writer in
        writer.member("$schema", .string(schema))
        writer.member("version", "2.1.0")
        writer.member("runs") { writer in
          writer.array { writer in
            writer.element { writer in
              writer.object { writer in
                writer.member("tool", ["driver": driver(report.tool, rules)])
                writer.member("invocations", [invocation(report, shown, rules, artifacts)])
                writer.member("originalUriBaseIds", [SARIFArtifacts.base: workingFolder])
                writer.member("artifacts") { $0.array { $0.elements(artifacts.values) } }
                writer.member("defaultEncoding", "UTF-8")
                writer.member("defaultSourceLanguage", "yaml")
                writer.member("columnKind", "unicodeCodePoints")
                writer.member("results") { writer in
                  writer.array { for result in shown.results { $0.element(results.value(result)) } }
                }
              }
            }
          }
        }
      }
    }
  }
}

private let schema =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

/// What paths are relative to. No `uri`: where the folder is on one machine says nothing on another, and a log
/// without it is the same everywhere (3.14.14).
private let workingFolder: JSONValue = [
  "description": ["text": "The folder that metrolint ran in, which is the root of the repository in CI"]
]

private func driver(_ tool: Report.Product, _ rules: SARIFRules) -> JSONValue {
  .compact([
    "name": .string(tool.name),
    "version": .string(tool.version),
    "informationUri": .optional(tool.informationURI),
    "rules": .array(rules.descriptors),
  ])
}

/// That metrolint did its work, and what this work leaves open.
private func invocation(
  _ report: Report, _ shown: SARIFSelection, _ rules: SARIFRules, _ artifacts: SARIFArtifacts
) -> JSONValue {
  var notifications = report.notChecked.map { note in
    [
      "message": ["text": .string(SARIFText.escaped("not checked: \(note.reason)"))],
      "level": "warning",
      "associatedRule": rules.reference(to: note.rule),
      "locations": [["physicalLocation": ["artifactLocation": artifacts.location(note.path)]]],
    ] as JSONValue
  }
  let missing = [Summary(report).cut, shown.leftOut].compactMap(\.self)
  notifications += missing.map { ["message": ["text": .string($0)], "level": "warning"] }
  return .compact([
    "executionSuccessful": .bool(true), "toolExecutionNotifications": .array(notifications),
  ])
}
