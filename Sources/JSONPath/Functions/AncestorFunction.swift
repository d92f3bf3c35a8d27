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
      guard evaluation.kind(of: name) == .string, var node = start.node else { return .nothing }
      while node != evaluation.root, let parent = evaluation.tree.parent(of: node) {
        if let member = evaluation.withText(
          of: name, { evaluation.tree.value(named: $0, hash: $0.textHash, of: parent) })
        {
          return .node(member)
        }
        node = parent
      }
      return .nothing
    })
}
