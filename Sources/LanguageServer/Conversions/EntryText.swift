import RuleEngine

/// What people read about an entry of an index.
struct EntryText {
  let ruleset: Ruleset
  let entry: IndexEntry
  let markup: Markup

  /// What kind of thing it is: the name of its index.
  var kind: String { ruleset.indexes[entry.index].name }

  /// All that is known of it.
  ///
  /// - Parameters:
  ///   - line: the line of its definition, from 1.
  ///   - uses: how many files of each source refer to it; nothing when that is not to be said.
  func json(line: Int?, uses: [(source: String, count: Int)]?) -> JSON {
    var paragraphs = ["\(markup.strong(entry.key)) (\(kind))"]
    if let label = entry.label, label != entry.key { paragraphs.append(markup.escaped(label)) }
    var facts = entry.attributes.map { "- \(markup.escaped($0.name)): \(markup.escaped($0.value))" }
    if !entry.aliases.isEmpty {
      facts.append("- also: " + entry.aliases.map(markup.escaped).joined(separator: ", "))
    }
    if !facts.isEmpty { paragraphs.append(facts.joined(separator: "\n")) }
    paragraphs.append("defined in \(markup.code(entry.path))" + (line.map { ", line \($0)" } ?? ""))
    if let uses { paragraphs.append(EntryText.sentence(uses)) }
    return markup.json(paragraphs)
  }

  private static func sentence(_ uses: [(source: String, count: Int)]) -> String {
    uses.isEmpty ? "used nowhere" : "used in " + counts(uses)
  }

  /// "4 activities, 1 report": a number of files for each source.
  static func counts(_ uses: [(source: String, count: Int)]) -> String {
    uses.map { "\($0.count) \($0.source)" }.joined(separator: ", ")
  }
}
