/// One mistake is one finding: what stands somewhere twice is counted twice, but has its own finding, which says so best.
extension RuleJoin {
  /// The nodes of some sources that are a second time what another is, as a rule of the ruleset says that weighs no less
  /// than this one.
  mutating func repeated(in sources: Set<Int>) -> Set<FactNode> {
    if let known = repeatedNodes[sources] { return known }
    var repeated: Set<FactNode> = []
    for rule in ruleset.rules where weighsNoLess(rule) && !sources.isDisjoint(with: rule.sources) {
      guard let unique = rule.kind as? UniqueRule else { continue }
      for (row, _) in unique.repetitions(self) { repeated.insert(FactNode(0, of: row, store)) }
    }
    repeatedNodes[sources] = repeated
    return repeated
  }

  /// Whether a rule is in force and weighs no less than the one that is checked: then what that one would say after it
  /// may stay away.
  func weighsNoLess(_ other: Rule) -> Bool {
    inForce[other.id].map { $0 >= severity } ?? false
  }
}

extension Ruleset {
  /// The collectors of all nodes in some sources that rules of the kind `unique` compare.
  func collectorsOfUnique(in sources: Set<Int>) -> [Int] {
    rules.lazy.filter { $0.kind is UniqueRule }.flatMap(\.kind.subjects).filter {
      sources.contains(plan.collectors[$0].source)
    }
  }

  /// The sources of some collectors, by number.
  func sources(of collectors: [Int]) -> Set<Int> { Set(collectors.map { plan.collectors[$0].source }) }
}

/// A node of a file.
struct FactNode: Hashable {
  private let file: UInt32
  private let node: UInt32

  /// The node of the value at `index` of a row.
  init(_ index: Int, of row: FactStore.Row, _ store: FactStore) {
    file = row.file
    node = store.value(index, of: row).node
  }
}
