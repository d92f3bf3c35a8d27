import Findings

/// One mistake is one finding: what an unknown value was meant to be is not found elsewhere either, but the value has
/// its own finding, which says so best.
extension RuleJoin {
  /// The keys that are certainly not what one of the unknown values was meant to be.
  ///
  /// Each unknown value takes the key that comes closest to it. When those that are close to none are as many as the
  /// keys that are left, or more, each of these keys may be what was meant, and nothing is certain.
  ///
  /// - Parameters:
  ///   - keys: symbols of keys of the index.
  ///   - unknown: symbols of values that the index does not know.
  mutating func certain(_ keys: Set<UInt32>, besides unknown: Set<UInt32>, index: Int) -> Set<UInt32> {
    guard !keys.isEmpty, !unknown.isEmpty else { return keys }
    var rest = keys
    var unexplained = 0
    for closest in closestKeys(to: unknown, index: index) {
      if let meant = closest.first(where: rest.contains) {
        rest.remove(meant)
      } else {
        unexplained += 1
      }
    }
    return rest.count > unexplained ? rest : []
  }

  /// For each of the unknown values the keys that come closest to it, best first, in the order of the values.
  mutating func closestKeys(to unknown: Set<UInt32>, index: Int) -> [[UInt32]] {
    unknown.map { store.text(of: $0) }.sorted().map { text in
      closest(to: text, in: [index]).compactMap { store.symbol(of: $0.suggestion.value) }
    }
  }
}
