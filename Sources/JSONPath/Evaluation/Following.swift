import YAML

extension Path {
  /// Calls `body` with each node that the path leads to from `start`, in order, until it returns false; whether
  /// it never did.
  func follow(in tree: Tree, from start: NodeID, _ body: (NodeID) -> Bool) -> Bool {
    let (steps, names) = (steps, names)
    return tree.follow(steps.span, names.span, hasWildcard: hasWildcard, from: start, body)
  }

  /// The node that a path without wildcards leads to from `start`; nothing when there is none.
  func end(in tree: Tree, from start: NodeID) -> NodeID? {
    let (steps, names) = (steps, names)
    return tree.end(of: steps.span, names.span, from: start)
  }
}

extension Tree {
  /// Calls `body` with each node that steps lead to from `start`, in order, until it returns false; whether it never did.
  ///
  /// The way back from a node is in the tree, so nothing has to be remembered.
  func follow(
    _ steps: Span<Path.Step>, _ names: Span<UInt8>, hasWildcard: Bool, from start: NodeID,
    _ body: (NodeID) -> Bool
  ) -> Bool {
    var node = start
    var level = 0
    while true {
      while level < steps.count, let child = child(by: steps[level], names, of: node) {
        node = child
        level += 1
      }
      if level == steps.count, !body(node) { return false }
      guard hasWildcard else { return true }
      // Back to the last step that has another child.
      while true {
        guard level > 0, let parent = parent(of: node) else { return true }
        if steps[level - 1].kind.isMany, let next = nextChild(after: node, of: parent) {
          node = next
          break
        }
        node = parent
        level -= 1
      }
    }
  }

  /// The node that steps without wildcards lead to from `start`; nothing when there is none.
  func end(of steps: Span<Path.Step>, _ names: Span<UInt8>, from start: NodeID) -> NodeID? {
    var node = start
    for level in 0..<steps.count {
      guard let child = child(by: steps[level], names, of: node) else { return nil }
      node = child
    }
    return node
  }

  /// The first child that a step leads to.
  private func child(by step: Path.Step, _ names: Span<UInt8>, of node: NodeID) -> NodeID? {
    switch step.kind {
    case .name:
      value(
        named: names.extracting(step.number..<step.number + step.count), hash: step.hash, of: node)
    case .index:
      element(at: step.number < 0 ? count(of: node) + step.number : step.number, of: node)
    case .wildcard:
      firstChild(of: node)
    case .elements:
      kind(of: node) == .sequence ? firstChild(of: node) : nil
    }
  }
}
