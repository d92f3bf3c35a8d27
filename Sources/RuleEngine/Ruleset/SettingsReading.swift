import Findings
import SourceText
import YAML

/// `ruleset.yaml` while it is read.
struct SettingsReading {
  /// What the ruleset is called.
  struct Head {
    let name: String
    let title: String
    let version: String
  }

  private let file: RulesetFile
  var around: RuleReading.Surroundings
  var mistakes: Mistakes

  init(file: RulesetFile, around: RuleReading.Surroundings, mistakes: Mistakes) {
    self.file = file
    self.around = around
    self.mistakes = mistakes
  }

  mutating func read() -> Head? {
    guard
      let fields = Fields(
        file.root, in: file, what: "ruleset.yaml",
        allowed: ["ruleset", "title", "version", "sources", "indexes"], &mistakes)
    else { return nil }
    let name = fields.requiredText("ruleset", &mistakes)
    let title = fields.text("title", &mistakes)
    let version = fields.text("version", &mistakes)
    if let sources = fields.required("sources", &mistakes) {
      for (key, value) in named(sources, what: "sources", broken: \.brokenSources) {
        source(key, value)
      }
    }
    if let indexes = fields["indexes"] {
      for (key, value) in named(indexes, what: "indexes", broken: \.brokenIndexes) {
        index(key, value)
      }
    }
    return name.map { Head(name: $0, title: title ?? $0, version: version ?? "0.0.0") }
  }

  /// The members of a mapping from names, each noted as broken until it is read.
  private mutating func named(
    _ node: NodeID, what: String, broken: WritableKeyPath<RuleReading.Surroundings, Set<String>>
  ) -> [(key: NodeID, value: NodeID)] {
    guard file.tree.kind(of: node) == .mapping else {
      mistakes.add(
        "\(what) is a mapping from names, but \(Fields.name(of: file.tree.kind(of: node))) is here",
        in: file,
        at: Fields.place(of: node, in: file.tree))
      return []
    }
    let members = Array(file.tree.members(of: node))
    for (key, _) in members {
      let name = file.tree.text(of: key)
      around[keyPath: broken].insert(name)
      if !RuleID(rawValue: name).isWellFormed {
        mistakes.add(
          "\(name) is no name", in: file, at: file.tree.range(of: key),
          help: "a name is lower case words joined by -, such as board-seats")
      }
    }
    return members
  }
}

// MARK: Sources

extension SettingsReading {
  private mutating func source(_ key: NodeID, _ value: NodeID) {
    let name = file.tree.text(of: key)
    guard
      let fields = Fields(
        value, in: file, what: "the source \(name)", allowed: ["files", "required"], &mistakes)
    else { return }
    let isRequired = fields.boolean("required", &mistakes) ?? false
    guard let list = fields.required("files", &mistakes) else { return }
    let nodes = Fields.list(list, in: file.tree)
    let globs = nodes.compactMap { glob($0) }
    guard globs.count == nodes.count else { return }
    if let reason = Glob.reasonForNothing(in: globs) {
      mistakes.add(
        "no file can be in the source \(name): \(reason)", in: file, at: fields.place(of: list),
        help: "name the files with patterns such as activities/**/*.yaml")
      return
    }
    around.brokenSources.remove(name)
    around.sources.append(Ruleset.Source(name: name, files: globs, isRequired: isRequired))
  }

  private mutating func glob(_ node: NodeID) -> Glob? {
    guard file.tree.hasText(node) else {
      mistakes.add(
        "a pattern for paths is a text, but \(Fields.name(of: file.tree.kind(of: node))) is here",
        in: file,
        at: Fields.place(of: node, in: file.tree))
      return nil
    }
    do {
      return try Glob(file.tree.text(of: node))
    } catch {
      mistakes.add(
        error.message, in: file, at: file.tree.range(of: node),
        help: "a pattern has * ? ** [] {a,b}; a leading ! takes away")
      return nil
    }
  }
}

// MARK: Indexes

extension SettingsReading {
  private mutating func index(_ key: NodeID, _ value: NodeID) {
    let name = file.tree.text(of: key)
    guard
      let fields = Fields(
        value, in: file, what: "the index \(name)",
        allowed: ["source", "select", "key", "aliases", "label", "attributes"], &mistakes)
    else { return }
    var reading = RuleReading(file: file, fields: fields, around: around, mistakes: mistakes)
    let index = reading.readIndex(name)
    around = reading.around
    mistakes = reading.mistakes
    guard let index else { return }
    around.brokenIndexes.remove(name)
    around.indexes.append(index)
  }
}

extension RuleReading {
  fileprivate mutating func readIndex(_ name: String) -> Ruleset.Index? {
    let source = fields.required("source", &mistakes).flatMap { self.source($0) }
    let selection = fields["select"].map { self.selection($0) } ?? Selection.document
    let key = fields.required("key", &mistakes).flatMap { value($0) }
    let label = fields["label"].map { value($0) }
    var names: [String] = []
    var attributes: [ValueTemplate?] = []
    if let node = fields["attributes"] {
      if tree.kind(of: node) != .mapping {
        mistake("attributes is a mapping from names to queries", at: node)
      }
      for (key, query) in tree.members(of: node) {
        names.append(tree.text(of: key))
        attributes.append(value(query))
      }
    }
    let aliases = fields["aliases"].map { self.aliases($0) }
    guard let source, let selection, let key, attributes.allSatisfy({ $0 != nil }) else {
      return nil
    }
    if case .some(nil) = label { return nil }
    if case .some(nil) = aliases { return nil }
    // An entry without a label has its key in the label's place, so that attributes are always in theirs.
    let known = [key, (label ?? nil) ?? key] + attributes.compactMap { $0 }
    let asked = known + key.parts
    let entries = around.plan.collector(
      FactPlan.Collector(source: source, selection: selection, values: asked))
    let aliasCollector = (aliases ?? nil).map { aliases in
      around.plan.collector(
        FactPlan.Collector(
          source: source, selection: selection, expansion: aliases.expansion,
          values: [key] + (aliases.value.map { [$0] } ?? [])))
    }
    return Ruleset.Index(
      name: name, source: source, attributes: names, hasLabel: label != nil, entries: entries,
      partsOfKey: known.count + 1..<asked.count + 1,
      aliases: aliasCollector, alias: (aliases ?? nil)?.value == nil ? 0 : 2)
  }

  /// What gives an entry's aliases: a query for any number of them, or a value that is put together.
  private mutating func aliases(_ node: NodeID) -> (expansion: Selection?, value: ValueTemplate?)? {
    if tree.hasText(node), tree.text(of: node).hasPrefix("@") || tree.text(of: node).hasPrefix("$") {
      return selection(node).map { ($0, nil) }
    }
    return value(node).map { (nil, $0) }
  }
}
