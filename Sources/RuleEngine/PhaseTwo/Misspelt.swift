import Spelling

/// One mistake is one finding: what an unknown value was meant to be is not found elsewhere either, but the value has
/// its own finding, which says so best.
extension RuleJoin {
  /// Those of `keys` that one of the unknown values is most likely the misspelt name of: of each the first one that is
  /// as close as any key of the index.
  ///
  /// - Parameters:
  ///   - unknown: symbols of values that the index does not know.
  ///   - keys: symbols of keys of the index.
  mutating func meant(by unknown: Set<UInt32>, of keys: Set<UInt32>, index: Int) -> Set<UInt32> {
    var meant: Set<UInt32> = []
    let finder = finder(in: [index])
    for text in unknown.map({ store.text(of: $0) }).sorted() where meant.count < keys.count {
      let nearest = finder.nearest(to: text).compactMap { store.symbol(of: $0) }
      if let key = nearest.first(where: { keys.contains($0) && !meant.contains($0) }) { meant.insert(key) }
    }
    return meant
  }

  /// Those of `keys` that are certainly not what one of the unknown values was meant to be. Unknown values that come
  /// close to none may be any of the keys that are left: when they are as many, nothing is certain.
  mutating func certain(_ keys: Set<UInt32>, besides unknown: Set<UInt32>, index: Int) -> Set<UInt32> {
    let meant = meant(by: unknown, of: keys, index: index)
    let rest = keys.subtracting(meant)
    return rest.count > unknown.count - meant.count ? rest : []
  }

  /// Why an unknown value may be what a key was meant to be that is itself said to be wrong; nothing when it comes
  /// close to no such key.
  mutating func refusal(ofKeysLike value: String, in indexes: [Int]) -> String? {
    guard gaps.refuseSome else { return nil }
    let nearest = finder(in: indexes).nearest(to: value).compactMap { store.symbol(of: $0) }
    for index in indexes {
      for key in nearest {
        for entry in withTable(index, { $0.entries(withKey: key) }) {
          let node = store.value(Ruleset.Index.key, of: entry).node
          if let reason = gaps.refusal(of: node, in: store.path(of: entry)) { return reason }
        }
      }
    }
    return nil
  }
}
