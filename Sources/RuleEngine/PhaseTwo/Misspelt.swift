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
}
