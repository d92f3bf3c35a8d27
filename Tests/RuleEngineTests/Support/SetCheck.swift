import Findings
import RuleEngine
import SourceText
import Testing
import YAML

/// A small data set checked with a small ruleset, both written in a test. The data has `⟦…⟧` where something must be
/// found.
struct SetCheck {
  let ruleset: Ruleset
  /// All findings, sorted.
  let findings: [Finding]
  /// The notes of both phases, sorted.
  let notChecked: [NotChecked]
  /// The facts of the files, by path.
  let facts: [FileFacts]

  private let texts: [String: SourceText]
  private let marks: Set<Mark>

  private struct Mark: Hashable, CustomStringConvertible {
    let path: String
    let range: ByteRange
    var description: String { "\(path) \(range.start)..<\(range.end)" }
  }

  /// Checks `files` with a ruleset of these sources, indexes and rules, all written as YAML.
  init(
    sources: String, indexes: String = "{}", rules: [String: String],
    schemas: [String: String] = [:],
    unreadable: [String] = [], _ files: [String: String],
    location: SourceLocation = #_sourceLocation
  ) throws {
    var ruleset = ["ruleset.yaml": "ruleset: test\nsources: \(sources)\nindexes: \(indexes)\n"]
    for (id, rule) in rules { ruleset["\(id).yaml"] = "summary: S\n" + rule }
    for (name, schema) in schemas { ruleset["schemas/\(name)"] = schema }
    let reading = Ruleset.read(
      RulesetFiles(origin: "", files: ruleset.mapValues { Array($0.utf8) }))
    for finding in reading.findings {
      Issue.record("\(finding.path) \(finding.range): \(finding.message)", sourceLocation: location)
    }
    try self.init(
      try #require(reading.ruleset, sourceLocation: location), unreadable: unreadable, files)
  }

  /// Checks `files` with a ruleset.
  init(_ ruleset: Ruleset, unreadable: [String] = [], _ files: [String: String]) throws {
    self.ruleset = ruleset
    let inForce = RulesInForce(ruleset)
    let checker = FileChecker(ruleset, inForce)
    var texts: [String: SourceText] = [:]
    var marks: Set<Mark> = []
    var results: [FileResult] = []
    for (path, marked) in files {
      let text = try MarkedText(Array(marked.utf8))
      texts[path] = SourceText(fileBytes: text.bytes)
      marks.formUnion(text.ranges.map { Mark(path: path, range: $0) })
      results.append(
        checker.check(
          SourceText(fileBytes: text.bytes), path: path, sources: ruleset.sources(of: path)))
    }
    for path in unreadable {
      results.append(
        checker.unreadable(
          path: path, sources: ruleset.sources(of: path), reason: "\(path) could not be read"))
    }
    // What is kept or sent is what is joined.
    facts = results.map(\.facts).sorted { $0.path < $1.path }
    let decoded = facts.compactMap { FileFacts.decode($0.encode(), for: ruleset) }
    #expect(decoded == facts)
    let joined = Join(ruleset, inForce).run(FactStore(decoded.shuffled(), for: ruleset))
    var findings: [Finding] = []
    for result in results {
      let path = result.facts.path
      let drafts = joined.drafts[path] ?? []
      let said = FindingCompleter(tree: texts[path].flatMap { loadYAML($0).tree }).findings(drafts)
      findings += ruleset.withoutRepetitions(result.findings, of: said) + said
    }
    findings.sort()
    Fingerprint.number(&findings)
    self.findings = findings
    self.texts = texts
    self.marks = marks
    notChecked = Set(results.flatMap(\.notChecked) + joined.notChecked).sorted()
  }

  /// Expects findings exactly where the marks are, with these messages, in the order of paths and positions.
  func expect(_ messages: String..., location: SourceLocation = #_sourceLocation) {
    expectPlaces(location: location)
    #expect(findings.map(\.message) == messages, sourceLocation: location)
  }

  /// Expects findings exactly where the marks are, whatever their words.
  func expectPlaces(location: SourceLocation = #_sourceLocation) {
    let found = Set(findings.map { Mark(path: $0.path, range: $0.range) })
    #expect(found.subtracting(marks) == [], "not marked, but found", sourceLocation: location)
    #expect(marks.subtracting(found) == [], "marked, but not found", sourceLocation: location)
  }

  /// The related places of a finding as `path "text": message`.
  func related(_ number: Int = 0) -> [String] {
    guard findings.indices.contains(number) else { return [] }
    return findings[number].related.map { place in
      "\(place.path) \"\(texts[place.path]?.text(in: place.range) ?? "")\": \(place.message)"
    }
  }

  /// The notes as `rule path: reason`.
  var notes: [String] { notChecked.map { "\($0.rule) \($0.path): \($0.reason)" } }

  /// The text of a file after all safe fixes.
  func fixed(_ path: String) -> String {
    let edits = findings.flatMap(\.fixes).filter(\.isSafe).flatMap(\.edits).filter {
      $0.path == path
    }
    return String(
      decoding: texts[path]?.applying(edits.map(\.edit)).bytes ?? [], as: UTF8.self)
  }
}
