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

  /// Those of some values unknown to an index of which a rule tells that weighs no less than this one: only what follows from
  /// these may stay away.
  ///
  /// - Parameters:
  ///   - rows: those that have the values, as their first one.
  ///   - collectors: those of the rows.
  mutating func told(
    _ unknown: Set<UInt32>, among rows: [FactStore.Row], of collectors: [Int], index: Int
  ) -> Set<UInt32> {
    // While the index is not wholly known, it is not known either that they are wrong.
    guard !unknown.isEmpty, gap(inIndexes: [index]) == nil else { return unknown }
    let nodes = toldNodes(index, in: ruleset.sources(of: collectors))
    guard !nodes.isEmpty else { return [] }
    let store = store
    return rows.reduce(into: []) { told, row in
      guard store.kind(0, of: row).isScalarText else { return }
      let symbol = store.symbol(0, of: row)
      if unknown.contains(symbol), nodes.contains(FactNode(0, of: row, store)) { told.insert(symbol) }
    }
  }

  private mutating func toldNodes(_ index: Int, in sources: Set<Int>) -> Set<FactNode> {
    if let known = toldNodes[sources] { return known }
    var nodes: Set<FactNode> = []
    for other in ruleset.judges(by: index) where weighsNoLess(other) {
      guard !ruleset.collectors(other.kind.subjects, in: sources).isEmpty else { continue }
      nodes.formUnion(other.kind.wrongNodes(&self, in: sources))
    }
    toldNodes[sources] = nodes
    return nodes
  }

  /// Those of `keys` that are certainly not what one of the unknown values was meant to be. Unknown values that come
  /// close to none may be any of the keys that are left: when they are as many, nothing is certain.
  mutating func certain(_ keys: Set<UInt32>, besides unknown: Set<UInt32>, index: Int) -> Set<UInt32> {
    let meant = meant(by: unknown, of: keys, index: index)
    let rest = keys.subtracting(meant)
    return rest.count > unknown.count - meant.count ? rest : []
  }
}

extension Ruleset {
  /// The rules that say which values an index does not know.
  fileprivate func judges(by index: Int) -> [Rule] {
    rules.filter { $0.kind.judgesValues && $0.kind.indexes.contains(index) }
  }

  /// The collectors of the values in some sources that such rules look at, and of what they hold them against.
  func collectorsOfJudges(by index: Int, in sources: Set<Int>) -> [Int] {
    judges(by: index).flatMap { rule -> [Int] in
      let subjects = collectors(rule.kind.subjects, in: sources)
      return subjects.isEmpty ? [] : subjects + rule.kind.indexes.flatMap { indexes[$0].collectors }
    }
  }
}
