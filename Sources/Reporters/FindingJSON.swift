import Findings
import SourceText

/// Findings and summaries as `json` and `jsonl` show them (version 1). Every key is there in every value, in
/// one order; what there is nothing of is `null` or empty.
struct FindingJSON {
  private let places: Places

  /// Values of findings in these sources.
  init(_ sources: Sources) {
    places = Places(sources)
  }

  /// All of `finding`.
  mutating func value(_ finding: Finding) -> JSONValue {
    [
      "rule": .string(finding.rule.rawValue),
      "severity": .string(finding.severity.rawValue),
      "message": .string(finding.message),
      "path": .string(finding.path),
      "range": range(finding.range, in: finding.path),
      "pointer": .string(finding.pointer),
      "document": .int(finding.document),
      "record": .optional(finding.record),
      "value": .optional(finding.value),
      "suggestions": .array(finding.suggestions.map { .string($0.value) }),
      "help": .optional(finding.help),
      "fingerprint": .string(finding.fingerprint),
      "fixes": .array(finding.fixes.map { fix($0) }),
      "related": .array(finding.related.map { related($0) }),
    ]
  }

  /// The numbers of `report`; those of findings include what was cut.
  static func summary(_ report: Report) -> JSONValue {
    [
      "files": .int(report.files.count),
      "documents": .int(report.documents),
      "errors": .int(report.count(.error)),
      "warnings": .int(report.count(.warning)),
      "infos": .int(report.count(.info)),
      "suppressed": .int(report.suppressed.count),
      "baselined": .int(report.baselined.count),
      "notChecked": .int(report.notChecked.count),
      "fixable": .int(report.fixable),
    ]
  }

  private mutating func range(_ range: ByteRange, in path: String) -> JSONValue {
    let (start, end) = places.bounds(of: range, in: path)
    return ["start": Self.place(start), "end": Self.place(end)]
  }

  private static func place(_ place: Place) -> JSONValue {
    ["line": .int(place.line), "column": .int(place.column), "offset": .int(place.offset)]
  }

  private mutating func fix(_ fix: Fix) -> JSONValue {
    let edits = fix.edits.map { edit in
      [
        "path": .string(edit.path),
        "range": range(edit.edit.range, in: edit.path),
        "text": .string(edit.edit.text),
      ] as JSONValue
    }
    return ["title": .string(fix.title), "safe": .bool(fix.isSafe), "edits": .array(edits)]
  }

  private mutating func related(_ related: RelatedPlace) -> JSONValue {
    [
      "path": .string(related.path),
      "range": range(related.range, in: related.path),
      "message": .string(related.message),
    ]
  }
}
