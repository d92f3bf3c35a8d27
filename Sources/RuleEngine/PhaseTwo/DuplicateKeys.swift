import Findings

/// The built-in rule `duplicate-key`: in an index, a name (a key or an alias) names one entry.
struct DuplicateKeys {
  private let ruleset: Ruleset
  private let store: FactStore
  private let gaps: Gaps
  private let severity: Severity

  /// A key or alias of an entry.
  private struct Name {
    let row: FactStore.Row
    /// Where in the row it is.
    let column: Int
    let isAlias: Bool
    /// The key of the entry.
    let key: UInt32
  }

  /// A name with the first one that is the same.
  private struct Pair {
    let name: Name
    let first: Name
    let index: Int
  }

  init(_ ruleset: Ruleset, _ store: FactStore, _ gaps: Gaps, _ severity: Severity) {
    self.ruleset = ruleset
    self.store = store
    self.gaps = gaps
    self.severity = severity
  }

  /// What is found, and of which files not all was looked for.
  func findings() -> (drafts: [Draft], notChecked: Set<NotChecked>) {
    let all = ruleset.indexes.indices.flatMap { pairs(in: $0) }
    let copies = all.map { pair in
      Copy(
        second: store.place(0, of: pair.name.row), first: store.place(0, of: pair.first.row),
        isEntry: !pair.name.isAlias && !pair.first.isAlias)
    }
    let insides = copies.insides
    var (drafts, notChecked): ([Draft], Set<NotChecked>) = ([], [])
    var room = FindingRoom()
    for index in all.indices where !insides.contains(index) {
      let row = all[index].name.row
      switch room.take(in: row.file, severity) {
      case .one: drafts.append(draft(all[index]))
      case .lastIsTaken:
        notChecked.insert(
          NotChecked(rule: "duplicate-key", path: store.path(of: row), reason: FindingRoom.reason))
      case .none: break
      }
    }
    return (drafts, notChecked)
  }

  /// The nodes of some sources that are entries with a key that another has already.
  func secondEntries(in sources: Set<Int>) -> Set<FactNode> {
    var nodes: Set<FactNode> = []
    for (number, index) in ruleset.indexes.enumerated() where sources.contains(index.source) {
      for pair in pairs(in: number) where !pair.name.isAlias && !pair.first.isAlias {
        nodes.insert(FactNode(0, of: pair.name.row, store))
      }
    }
    return nodes
  }

  private func pairs(in number: Int) -> [Pair] {
    let index = ruleset.indexes[number]
    let table = IndexTable(index, store)
    // Where none stands twice, as nearly always, nobody asks which is the first.
    guard repeats(table) else { return [] }
    var first: [UInt32: Name] = [:]
    var pairs: [Pair] = []
    for name in names(table) {
      // What is said to be wrong may be meant to be another name.
      guard !isRefused(name) else { continue }
      let symbol = store.symbol(name.column, of: name.row)
      guard let other = first[symbol] else {
        first[symbol] = name
        continue
      }
      // An alias that repeats its own entry's key or another alias of it misleads nobody.
      if name.isAlias || other.isAlias, name.key == other.key { continue }
      pairs.append(Pair(name: name, first: other, index: number))
    }
    return pairs
  }

  private func isRefused(_ name: Name) -> Bool {
    gaps.refuseSome
      && gaps.refuses(store.value(name.column, of: name.row).node, in: store.path(of: name.row))
  }

  /// Whether a name of an index stands twice in it.
  private func repeats(_ table: IndexTable) -> Bool {
    var seen = [Bool](repeating: false, count: store.symbolCount)
    func isSecond(_ column: Int, _ row: FactStore.Row) -> Bool {
      let symbol = Int(store.symbol(column, of: row))
      defer { seen[symbol] = true }
      return seen[symbol]
    }
    return table.entries.contains { isSecond(Ruleset.Index.key, $0) }
      || table.aliases.contains { isSecond(table.index.alias, $0) }
  }

  /// All names of an index, by place.
  private func names(_ table: IndexTable) -> [Name] {
    var names = table.entries.map {
      Name(
        row: $0, column: Ruleset.Index.key, isAlias: false,
        key: store.symbol(Ruleset.Index.key, of: $0))
    }
    guard !table.aliases.isEmpty else { return names }
    names += table.aliases.map {
      Name(
        row: $0, column: table.index.alias, isAlias: true,
        key: store.symbol(Ruleset.Index.keyOfAlias, of: $0))
    }
    return names.map { (name: $0, node: store.value($0.column, of: $0.row).node) }
      .sorted { ($0.name.row.file, $0.node) < ($1.name.row.file, $1.node) }
      .map(\.name)
  }

  private func draft(_ pair: Pair) -> Draft {
    let (name, other, index) = (pair.name, pair.first, ruleset.indexes[pair.index])
    let text = store.text(name.column, of: name.row)
    let place = store.place(name.column, of: name.row)
    let first = store.place(other.column, of: other.row)
    let owner = store.text(of: other.key)
    let message =
      switch (name.isAlias, other.isAlias) {
      case (false, false): "\(text.shown) is a second \(index.name) of this name"
      case (true, false): "the alias \(text.shown) is the key of another \(index.name)"
      case (false, true): "\(text.shown) is already an alias of the \(index.name) \(owner.shown)"
      case (true, true): "the alias \(text.shown) is already one of the \(index.name) \(owner.shown)"
      }
    var draft = Draft(
      rule: "duplicate-key", severity: severity, message: message, path: place.path,
      node: place.node,
      range: place.range, value: text, help: BuiltInRules.rule(named: "duplicate-key")?.help)
    draft.related = [
      RelatedPlace(
        path: first.path, range: first.range,
        message: other.isAlias ? "\(text.shown) is an alias here" : "the first \(text.shown) is defined here")
    ]
    return draft
  }
}
