import Findings
import SourceText

extension Format {
  /// The Reviewdog Diagnostic Format: one `DiagnosticResult` (`proto/rdf/reviewdog.proto` of reviewdog).
  static func rdjson(_ report: Report, _ sources: Sources, _ options: ReportOptions) -> [UInt8] {
    var diagnostics = Diagnostics(report, sources)
    return JSONWriter.line(isPretty: true) { writer in
      writer.object { writer in
        writer.member(
          "source",
          .compact(["name": .string(report.tool.name), "url": .optional(report.tool.informationURI)]))
        writer.member("diagnostics") { writer in
          writer.array { for finding in report.findings { $0.element(diagnostics.value(finding)) } }
        }
      }
    }
  }
}

/// Writes findings as `Diagnostic`. Columns are bytes of UTF-8, from 1.
private struct Diagnostics {
  private let report: Report
  private let places: Places

  init(_ report: Report, _ sources: Sources) {
    self.report = report
    places = Places(sources)
  }

  mutating func value(_ finding: Finding) -> JSONValue {
    .compact([
      "message": .string(finding.message),
      "location": location(finding.range, in: finding.path),
      "severity": .string(finding.severity.rawValue.uppercased()),
      "code": ["value": .string(finding.rule.rawValue)],
      "suggestions": .array(finding.fixes.compactMap { suggestion($0, in: finding.path) }),
      "related_locations": .array(finding.related.map { related($0) }),
    ])
  }

  private mutating func related(_ related: RelatedPlace) -> JSONValue {
    ["message": .string(related.message), "location": location(related.range, in: related.path)]
  }

  private mutating func location(_ range: ByteRange, in path: String) -> JSONValue {
    ["path": .string(report.pathFromWorkingFolder(path)), "range": self.range(range, in: path)]
  }

  private mutating func range(_ range: ByteRange, in path: String) -> JSONValue {
    let (start, end) = places.bounds(of: range, in: path, unit: .utf8)
    return ["start": Self.position(start), "end": Self.position(end)]
  }

  private static func position(_ place: Place) -> JSONValue {
    ["line": .int(place.line), "column": .int(place.column)]
  }

  /// A fix as one suggestion, because readers offer each suggestion alone: its edits become one, with the text
  /// between them. Nothing when it edits another file too, for a suggestion can speak of no other.
  private mutating func suggestion(_ fix: Fix, in path: String) -> JSONValue? {
    guard let text = places.text(of: path), fix.edits.allSatisfy({ $0.path == path }),
      let whole = TextEdit.joined(fix.edits.map(\.edit), in: text)
    else { return nil }
    return ["range": range(whole.range, in: path), "text": .string(whole.text)]
  }
}

extension TextEdit {
  /// One edit that does what `edits`, which do not overlap, do together in `text`; nothing when there are none.
  fileprivate static func joined(_ edits: [TextEdit], in text: SourceText) -> TextEdit? {
    let edits = edits.sorted { $0.range < $1.range }
    guard var whole = edits.first else { return nil }
    for edit in edits.dropFirst() {
      let between = text.text(in: ByteRange(whole.range.end, edit.range.start))
      whole = TextEdit(
        range: ByteRange(whole.range.start, edit.range.end), text: whole.text + between + edit.text)
    }
    return whole
  }
}
