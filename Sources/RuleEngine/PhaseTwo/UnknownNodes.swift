/// One mistake is one finding: a value that a reference does not know has its own finding, and what only follows from it
/// is not said as well.
extension RuleJoin {
  /// The nodes in some sources of which another rule of the kind `reference`, which weighs no less than this one, says that
  /// they are unknown or misspelt.
  mutating func unknownNodes(in sources: Set<Int>) -> Set<FactNode> {
    if let known = unknownNodes[sources] { return known }
    var nodes: Set<FactNode> = []
    for other in ruleset.rules where other.id != rule.id && weighsNoLess(other) {
      // What is put together is no value that stands somewhere.
      guard let reference = other.kind as? ReferenceRule, reference.isReplaceable else { continue }
      let subjects = reference.subjects.filter { sources.contains(ruleset.plan.collectors[$0].source) }
      guard !subjects.isEmpty, gap(inIndexes: reference.indexes) == nil else { continue }
      for row in store.rows(of: subjects) where isUnknown(row, to: reference) {
        nodes.insert(FactNode(reference.valueColumn, of: row, store))
      }
    }
    unknownNodes[sources] = nodes
    return nodes
  }

  private mutating func isUnknown(_ row: FactStore.Row, to reference: ReferenceRule) -> Bool {
    guard store.value(reference.valueColumn, of: row).isScalarText else { return false }
    switch resolve(store.symbol(reference.valueColumn, of: row), in: reference.indexes).0 {
    case .unknown, .spelling: return true
    case .key, .alias: return false
    }
  }

  /// Whether one of some values of a row is unknown by itself.
  ///
  /// - Parameter sources: the sources that the row's file may be of.
  mutating func hasUnknown(_ columns: [Int], of row: FactStore.Row, in sources: Set<Int>) -> Bool {
    guard !columns.isEmpty else { return false }
    let unknown = unknownNodes(in: sources)
    return !unknown.isEmpty && columns.contains { unknown.contains(FactNode($0, of: row, store)) }
  }
}

extension Ruleset {
  /// The collectors of all values in some sources that rules of the kind `reference` look up, and of the entries where they do.
  func collectorsOfReferences(in sources: Set<Int>) -> [Int] {
    guard !sources.isEmpty else { return [] }
    return rules.flatMap { rule -> [Int] in
      guard rule.kind is ReferenceRule else { return [] }
      let subjects = rule.kind.subjects.filter { sources.contains(plan.collectors[$0].source) }
      return subjects.isEmpty ? [] : subjects + rule.kind.indexes.flatMap { indexes[$0].collectors }
    }
  }
}
