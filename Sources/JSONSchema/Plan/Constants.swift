import YAML

/// The values that `enum` or `const` allows.
struct Constants: Sendable {
  /// The schema document that they stand in.
  let tree: Tree

  /// The values.
  let nodes: [NodeID]

  /// Those that are text, for finding one among thousands.
  private let texts: NameTable

  /// Those that are not.
  private let others: [NodeID]

  init(_ nodes: [NodeID], in tree: Tree) {
    self.tree = tree
    self.nodes = nodes
    texts = NameTable(nodes.filter { tree.kind(of: $0) == .string }.map { tree.text(of: $0) })
    others = nodes.filter { tree.kind(of: $0) != .string }
  }

  /// Whether one of them is equal to `instance`.
  func contain(_ instance: Instance, run: inout Run) -> Verdict {
    if instance.kind == .string {
      return run.tree.withText(of: instance.node) { texts.place(of: $0) } == nil ? .invalid : .valid
    }
    guard run.spend(others.count) else { return .undecided }
    for index in others.indices {
      let verdict = equality(instance.node, in: run.tree, others[index], in: tree, run: &run)
      if verdict != .invalid { return verdict }
    }
    return .invalid
  }
}

extension Constants {
  /// Whether one of them is a list or a mapping.
  var hasCollections: Bool { others.contains { !tree.kind(of: $0).isScalar } }

  /// Whether both stand in one schema document.
  func isSameDocument(as other: Constants) -> Bool {
    tree.source == other.tree.source
  }
}
