import YAML

extension Function {
  /// The member of a name in the nearest mapping around a node that has such a member. An extension.
  static let ancestor = Function(
    name: "ancestor", parameters: [.nodes, .value], isExtension: true,
    body: .value { arguments, evaluation in
      guard let query = arguments.nodes(0) else { return .nothing }
      let name = arguments.value(1, &evaluation)
      let start = evaluation.onlyValue(of: query, arguments.current)
      if name.isUndecided || start.isUndecided { return .undecided }
      let tree = evaluation.tree
      guard tree.kind(of: name) == .string, var node = start.node else { return .nothing }
      while node != evaluation.root, let parent = tree.parent(of: node) {
        let member = tree.withText(of: name) { tree.value(named: $0, hash: $0.textHash, of: parent) }
        if let member { return .node(member) }
        node = parent
      }
      return .nothing
    })
}
