/// One mistake is one finding: a value that is wrong by itself has its own finding, and what only follows from it is not said
/// as well.
extension RuleJoin {
  /// The nodes in files of some sources whose values another rule, which weighs no less than this one, says to be wrong.
  mutating func wrongNodes(in sources: Set<Int>) -> Set<FactNode> {
    if let known = wrongNodes[sources] { return known }
    var nodes: Set<FactNode> = []
    for other in ruleset.rules where other.id != rule.id && other.kind.judgesValues && weighsNoLess(other) {
      guard !ruleset.collectors(other.kind.subjects, in: sources).isEmpty else { continue }
      nodes.formUnion(other.kind.wrongNodes(&self, in: sources))
    }
    wrongNodes[sources] = nodes
    return nodes
  }

  /// Whether one of some values of a row is wrong by itself.
  ///
  /// - Parameter sources: the sources that the row's file may be of.
  mutating func hasWrong(_ columns: [Int], of row: FactStore.Row, in sources: Set<Int>) -> Bool {
    guard !columns.isEmpty else { return false }
    let wrong = wrongNodes(in: sources)
    return !wrong.isEmpty
      && columns.contains {
        store.kind($0, of: row) != .absent && wrong.contains(FactNode($0, of: row, store))
      }
  }

  /// Whether a rule is in force and weighs no less than the one that is checked: then what that one would say after it
  /// may stay away.
  func weighsNoLess(_ other: Rule) -> Bool {
    inForce[other.id].map { $0 >= severity } ?? false
  }
}

extension Ruleset {
  /// The collectors of all values in some sources that rules judge, and of what they judge them by.
  func collectorsOfJudges(in sources: Set<Int>) -> [Int] {
    guard !sources.isEmpty else { return [] }
    return rules.flatMap { rule -> [Int] in
      let subjects = collectors(rule.kind.subjects, in: sources)
      guard rule.kind.judgesValues, !subjects.isEmpty else { return [] }
      return subjects + rule.kind.others + rule.kind.indexes.flatMap { indexes[$0].collectors }
    }
  }

  /// The sources of some collectors, by number.
  func sources(of collectors: [Int]) -> Set<Int> { Set(collectors.map { plan.collectors[$0].source }) }

  /// Those of some collectors that look into some sources.
  func collectors(_ collectors: [Int], in sources: Set<Int>) -> [Int] {
    collectors.filter { sources.contains(plan.collectors[$0].source) }
  }
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
