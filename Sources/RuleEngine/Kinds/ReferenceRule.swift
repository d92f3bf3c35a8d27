import Findings
import SourceText
import YAML

/// `reference: {index, where?, aliases?, value?}`: each value is a key of the index, or of one of several; with
/// `where`, an attribute of the entry equals another value.
struct ReferenceRule: RuleKind {
  static let name = "reference"

  /// What another name of an entry counts for.
  private enum Aliases {
    case allow, info, error
  }

  /// An attribute with the value that it must have.
  private struct Condition {
    let attribute: String
    /// For each index of the rule, where its entries have the attribute.
    let columns: [Int]
    /// Where the rule's own rows have the value.
    let column: Int
  }

  let indexes: [Int]
  let subjects: [Int]
  private let conditions: [Condition]
  private let aliases: Aliases
  /// Where a row has what refers: the node itself, or a value that is put together.
  let valueColumn: Int
  /// Where a row has what the value is put together of; empty for one that stands somewhere as it is.
  private let partColumns: Range<Int>
  /// Whether what refers is one scalar, which can be replaced.
  let isReplaceable: Bool
  /// Whether other names of an entry are no mistakes that must be mended.
  var takesAliases: Bool { aliases != .error }
  /// What gives the value, when it is not the node itself.
  let value: ValueTemplate?

  var judgesValues: Bool { true }

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    guard
      let fields = reading.fields(
        of: node, what: "a reference", allowed: ["index", "where", "aliases", "value"])
    else { return nil }
    let indexNodes = fields.required("index", &reading.mistakes) == nil ? [] : fields.list("index")
    if fields["index"] != nil, indexNodes.isEmpty {
      reading.mistake("at least one index is needed", at: node)
    }
    let indexes = indexNodes.compactMap { reading.index($0) }
    reading.messageAttributes = indexes.flatMap { reading.around.indexes[$0].attributes }

    let choices = [("allow", Aliases.allow), ("info", .info), ("error", .error)]
    let aliases =
      fields["aliases"].map { _ in fields.choice("aliases", choices, &reading.mistakes) } ?? .info
    let template = fields["value"].map { reading.value($0) }
    var values: [ValueTemplate] = []
    if case .some(.some(let template)) = template { values.append(template) }
    valueColumn = values.count
    value = values.first
    isReplaceable = values.allSatisfy { !$0.isPutTogether }
    let conditions = fields["where"].map {
      Self.conditions($0, indexes, firstColumn: values.count + 1, &reading)
    }
    guard !indexes.isEmpty, indexes.count == indexNodes.count, let aliases else { return nil }
    if case .some(nil) = template { return nil }
    if case .some(nil) = conditions { return nil }
    self.indexes = indexes
    self.aliases = aliases
    self.conditions = (conditions ?? nil)?.conditions ?? []
    values += (conditions ?? nil)?.values ?? []
    let parts = value?.parts ?? []
    partColumns = values.count + 1..<values.count + 1 + parts.count
    values += parts
    subjects = reading.collectors(reading.scopes, values: values)
  }

  private static func conditions(
    _ node: NodeID, _ indexes: [Int], firstColumn: Int, _ reading: inout RuleReading
  ) -> (conditions: [Condition], values: [ValueTemplate])? {
    let attributes = indexes.map { reading.around.indexes[$0].attributes }
    // An attribute can be asked of an entry only when the entries of every index have it.
    let shared = (attributes.first ?? []).filter { name in
      attributes.allSatisfy { $0.contains(name) }
    }
    guard
      let fields = reading.fields(
        of: node, what: "where", allowed: indexes.isEmpty ? reading.tree.keyTexts(of: node) : shared
      )
    else { return nil }
    var conditions: [Condition] = []
    var values: [ValueTemplate] = []
    for name in reading.tree.keyTexts(of: node) {
      guard let query = fields[name], let value = reading.value(query) else { return nil }
      let columns = attributes.compactMap { $0.firstIndex(of: name) }.map {
        Ruleset.Index.firstAttribute + $0
      }
      guard columns.count == indexes.count else { return nil }
      conditions.append(
        Condition(attribute: name, columns: columns, column: firstColumn + values.count))
      values.append(value)
    }
    return (conditions, values)
  }

  /// What is put together is no value that stands somewhere.
  func wrongNodes(_ join: inout RuleJoin, in sources: Set<Int>) -> Set<FactNode> {
    guard isReplaceable, join.gap(inIndexes: indexes) == nil else { return [] }
    let store = join.store
    var nodes: Set<FactNode> = []
    for row in store.rows(of: join.ruleset.collectors(subjects, in: sources))
    where store.kind(valueColumn, of: row).isScalarText {
      switch join.resolve(store.symbol(valueColumn, of: row), in: indexes).0 {
      case .unknown, .spelling: nodes.insert(FactNode(valueColumn, of: row, store))
      case .key, .alias: continue
      }
    }
    return nodes
  }

  func collectorsOfOtherRules(_ ruleset: Ruleset) -> [Int] {
    let own = conditions.isEmpty && partColumns.isEmpty ? [] : ruleset.sources(of: subjects)
    return ruleset.collectorsOfJudges(in: own.union(indexes.map { ruleset.indexes[$0].source }))
  }

  func join(_ join: inout RuleJoin) {
    let store = join.store
    for collector in subjects {
      store.forEachRow(of: collector) { row in
        guard store.kind(valueColumn, of: row).isScalarText else { return }
        check(row, &join)
      }
    }
  }

  func join(_ join: inout RuleJoin, onlyIn path: String, wasSilent: Bool) -> Bool {
    // Whether an unknown value may be a wrong key depends on how many there are in all files.
    guard join.wrongKeys(for: self).areNone else { return false }
    let store = join.store
    for collector in subjects {
      for row in store.rows(of: collector, in: path) where store.kind(valueColumn, of: row).isScalarText {
        check(row, &join)
      }
    }
    return true
  }

  private func check(_ row: FactStore.Row, _ join: inout RuleJoin) {
    // The store is asked where it is: a copy of it for each row would count all that it holds.
    let symbol = join.store.symbol(valueColumn, of: row)
    if conditions.isEmpty, indexes.count == 1, join.isKey(symbol, of: indexes[0]) {
      return
    }
    let (resolution, index) = join.resolve(symbol, in: indexes)
    if case .unknown = resolution { return unknown(row, &join) }
    if case .spelling = resolution, let gap = join.gap(inIndexes: indexes) {
      return join.cannotSay(about: row, because: gap)
    }
    let entries = resolution.keys.flatMap { key in
      join.withTable(index) { $0.entries(withKey: key) }
    }
    guard let entry = entries.first else { return }
    if let condition = conditions.first(where: { !holds($0, row, entries, index, join.store) }) {
      return fails(condition, row, entry, index, resolution, &join)
    }
    switch resolution {
    case .key, .unknown: return
    case .alias where aliases == .allow: return
    case .alias, .spelling: otherName(row, entry, index, resolution, &join)
    }
  }
}

// MARK: What is wrong

extension ReferenceRule {
  private func unknown(_ row: FactStore.Row, _ join: inout RuleJoin) {
    if let gap = join.gap(inIndexes: indexes) { return join.cannotSay(about: row, because: gap) }
    let store = join.store
    if join.hasWrong(Array(partColumns), of: row, in: join.ruleset.sources(of: subjects)) {
      return join.cannotSay(about: row, because: Gaps.reason([store.path(of: row)]))
    }
    let value = store.text(valueColumn, of: row)
    let wrong = join.wrongKeys(for: self)
    if let reason = join.refusal(store.symbol(valueColumn, of: row), wrong, in: indexes) {
      return join.cannotSay(about: row, because: reason)
    }
    guard join.mayTell(about: row) else { return }
    let closest = join.closest(to: value, in: indexes)
    var values = values(value, join)
    values.closest = closest.first?.suggestion.value ?? "nothing"
    values.expected = closest.first?.suggestion.value ?? ""
    values.actual = value
    if let first = closest.first,
      let index = indexes.first(where: { isEntry(first.entry, of: $0, join) })
    {
      values.entry = join.attributes(of: first.entry, in: index)
    }
    let hint = closest.first.map { "; the closest is \($0.suggestion.value)" } ?? ""
    let places = indexes.map { join.files(of: join.ruleset.indexes[$0].source) }
    var draft = join.draft(
      at: row, valueColumn, value: value, message: "\(value.shown) is no \(values.index)" + hint,
      help:
        "use a known \(values.index), or add \(value.shown) to \(places.uniqued.joined(separator: " or "))",
      values: values)
    draft.suggestions = closest.map(\.suggestion)
    draft.related = closest.prefix(1).map { key in
      let place = store.place(Ruleset.Index.key, of: key.entry)
      return RelatedPlace(
        path: place.path, range: place.range, message: "\(key.suggestion.value) is defined here")
    }
    join.drafts.append(draft)
  }

  private func isEntry(_ row: FactStore.Row, of index: Int, _ join: RuleJoin) -> Bool {
    let entries = join.ruleset.indexes[index].entries
    return join.store.files[Int(row.file)].rows.section(of: entries)?.values.contains(Int(row.start)) == true
  }

  /// Whether an entry has the attribute that a condition asks for. A value that is not there asks for nothing.
  private func holds(
    _ condition: Condition, _ row: FactStore.Row, _ entries: [FactStore.Row], _ index: Int,
    _ store: FactStore
  ) -> Bool {
    guard store.kind(condition.column, of: row).isScalarText else { return true }
    let wanted = store.symbol(condition.column, of: row)
    let column = column(of: condition, in: index)
    return entries.contains {
      store.kind(column, of: $0).isScalarText && store.symbol(column, of: $0) == wanted
    }
  }

  private func column(of condition: Condition, in index: Int) -> Int {
    condition.columns[indexes.firstIndex(of: index) ?? 0]
  }

  private func fails(
    _ condition: Condition, _ row: FactStore.Row, _ entry: FactStore.Row, _ index: Int,
    _ resolution: IndexTable.Resolution, _ join: inout RuleJoin
  ) {
    let store = join.store
    let source = join.ruleset.indexes[index].source
    if join.hasWrong([condition.column], of: row, in: join.ruleset.sources(of: subjects)) {
      return join.cannotSay(about: row, because: Gaps.reason([store.path(of: row)]))
    }
    if join.hasWrong([column(of: condition, in: index)], of: entry, in: [source]) {
      return join.cannotSay(about: row, because: Gaps.reason([store.path(of: entry)]))
    }
    guard join.mayTell(about: row) else { return }
    let value = store.text(valueColumn, of: row)
    let key = store.text(Ruleset.Index.key, of: entry)
    let wanted = store.text(condition.column, of: row)
    let actual = store.text(column(of: condition, in: index), of: entry)
    let attribute = condition.attribute
    var values = values(value, join)
    values.entry = join.attributes(of: entry, in: index)
    values.expected = wanted
    values.actual = actual
    values.closest = key
    let message =
      actual.isEmpty
      ? "\(value.shown) has no \(attribute), but \(wanted.shown) is needed here"
      : "the \(attribute) of \(value.shown) is \(actual.shown), but \(wanted.shown) is needed here"
    var draft = join.draft(
      at: row, valueColumn, value: value, message: message,
      help: "use one whose \(attribute) is \(wanted.shown), or correct the entry", values: values)
    let place = store.place(Ruleset.Index.key, of: entry)
    draft.related = [
      RelatedPlace(path: place.path, range: place.range, message: "\(key) is defined here")
    ]
    if case .key = resolution { return join.drafts.append(draft) }
    if aliases != .allow || resolution == .spelling(store.symbol(Ruleset.Index.key, of: entry)) {
      replace(&draft, at: row, by: key, store)
    }
    join.drafts.append(draft)
  }

  /// An alias, or another spelling: it is known which key is meant.
  private func otherName(
    _ row: FactStore.Row, _ entry: FactStore.Row, _ index: Int, _ resolution: IndexTable.Resolution,
    _ join: inout RuleJoin
  ) {
    var severity = join.severity
    // That something has another name is no mistake.
    if case .alias = resolution, aliases == .info { severity = .info }
    guard join.mayTell(about: row, severity) else { return }
    let store = join.store
    let value = store.text(valueColumn, of: row)
    let key = store.text(Ruleset.Index.key, of: entry)
    let name = join.ruleset.indexes[index].name
    var values = values(value, join)
    values.closest = key
    values.expected = key
    values.actual = value
    values.entry = join.attributes(of: entry, in: index)
    var message = "\(value.shown) is no \(values.index); it is spelt \(key)"
    if case .alias = resolution { message = "\(value.shown) is another name of the \(name) \(key.shown)" }
    var draft = join.draft(
      at: row, valueColumn, value: value, message: message, help: "write \(key)", values: values)
    if case .alias(let keys) = resolution {
      // The rule's own words are for what is wrong, and this is only another name.
      if aliases == .info { (draft.severity, draft.message) = (severity, message) }
      // Of a name that several entries have nobody can tell which is meant.
      if keys.count == 1 { replace(&draft, at: row, by: key, store) }
    } else {
      replace(&draft, at: row, by: key, store)
    }
    draft.suggestions = [Suggestion(key, label: join.label(of: entry, in: index))]
    let place = store.place(Ruleset.Index.key, of: entry)
    draft.related = [
      RelatedPlace(path: place.path, range: place.range, message: "\(key) is defined here")
    ]
    join.drafts.append(draft)
  }

  private func replace(
    _ draft: inout Draft, at row: FactStore.Row, by key: String, _ store: FactStore
  ) {
    guard isReplaceable else { return }
    draft.repair = .replaceScalar(store.value(valueColumn, of: row).nodeID, by: key)
    draft.repairTitle = "replace by \(key)"
  }

  private func values(_ value: String, _ join: RuleJoin) -> MessageTemplate.Values {
    var values = MessageTemplate.Values()
    values.value = value
    values.index = indexes.map { join.ruleset.indexes[$0].name }.joined(separator: " or ")
    return values
  }
}

extension [String] {
  /// The elements without repetitions, in their order.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Tree {
  /// The texts of the keys of a mapping.
  func keyTexts(of node: NodeID) -> [String] {
    members(of: node).map { text(of: $0.key) }
  }
}
