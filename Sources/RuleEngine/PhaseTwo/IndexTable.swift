import Spelling

/// The entries of one index, with all ways in which a value may name them.
struct IndexTable {
  /// What a value is for an index; the symbols are those of keys.
  enum Resolution: Hashable {
    /// A key itself.
    case key(UInt32)
    /// Another name of an entry; of more than one only where names clash.
    case alias([UInt32])
    /// Another spelling of a key or alias: by case, diacritics, spaces and hyphens apart.
    case spelling(UInt32)
    /// None.
    case unknown

    /// The keys of the entries that are meant.
    var keys: [UInt32] {
      switch self {
      case .key(let key), .spelling(let key): [key]
      case .alias(let keys): keys
      case .unknown: []
      }
    }
  }

  let index: Ruleset.Index
  /// The entries that have a key, by place.
  let entries: [FactStore.Row]
  /// The aliases of entries that have a key, by place.
  let aliases: [FactStore.Row]

  /// For each symbol, the number of the first entry with this key and 1; 0 for a symbol that is no key.
  private var firstEntry: [UInt32]
  /// The further entries of keys that stand twice.
  private var furtherEntries: [UInt32: [FactStore.Row]] = [:]
  /// The keys of the entries that an alias stands for.
  private var keysOfAlias: [UInt32: [UInt32]] = [:]
  /// By spelling, made when the first unknown value is met.
  private var keysOfSpelling: [String: Set<UInt32>]?
  private var resolutions: [UInt32: Resolution] = [:]

  init(_ index: Ruleset.Index, _ store: FactStore) {
    self.index = index
    entries = store.rows(of: [index.entries]).filter {
      store.kind(Ruleset.Index.key, of: $0).isScalarText
    }
    aliases = (index.aliases.map { store.rows(of: [$0]) } ?? []).filter {
      store.kind(index.alias, of: $0).isScalarText
        && store.kind(Ruleset.Index.keyOfAlias, of: $0).isScalarText
    }
    firstEntry = Array(repeating: 0, count: store.symbolCount)
    for (number, entry) in entries.enumerated() {
      let key = store.symbol(Ruleset.Index.key, of: entry)
      if firstEntry[Int(key)] == 0 {
        firstEntry[Int(key)] = UInt32(truncatingIfNeeded: number + 1)
      } else {
        furtherEntries[key, default: []].append(entry)
      }
    }
    for alias in aliases {
      let key = store.symbol(Ruleset.Index.keyOfAlias, of: alias)
      let name = store.symbol(index.alias, of: alias)
      if !keysOfAlias[name, default: []].contains(key) {
        keysOfAlias[name, default: []].append(key)
      }
    }
  }

  /// Calls `body` with the table where it is.
  @inline(__always)
  mutating func with<Result>(_ body: (inout IndexTable) -> Result) -> Result { body(&self) }

  /// Whether the symbol is a key.
  func isKey(_ symbol: UInt32) -> Bool {
    symbol < firstEntry.count && firstEntry[Int(symbol)] != 0
  }

  /// The first entry with this key.
  func entry(withKey symbol: UInt32) -> FactStore.Row? {
    isKey(symbol) ? entries[Int(firstEntry[Int(symbol)]) - 1] : nil
  }

  /// The entries with this key.
  func entries(withKey symbol: UInt32) -> [FactStore.Row] {
    (entry(withKey: symbol).map { [$0] } ?? []) + (furtherEntries[symbol] ?? [])
  }

  /// What a value means here.
  mutating func resolve(_ symbol: UInt32, _ store: FactStore) -> Resolution {
    if isKey(symbol) { return .key(symbol) }
    if let keys = keysOfAlias[symbol] { return .alias(keys) }
    if let known = resolutions[symbol] { return known }
    let keys = keys(spelt: store.text(of: symbol), store)
    // Only what differs from exactly one is certain.
    let resolution: Resolution =
      keys.count == 1 ? keys.first.map { .spelling($0) } ?? .unknown : .unknown
    resolutions[symbol] = resolution
    return resolution
  }

  /// The keys that are spelt alike, by case, diacritics, spaces and hyphens apart, or have an alias that is.
  mutating func keys(spelt text: String, _ store: FactStore) -> Set<UInt32> {
    let spellings = keysOfSpelling ?? makeSpellings(store)
    keysOfSpelling = spellings
    let folded = Folding.forComparing(text)
    return folded.isEmpty ? [] : spellings[folded] ?? []
  }

  private func makeSpellings(_ store: FactStore) -> [String: Set<UInt32>] {
    var spellings: [String: Set<UInt32>] = [:]
    for entry in entries {
      let key = store.symbol(Ruleset.Index.key, of: entry)
      spellings[Folding.forComparing(store.text(of: key)), default: []].insert(key)
    }
    for (alias, keys) in keysOfAlias {
      spellings[Folding.forComparing(store.text(of: alias)), default: []].formUnion(keys)
    }
    return spellings
  }

  /// All names of entries with the keys that they stand for.
  func names(_ store: FactStore) -> [(name: String, key: String)] {
    var names = entries.map { entry in
      let key = store.text(Ruleset.Index.key, of: entry)
      return (name: key, key: key)
    }
    for alias in aliases {
      names.append(
        (store.text(index.alias, of: alias), store.text(Ruleset.Index.keyOfAlias, of: alias)))
    }
    return names
  }
}
