import Findings

/// One mistake is one finding: what stands somewhere twice is counted twice, but has its own finding, which says so best.
extension RuleJoin {
  /// The nodes of some sources that are a second time what another is, as a rule says that weighs no less than this one.
  mutating func repeated(in sources: Set<Int>) -> Set<FactNode> {
    if let known = repeatedNodes[sources] { return known }
    var repeated: Set<FactNode> = []
    for rule in ruleset.rules where weighsNoLess(rule) && !sources.isDisjoint(with: rule.sources) {
      guard let unique = rule.kind as? UniqueRule else { continue }
      for (row, _) in unique.repetitions(self) { repeated.insert(FactNode(0, of: row, store)) }
    }
    if let weight = inForce["duplicate-key"], weight >= severity {
      repeated.formUnion(DuplicateKeys(ruleset, store, gaps, weight).secondEntries(in: sources))
    }
    repeatedNodes[sources] = repeated
    return repeated
  }
}

extension Ruleset {
  /// The collectors of all nodes in some sources that rules find a second time.
  func collectorsOfRepetitions(in sources: Set<Int>) -> [Int] {
    let unique = rules.lazy.filter { $0.kind is UniqueRule }.flatMap(\.kind.subjects)
    let entries = indexes.lazy.filter { sources.contains($0.source) }.flatMap(\.collectors)
    return collectors(Array(unique), in: sources) + entries
  }
}
