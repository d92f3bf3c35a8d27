extension Tree {
  /// Whether `node` and `otherNode` of `other` are equal as JSON values: numbers by value, mappings whatever the
  /// order of their members.
  package func equal(_ node: NodeID, _ otherNode: NodeID, in other: Tree) -> Bool {
    let (left, right) = (kind(of: node), other.kind(of: otherNode))
    switch (left, right) {
    case (.sequence, .sequence):
      guard count(of: node) == other.count(of: otherNode) else { return false }
      var elements = other.elements(of: otherNode)
      for element in self.elements(of: node) {
        guard let otherElement = elements.next(), equal(element, otherElement, in: other) else {
          return false
        }
      }
      return true
    case (.mapping, .mapping):
      return equalMappings(node, otherNode, in: other)
    case (.null, .null):
      return true
    case (.boolean, .boolean):
      return boolean(of: node) == other.boolean(of: otherNode)
    case (.string, .string):
      return equalText(node, otherNode, in: other)
    default:
      guard left.isNumber, right.isNumber else { return false }
      return equalText(node, otherNode, in: other) || number(of: node) == other.number(of: otherNode)
    }
  }

  /// Whether the texts of two scalars are the same bytes.
  package func equalText(_ node: NodeID, _ otherNode: NodeID, in other: Tree) -> Bool {
    guard textCount(of: node) == other.textCount(of: otherNode) else { return false }
    return withText(of: node) { left in
      other.withText(of: otherNode) { right in
        for index in 0..<left.count where left[index] != right[index] { return false }
        return true
      }
    }
  }

  private func equalMappings(_ node: NodeID, _ otherNode: NodeID, in other: Tree) -> Bool {
    guard count(of: node) == other.count(of: otherNode) else { return false }
    // Most mappings that are equal are written in the same order; a table is made only for those that are not.
    var inOrder = other.members(of: otherNode)
    var table: [JSONText: NodeID]?
    for (key, value) in members(of: node) {
      if table == nil, let next = inOrder.next() {
        if equal(key, next.key, in: other) {
          guard equal(value, next.value, in: other) else { return false }
          continue
        }
        var made: [JSONText: NodeID] = [:]
        for member in other.members(of: otherNode) {
          made[JSONText(other, member.key)] = member.value
        }
        table = made
      }
      guard let match = table?[JSONText(self, key)], equal(value, match, in: other) else { return false }
    }
    return true
  }
}

/// A value's text in one certain form, for tables of keys.
private struct JSONText: Hashable {
  let text: String

  init(_ tree: Tree, _ node: NodeID) {
    text = tree.canonicalJSON(of: node)
  }
}
