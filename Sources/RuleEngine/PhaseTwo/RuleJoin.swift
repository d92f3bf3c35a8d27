import Findings
import SourceText
import Spelling
import YAML

/// One rule over the facts of all files, while it is checked. What it makes for one rule and others can use, such as
/// tables of indexes, it keeps.
struct RuleJoin {
  let ruleset: Ruleset
  let store: FactStore
  let gaps: Gaps
  let inForce: RulesInForce
  /// The day that `today` means in a rule, as `YYYY-MM-DD`; nothing when nobody has said which.
  var today: String? { inForce.today }
  /// The rule that is checked.
  private(set) var rule: Rule
  private(set) var severity: Severity
  /// What was found.
  var drafts: [Draft] = []
  /// What could not be decided.
  private(set) var notChecked: Set<NotChecked> = []
  private var room = FindingRoom()

  /// For each index its table, once a rule has asked for it.
  var tables: [IndexTable?]
  /// For each list of indexes that a rule looks in, what finds the closest keys.
  var finders: [[Int]: ClosestFinder] = [:]
  /// By sources, what other rules find a second time, once the rule has asked for it.
  var repeatedNodes: [Set<Int>: Set<FactNode>] = [:]
  /// By sources, what other rules say to be wrong by itself, once the rule has asked for it.
  var wrongNodes: [Set<Int>: Set<FactNode>] = [:]
  /// By sources, what other rules say to be nothing that the rule's index knows, once the rule has asked for it.
  var toldNodes: [Set<Int>: Set<FactNode>] = [:]
  /// The wrong keys of the indexes that the rule looks in, once it has asked for them.
  var wrongKeys: WrongKeys?

  init(
    _ rule: Rule, _ severity: Severity, _ ruleset: Ruleset, _ store: FactStore, _ gaps: Gaps,
    _ inForce: RulesInForce
  ) {
    self.rule = rule
    self.severity = severity
    self.ruleset = ruleset
    self.store = store
    self.gaps = gaps
    self.inForce = inForce
    tables = ruleset.indexes.map { _ in nil }
  }

  /// Goes on to another rule, and forgets what was found for the one before.
  mutating func begin(_ rule: Rule, _ severity: Severity) {
    self.rule = rule
    self.severity = severity
    drafts = []
    notChecked = []
    room = FindingRoom()
    repeatedNodes = [:]
    wrongNodes = [:]
    toldNodes = [:]
    wrongKeys = nil
  }
}

// MARK: Findings

extension RuleJoin {
  /// A finding about the value at `index` of a row. `message` is the kind's own, used when the rule has none.
  func draft(
    at row: FactStore.Row, _ index: Int = 0, value: String? = nil, message: String, help: String?,
    values: MessageTemplate.Values = .init()
  ) -> Draft {
    let place = store.place(index, of: row)
    var values = values
    values.path = place.path
    if values.value.isEmpty { values.value = value ?? "" }
    if value != nil { values.value = values.value.shown }
    var draft = Draft(
      rule: rule.id, severity: severity, message: rule.message?.text(values) ?? message,
      path: place.path,
      node: place.node, range: place.range, value: value, help: help)
    draft.formerly = rule.formerly
    return draft
  }

  /// Whether one more finding may be told of the file of a row, which is counted with that; when it may not, that is
  /// noted.
  ///
  /// - Parameter severity: how much it weighs; nothing for the rule's own severity.
  mutating func mayTell(about row: FactStore.Row, _ severity: Severity? = nil) -> Bool {
    switch room.take(in: row.file, severity ?? self.severity) {
    case .one: return true
    case .lastIsTaken: cannotSay(about: row, because: FindingRoom.reason)
    case .none: break
    }
    return false
  }

  /// Notes that the rule cannot say more about the file of a row, because of `reason`.
  mutating func cannotSay(about row: FactStore.Row, because reason: String) {
    notChecked.insert(NotChecked(rule: rule.id, path: store.path(of: row), reason: reason))
  }

  /// Notes that the rule cannot say more about a source, because of `reason`, where no file is that it could speak about.
  mutating func cannotSay(aboutSource source: Int, because reason: String) {
    let source = ruleset.sources[source]
    let pattern = source.files.first { !$0.isExclusion }?.pattern
    notChecked.insert(NotChecked(rule: rule.id, path: pattern ?? source.name, reason: reason))
  }

  /// The places of up to five rows, and how many more there are.
  ///
  /// - Parameter omitted: the position of a row that is left out.
  func related(_ rows: [FactStore.Row], omitting omitted: Int? = nil, _ message: String) -> [RelatedPlace] {
    let most = 5
    let shown = Array(rows.indices.lazy.filter { $0 != omitted }.prefix(most))
    var related = shown.map { index in
      let place = store.place(0, of: rows[index])
      return RelatedPlace(path: place.path, range: place.range, message: message)
    }
    let left = rows.count - (omitted == nil ? 0 : 1) - related.count
    if left > 0, let last = related.indices.last { related[last].message += ", and at \(left) more" }
    return related
  }

  /// Why not all rows of these collectors are known; nothing when all are.
  func gap(inCollectors collectors: [Int]) -> String? {
    gaps.reason(collectors.map { ruleset.plan.collectors[$0].source })
      ?? gaps.doubt(aboutCollectors: collectors)
  }

  /// Why not all rows of these collectors in the file at `path`, which could be read, are known; nothing when all are.
  func doubt(aboutCollectors collectors: [Int], in path: String) -> String? {
    gaps.doubt(aboutCollectors: collectors, in: path)
  }

  /// Why not all entries of these indexes are known; nothing when all are.
  func gap(inIndexes indexes: [Int]) -> String? {
    for index in indexes {
      if let reason = gaps.reason(ruleset.indexes[index].source)
        ?? gaps.doubt(aboutCollectors: ruleset.indexes[index].collectors)
      {
        return reason
      }
    }
    return nil
  }

  /// How people find the files of a source: "plan.yaml", "membership/*.yaml".
  func files(of source: Int) -> String {
    ruleset.sources[source].files.filter { !$0.isExclusion }.map(\.pattern).joined(
      separator: " or ")
  }
}

// MARK: Indexes

extension RuleJoin {
  /// Calls `body` with the table of an index.
  mutating func withTable<Result>(_ index: Int, _ body: (inout IndexTable) -> Result) -> Result {
    // In its place: a table is large, and asked for every value.
    if let result = tables[index]?.with(body) { return result }
    var table = IndexTable(ruleset.indexes[index], store)
    defer { tables[index] = table }
    return body(&table)
  }

  /// Whether a value is a key of an index itself.
  mutating func isKey(_ symbol: UInt32, of index: Int) -> Bool {
    // Asked as one that may change, a table is not copied.
    withTable(index) { $0.isKey(symbol) }
  }

  /// What a value means among the entries of some indexes, and of which one. A key goes before an alias, and an
  /// alias before another spelling, which counts only when it is one of a single key of all the indexes.
  mutating func resolve(_ symbol: UInt32, in indexes: [Int]) -> (IndexTable.Resolution, index: Int) {
    if indexes.count == 1, isKey(symbol, of: indexes[0]) { return (.key(symbol), indexes[0]) }
    let store = store
    var best: (resolution: IndexTable.Resolution, index: Int) = (.unknown, indexes.first ?? 0)
    for index in indexes {
      let resolution = withTable(index) { $0.resolve(symbol, store) }
      switch resolution {
      case .key: return (resolution, index)
      case .alias:
        if case .alias = best.resolution { continue }
        best = (resolution, index)
      case .spelling:
        if case .unknown = best.resolution { best = (resolution, index) }
      case .unknown: continue
      }
    }
    if case .spelling = best.resolution, isSpeltLikeSeveral(symbol, in: indexes) {
      return (.unknown, best.index)
    }
    return best
  }

  /// Whether several keys are spelt like a value. A key that is in two indexes is one text, and right in either.
  private mutating func isSpeltLikeSeveral(_ symbol: UInt32, in indexes: [Int]) -> Bool {
    guard indexes.count > 1 else { return false }
    let store = store
    let text = store.text(of: symbol)
    return indexes.reduce(into: Set<UInt32>()) { keys, index in
      keys.formUnion(withTable(index) { $0.keys(spelt: text, store) })
    }.count > 1
  }

  /// The closest keys to a value among the entries of some indexes, best first, with their labels.
  mutating func closest(to value: String, in indexes: [Int]) -> [(
    suggestion: Suggestion, entry: FactStore.Row
  )] {
    let store = store
    return finder(in: indexes).closest(to: value, count: 3).compactMap { key in
      guard let symbol = store.symbol(of: key) else { return nil }
      for index in indexes {
        guard let entry = withTable(index, { $0.entry(withKey: symbol) }) else { continue }
        return (Suggestion(key, label: label(of: entry, in: index)), entry)
      }
      return nil
    }
  }

  /// What finds the closest keys among the entries of some indexes.
  mutating func finder(in indexes: [Int]) -> ClosestFinder {
    if let known = finders[indexes] { return known }
    let store = store
    var names: [(name: String, key: String)] = []
    for index in indexes { names += withTable(index) { $0.names(store) } }
    let finder = ClosestFinder(names)
    finders[indexes] = finder
    return finder
  }

  /// The label of an entry; nothing when the index has none or the entry's is no text.
  func label(of entry: FactStore.Row, in index: Int) -> String? {
    guard ruleset.indexes[index].hasLabel, store.kind(Ruleset.Index.label, of: entry).isScalarText
    else {
      return nil
    }
    return store.text(Ruleset.Index.label, of: entry)
  }

  /// The attributes of an entry, as a message shows them.
  func attributes(of entry: FactStore.Row, in index: Int) -> [String: String] {
    var attributes: [String: String] = [:]
    for (number, name) in ruleset.indexes[index].attributes.enumerated() {
      attributes[name] = store.text(Ruleset.Index.firstAttribute + number, of: entry)
    }
    return attributes
  }
}
