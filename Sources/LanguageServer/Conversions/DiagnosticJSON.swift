import Findings
import RuleEngine
import SourceText
import Workspace

/// Makes diagnostics of findings. (LSP 3.17, Diagnostic.)
struct DiagnosticJSON {
  private let unit: ColumnUnit
  private let hasRelated: Bool
  private let page: Server.PageFinder
  /// The data set whose rules are linked to; nothing while there is none.
  private let dataSet: DataSet?

  /// A maker of diagnostics about files of a data set.
  init(_ snapshot: Snapshot, _ dataSet: DataSet?) {
    unit = snapshot.client.unit
    hasRelated = snapshot.client.hasRelatedPlaces
    page = snapshot.page
    self.dataSet = dataSet
  }

  /// The diagnostic of a finding.
  ///
  /// - Parameters:
  ///   - source: the text of its file.
  ///   - place: the location of a range of a file that the finding names.
  func json(
    _ finding: Finding, in source: SourceText, place: (_ path: String, ByteRange) -> JSON?
  ) -> JSON {
    .of([
      "range": source.json(of: finding.range, in: unit),
      "severity": .int(DiagnosticJSON.severity(finding.severity)),
      "code": .string(finding.rule.rawValue),
      "codeDescription": link(to: finding.rule).map { ["href": .string($0)] },
      "source": "metrolint",
      "message": .string(finding.message),
      "tags": finding.rule == "unused-suppression" ? [1] : nil,
      "relatedInformation": related(finding, place),
      "data": data(finding, source),
    ])
  }

  /// What is said in the place of findings that are not shown.
  func json(left: Int) -> JSON {
    let start: JSON = ["line": 0, "character": 0]
    return [
      "range": ["start": start, "end": start], "severity": .int(DiagnosticJSON.severity(.info)),
      "source": "metrolint",
      "message": .string(
        "\(left) more findings of this file are not shown; metrolint check tells all of them"),
    ]
  }

  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }

  private func related(_ finding: Finding, _ place: (String, ByteRange) -> JSON?) -> JSON? {
    guard hasRelated else { return nil }
    let places = finding.related.compactMap { related in
      place(related.path, related.range).map {
        JSON.of(["location": $0, "message": .string(related.message)])
      }
    }
    return places.isEmpty ? nil : .array(places)
  }

  private func data(_ finding: Finding, _ source: SourceText) -> JSON {
    .of([
      "fingerprint": .string(finding.fingerprint),
      "pointer": .string(finding.pointer),
      "value": finding.value.map { .string($0) },
      "help": finding.help.map { .string($0) },
      "suggestions": finding.suggestions.isEmpty
        ? nil : .array(finding.suggestions.map { .string($0.value) }),
      "fixes": finding.fixes.isEmpty ? nil : .array(finding.fixes.map { fix($0, finding, source) }),
    ])
  }

  private func fix(_ fix: Fix, _ finding: Finding, _ source: SourceText) -> JSON {
    [
      "title": .string(fix.title), "safe": .bool(fix.isSafe),
      "edits": .array(
        fix.edits.filter { $0.path == finding.path }.map {
          ["range": source.json(of: $0.edit.range, in: unit), "newText": .string($0.edit.text)]
        }),
    ]
  }

  /// Where people read about a rule: its page, or its own file when it has one and pages cannot be written.
  private func link(to rule: RuleID) -> String? {
    guard let dataSet else { return nil }
    if let path = page(rule, dataSet) { return FileURI.uri(of: path) }
    guard case .folder(let folder) = dataSet.rulesetLocation, let own = dataSet.ruleset.rule(named: rule)
    else { return nil }
    return FileURI.uri(of: Path.join(folder, own.path))
  }
}
