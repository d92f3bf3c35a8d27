import Findings
import SourceText

/// Writes findings as `result` (3.27).
struct SARIFResults {
  private let rules: SARIFRules
  private let artifacts: SARIFArtifacts
  private let places: Places
  private var hashes: [String: LineHashes] = [:]

  /// Results in these sources.
  init(_ sources: Sources, rules: SARIFRules, artifacts: SARIFArtifacts) {
    self.rules = rules
    self.artifacts = artifacts
    places = Places(sources)
  }

  /// All of `result`.
  mutating func value(_ result: SARIFSelection.Result) -> JSONValue {
    let finding = result.finding
    let related = finding.related.enumerated().map { index, related in
      location(related.range, in: related.path, id: index + 1, message: related.message)
    }
    return .object(
      JSONMember.present([
        "ruleId": .string(finding.rule.rawValue),
        "ruleIndex": rules.index(of: finding.rule),
        "level": SARIFRules.level(finding.severity),
        "message": ["text": .string(SARIFText.message(of: finding))],
        "locations": [location(finding.range, in: finding.path)],
        "relatedLocations": .array(related),
        "partialFingerprints": partialFingerprints(of: finding),
        "fixes": fixes(of: finding),
      ])
        // All results have it, or none: an empty list says that nothing hides this one (3.27.23).
        + [JSONMember(key: "suppressions", value: .array(result.suppression.map { [value($0)] } ?? []))])
  }

  private func value(_ suppression: SARIFSelection.Result.Suppression) -> JSONValue {
    switch suppression {
    case .comment(let reason): .compact(["kind": "inSource", "justification": .optional(reason)])
    case .baseline: ["kind": "external", "justification": "the baseline has it"]
    }
  }

  /// GitHub tells findings apart by the first alone, and compares it with what its upload action counts.
  private mutating func partialFingerprints(of finding: Finding) -> JSONValue {
    let line = places.start(of: finding.range, in: finding.path).line
    return .compact([
      "primaryLocationLineHash": .string(lineHashes(of: finding.path).hash(ofLine: line)),
      "metrolint/v1": .string(finding.fingerprint),
    ])
  }

  /// A file whose text is not known has the hashes of an empty one.
  private mutating func lineHashes(of path: String) -> LineHashes {
    if let known = hashes[path] { return known }
    let new = LineHashes(places.text(of: path)?.bytes ?? [])
    hashes[path] = new
    return new
  }
}

// MARK: Places

extension SARIFResults {
  private mutating func location(
    _ range: ByteRange, in path: String, id: Int? = nil, message: String = ""
  ) -> JSONValue {
    .compact([
      "id": id.map { .int($0) },
      "physicalLocation": ["artifactLocation": artifacts.location(path), "region": region(range, in: path)],
      "message": message.isEmpty ? nil : ["text": .string(SARIFText.escaped(message))],
    ])
  }

  private mutating func region(_ range: ByteRange, in path: String) -> JSONValue {
    let (start, end) = places.bounds(of: range, in: path)
    return [
      "startLine": .int(start.line), "startColumn": .int(start.column),
      "endLine": .int(end.line), "endColumn": .int(end.column),
    ]
  }

  /// The fixes (3.55), each once: equal ones are not allowed.
  private mutating func fixes(of finding: Finding) -> JSONValue {
    var values: [JSONValue] = []
    for fix in finding.fixes {
      let paths = Set(fix.edits.map(\.path)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let changes = paths.map { path in
        [
          "artifactLocation": artifacts.location(path),
          "replacements": .array(fix.edits.filter { $0.path == path }.map { replacement($0) }),
        ] as JSONValue
      }
      let value: JSONValue = .compact([
        "description": fix.title.isEmpty ? nil : ["text": .string(SARIFText.escaped(fix.title))],
        "artifactChanges": .array(changes),
      ])
      if !changes.isEmpty, !values.contains(value) { values.append(value) }
    }
    return .array(values)
  }

  private mutating func replacement(_ edit: FileEdit) -> JSONValue {
    .compact([
      "deletedRegion": region(edit.edit.range, in: edit.path),
      "insertedContent": edit.edit.text.isEmpty ? nil : ["text": .string(edit.edit.text)],
    ])
  }
}
