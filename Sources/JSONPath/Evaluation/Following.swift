import YAML

extension Path {
  /// Calls `body` with each node that the path leads to from `start`, in order, until it returns false; whether
  /// it never did.
  ///
  /// The way back from a node is in the tree, so nothing has to be remembered.
  func follow(in tree: Tree, from start: NodeID, _ body: (NodeID) -> Bool) -> Bool {
    var node = start
    var level = 0
    while true {
      while level < steps.count, let child = child(at: level, of: node, in: tree) {
        node = child
        level += 1
      }
      if level == steps.count, !body(node) { return false }
      guard hasWildcard else { return true }
      // Back to the last step that has another child.
      while true {
        guard level > 0, let parent = tree.parent(of: node) else { return true }
        if steps[level - 1].kind == .wildcard, let next = tree.nextChild(after: node, of: parent) {
          node = next
          break
        }
        node = parent
        level -= 1
      }
    }
  }

  /// The node that a path without wildcards leads to from `start`; nothing when there is none.
  func end(in tree: Tree, from start: NodeID) -> NodeID? {
    var node = start
    for level in steps.indices {
      guard let child = child(at: level, of: node, in: tree) else { return nil }
      node = child
    }
    return node
  }

  /// The first child that the step at `level` leads to.
  private func child(at level: Int, of node: NodeID, in tree: Tree) -> NodeID? {
    let step = steps[level]
    switch step.kind {
    case .name:
      let names = names
      return tree.value(
        named: names.span.extracting(step.number..<step.number + step.count), hash: step.hash, of: node)
    case .index:
      return tree.element(at: step.number < 0 ? tree.count(of: node) + step.number : step.number, of: node)
    case .wildcard:
      return tree.firstChild(of: node)
    }
  }
}
