/// One mistake is one finding: what stands somewhere twice is counted twice, but has its own finding, which says so best.
extension RuleJoin {
  /// Those of some rows whose nodes are a second time what another is, as a rule of the ruleset says that weighs no less
  /// than this one.
  func repeated(_ rows: [FactStore.Row]) -> Set<RepeatedNode> {
    let nodes = Set(rows.map { RepeatedNode($0, store) })
    var repeated: Set<RepeatedNode> = []
    for rule in ruleset.rules {
      guard let unique = rule.kind as? UniqueRule, let weight = inForce[rule.id], weight >= severity else {
        continue
      }
      for (row, _) in unique.repetitions(self) { repeated.insert(RepeatedNode(row, store)) }
    }
    return repeated.intersection(nodes)
  }
}

/// A node of a file.
struct RepeatedNode: Hashable {
  private let file: UInt32
  private let node: UInt32

  init(_ row: FactStore.Row, _ store: FactStore) {
    file = row.file
    node = store.value(0, of: row).node
  }
}
