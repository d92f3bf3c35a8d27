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
    let (bytes, range) = writtenText(of: node)
    let (otherBytes, otherRange) = other.writtenText(of: otherNode)
    return bytes.span.extracting(range).isEqual(to: otherBytes.span.extracting(otherRange))
  }

  private func equalMappings(_ node: NodeID, _ otherNode: NodeID, in other: Tree) -> Bool {
    guard count(of: node) == other.count(of: otherNode) else { return false }
    // Most mappings that are equal are written in the same order; a table is made only for those that are not. It
    // holds bytes, because two strings are equal already when they look the same (é is e with an accent).
    var inOrder = other.members(of: otherNode)
    var table: [[UInt8]: NodeID]?
    for (key, value) in members(of: node) {
      if table == nil, let next = inOrder.next() {
        if equalKeys(key, next.key, in: other) {
          guard equal(value, next.value, in: other) else { return false }
          continue
        }
        var made: [[UInt8]: NodeID] = [:]
        for member in other.members(of: otherNode) {
          made[Array(other.keyText(member.key).utf8)] = member.value
        }
        table = made
      }
      guard let match = table?[Array(keyText(key).utf8)], equal(value, match, in: other) else { return false }
    }
    return true
  }

  /// Whether two keys are the same name in JSON, where a key that is no string is its text.
  private func equalKeys(_ key: NodeID, _ otherKey: NodeID, in other: Tree) -> Bool {
    if kind(of: key).isScalar, other.kind(of: otherKey).isScalar {
      return equalText(key, otherKey, in: other)
    }
    return equal(key, otherKey, in: other)
  }
}
