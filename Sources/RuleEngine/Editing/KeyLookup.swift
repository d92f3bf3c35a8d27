import Findings
package import SourceText
import YAML

/// What refers to what, for those who read and write the files.
package struct KeyLookup: Sendable {
  private let ruleset: Ruleset
  private let store: FactStore
  private let gaps: Gaps
  private let references: [ReferenceRule]
  private let tables: [IndexTable]

  init(_ ruleset: Ruleset, _ inForce: RulesInForce, _ store: FactStore, _ gaps: Gaps, _ tables: [IndexTable?])
  {
    self.ruleset = ruleset
    self.store = store
    self.gaps = gaps
    references = ruleset.rules.filter { inForce[$0.id] != nil }.compactMap { $0.kind as? ReferenceRule }
    self.tables = zip(ruleset.indexes, tables).map { $1 ?? IndexTable($0, store) }
  }

  /// Why not all entries of an index, or not all that refers to them, are known; nothing when all are.
  package func gap(around index: Int) -> String? {
    let rules = references.filter { $0.indexes.contains(index) }
    let users = rules.flatMap(\.subjects).map { ruleset.plan.collectors[$0].source }
    return gaps.unreadable([ruleset.indexes[index].source] + users)
  }
}

// MARK: Entries

extension KeyLookup {
  /// All entries of an index, by place.
  package func entries(of index: Int) -> [IndexEntry] {
    let aliases = aliases(of: index)
    return tables[index].entries.map { entry($0, index, aliases) }
  }

  /// The entries that `text` means in the first of `indexes` that knows it: by their key, by another name or by
  /// another spelling.
  package func entries(named text: String, in indexes: [Int]) -> [IndexEntry] {
    guard let symbol = store.symbol(of: text) else { return [] }
    var resolver = Resolver(self)
    let (keys, index) = resolver.resolve(symbol, in: indexes)
    guard !keys.isEmpty else { return [] }
    let aliases = aliases(of: index)
    return keys.flatMap { tables[index].entries(withKey: $0) }.map { entry($0, index, aliases) }
  }

  /// The keys and aliases of an index that are `text`.
  package func names(_ text: String, in index: Int) -> [KeyName] {
    names(of: index) { $0 == text }
  }

  /// The keys and aliases that the file at `path` defines, by index and place.
  ///
  /// - Parameter offset: the only byte that they may be at or end before; nothing for all.
  package func names(in path: String, at offset: Int? = nil) -> [KeyName] {
    ruleset.indexes.indices.flatMap { index -> [KeyName] in
      guard !store.rows(of: ruleset.indexes[index].entries, in: path).isEmpty else { return [] }
      let (table, isWritten) = (tables[index], isKeyWritten(index))
      func isWanted(_ row: FactStore.Row, _ column: Int) -> Bool {
        store.path(of: row) == path && isHere(store.place(column, of: row).range, offset)
      }
      let keys = table.entries.filter { isWanted($0, Ruleset.Index.key) }
        .map { name($0, Ruleset.Index.key, index, isAlias: false, isWritten) }
      let aliases = table.aliases.filter { isWanted($0, table.index.alias) }
        .map { name($0, table.index.alias, index, isAlias: true, table.index.alias == 0) }
      return (keys + aliases).sorted { $0.range < $1.range }
    }
  }

  private func isHere(_ range: ByteRange, _ offset: Int?) -> Bool {
    offset.map { range.start <= $0 && $0 <= range.end } ?? true
  }

  private func names(of index: Int, where isWanted: (String) -> Bool) -> [KeyName] {
    let (table, isWritten) = (tables[index], isKeyWritten(index))
    let keys = table.entries.filter { isWanted(store.text(Ruleset.Index.key, of: $0)) }
      .map { name($0, Ruleset.Index.key, index, isAlias: false, isWritten) }
    let aliases = table.aliases.filter { isWanted(store.text(table.index.alias, of: $0)) }
      .map { name($0, table.index.alias, index, isAlias: true, table.index.alias == 0) }
    return keys + aliases
  }

  private func isKeyWritten(_ index: Int) -> Bool {
    ruleset.plan.collectors[ruleset.indexes[index].entries].values.first?.isPutTogether == false
  }

  private func name(
    _ row: FactStore.Row, _ column: Int, _ index: Int, isAlias: Bool, _ isWritten: Bool
  ) -> KeyName {
    let place = store.place(column, of: row)
    let key = isAlias ? Ruleset.Index.keyOfAlias : Ruleset.Index.key
    return KeyName(
      index: index, text: store.text(column, of: row), key: store.text(key, of: row), isAlias: isAlias,
      path: place.path, range: place.range, node: place.node, isWritten: isWritten)
  }

  private func aliases(of index: Int) -> [UInt32: [String]] {
    let table = tables[index]
    var aliases: [UInt32: [String]] = [:]
    for row in table.aliases {
      aliases[store.symbol(Ruleset.Index.keyOfAlias, of: row), default: []]
        .append(store.text(table.index.alias, of: row))
    }
    return aliases
  }

  private func entry(_ row: FactStore.Row, _ index: Int, _ aliases: [UInt32: [String]]) -> IndexEntry {
    let shape = ruleset.indexes[index]
    let place = store.place(Ruleset.Index.key, of: row)
    let attributes = shape.attributes.enumerated().compactMap { number, name -> IndexEntry.Attribute? in
      let column = Ruleset.Index.firstAttribute + number
      guard store.kind(column, of: row).isScalarText else { return nil }
      return IndexEntry.Attribute(name: name, value: store.text(column, of: row))
    }
    let hasLabel = shape.hasLabel && store.kind(Ruleset.Index.label, of: row).isScalarText
    return IndexEntry(
      index: index, key: store.text(Ruleset.Index.key, of: row),
      label: hasLabel ? store.text(Ruleset.Index.label, of: row) : nil, attributes: attributes,
      aliases: aliases[store.symbol(Ruleset.Index.key, of: row)] ?? [], path: place.path, range: place.range)
  }
}

// MARK: Uses

extension KeyLookup {
  /// The values in the file at `path` that refer to something, known or not, by place.
  ///
  /// - Parameters:
  ///   - range: the bytes that they overlap or touch.
  ///   - most: how many there are at most; of more the first.
  package func uses(in path: String, touching range: ByteRange, atMost most: Int) -> [KeyUse] {
    var found: [(row: FactStore.Row, rule: ReferenceRule, range: ByteRange)] = []
    for rule in references {
      for row in rule.subjects.flatMap({ store.rows(of: $0, in: path) })
      where store.kind(rule.valueColumn, of: row).isScalarText {
        let place = store.value(rule.valueColumn, of: row).range
        if place.start <= range.end, place.end >= range.start { found.append((row, rule, place)) }
      }
    }
    found.sort { left, right in
      if left.range != right.range { return left.range < right.range }
      return left.rule.indexes.lexicographicallyPrecedes(right.rule.indexes)
    }
    var uses: [KeyUse] = []
    for (row, rule, range) in found where uses.last?.range != range {
      guard uses.count < most else { break }
      uses.append(use(row, rule))
    }
    return uses
  }

  /// The values that mean the entry of an index with this key, by file and place, each once.
  ///
  /// - Parameters:
  ///   - path: the only file that they may be in; nothing for all.
  ///   - most: how many there may be.
  /// - Returns: nothing when there are more.
  package func uses(of key: String, in index: Int, onlyIn path: String? = nil, atMost most: Int) -> [KeyUse]?
  {
    guard let wanted = store.symbol(of: key) else { return [] }
    var resolver = Resolver(self)
    var uses: Set<KeyUse> = []
    forEachUse(of: index, in: path) { row, rule, _ in
      guard uses.count <= most else { return }
      let (keys, found) = resolver.resolve(store.symbol(rule.valueColumn, of: row), in: rule.indexes)
      if found == index, keys.contains(wanted) { uses.insert(use(row, rule)) }
    }
    return uses.count > most ? nil : uses.onePerPlace
  }

  /// For each entry of an index that is used, by its key, how many files of each source use it, by the source's
  /// name.
  package func counts(of index: Int) -> [String: [(source: String, count: Int)]] {
    var resolver = Resolver(self)
    var files: [UInt32: [Int: Set<UInt32>]] = [:]
    forEachUse(of: index) { row, rule, collector in
      let (keys, found) = resolver.resolve(store.symbol(rule.valueColumn, of: row), in: rule.indexes)
      guard found == index else { return }
      let source = ruleset.plan.collectors[collector].source
      for key in keys { files[key, default: [:]][source, default: []].insert(row.file) }
    }
    var counts: [String: [(source: String, count: Int)]] = [:]
    for (key, sources) in files {
      counts[store.text(of: key)] = sources.keys.sorted().map {
        (ruleset.sources[$0].name, sources[$0]?.count ?? 0)
      }
    }
    return counts
  }

  /// An entry of an index, as files of a source use it.
  struct UsedEntry: Hashable {
    let index: Int
    let key: String
    let source: Int
  }

  /// How many of the files at some paths use each entry.
  func usedEntries(in paths: Set<String>) -> [UsedEntry: Int] {
    var resolver = Resolver(self)
    var counts: [UsedEntry: Int] = [:]
    for path in paths {
      var used: Set<UsedEntry> = []
      for rule in references {
        for collector in rule.subjects {
          let source = ruleset.plan.collectors[collector].source
          for row in store.rows(of: collector, in: path)
          where store.kind(rule.valueColumn, of: row).isScalarText {
            let (keys, index) = resolver.resolve(store.symbol(rule.valueColumn, of: row), in: rule.indexes)
            for key in keys { used.insert(UsedEntry(index: index, key: store.text(of: key), source: source)) }
          }
        }
      }
      for entry in used { counts[entry, default: 0] += 1 }
    }
    return counts
  }

  /// Calls `body` with each value that is looked up in an index, with its rule and its collector.
  ///
  /// - Parameter path: the only file whose values are wanted; nothing for all.
  private func forEachUse(
    of index: Int, in path: String? = nil, _ body: (FactStore.Row, ReferenceRule, Int) -> Void
  ) {
    for rule in references where rule.indexes.contains(index) {
      func take(_ row: FactStore.Row, _ collector: Int) {
        if store.kind(rule.valueColumn, of: row).isScalarText { body(row, rule, collector) }
      }
      for collector in rule.subjects {
        if let path {
          for row in store.rows(of: collector, in: path) { take(row, collector) }
        } else {
          store.forEachRow(of: collector) { take($0, collector) }
        }
      }
    }
  }

  private func use(_ row: FactStore.Row, _ rule: ReferenceRule) -> KeyUse {
    let place = store.place(rule.valueColumn, of: row)
    return KeyUse(
      indexes: rule.indexes, text: store.text(rule.valueColumn, of: row), path: place.path,
      range: place.range,
      node: place.node, isWritten: rule.isReplaceable)
  }

  /// What values mean, each looked up once.
  private struct Resolver {
    private var join: RuleJoin?
    private var known: [UInt32: [[Int]: (keys: [UInt32], index: Int)]] = [:]

    init(_ lookup: KeyLookup) {
      join = lookup.ruleset.rules.first.map {
        RuleJoin($0, $0.severity, lookup.ruleset, lookup.store, lookup.gaps, RulesInForce(lookup.ruleset))
      }
      join?.tables = lookup.tables
    }

    mutating func resolve(_ symbol: UInt32, in indexes: [Int]) -> (keys: [UInt32], index: Int) {
      if let known = known[symbol]?[indexes] { return known }
      guard let found = join?.resolve(symbol, in: indexes) else { return ([], 0) }
      let result = (keys: found.0.keys, index: found.index)
      known[symbol, default: [:]][indexes] = result
      return result
    }
  }
}

extension Set<KeyUse> {
  /// Sorted by file and place; of several rules that look at one value the one with the fewest indexes counts.
  fileprivate var onePerPlace: [KeyUse] {
    var last: KeyUse?
    return sorted { left, right in
      if left.path != right.path { return left.path.precedesInBytes(right.path) }
      if left.range != right.range { return left.range < right.range }
      return left.indexes.lexicographicallyPrecedes(right.indexes)
    }.filter { use in
      defer { last = use }
      return last.map { $0.path != use.path || $0.range != use.range } ?? true
    }
  }
}

extension LiveJoin {
  /// What refers to what, as it is now.
  package var keys: KeyLookup { KeyLookup(ruleset, inForce, store, gaps, tables) }
}
