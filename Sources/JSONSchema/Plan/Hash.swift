import YAML

extension Run {
  /// A hash that equal values share; nothing when the value is too deep or too large for the limits. It differs
  /// from run to run, so that nobody can choose values that collide.
  mutating func hash(of node: NodeID) -> UInt64? {
    var hasher = Hasher()
    guard feed(node, to: &hasher) else { return nil }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// A hash of the text of `node` of `tree`.
  func hash(ofText node: NodeID, in tree: Tree) -> UInt64 {
    var hasher = Hasher()
    feedText(node, of: tree, to: &hasher)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  private mutating func feed(_ node: NodeID, to hasher: inout Hasher) -> Bool {
    guard step() else { return false }
    let kind = tree.kind(of: node)
    switch kind {
    case .null:
      hasher.combine(0 as UInt8)
    case .boolean:
      hasher.combine(tree.boolean(of: node) == true ? 1 : 2 as UInt8)
    case .integer, .float:
      hasher.combine(tree.number(of: node))
    case .string:
      feedText(node, of: tree, to: &hasher)
    case .sequence:
      guard enter() else { return false }
      defer { leave() }
      hasher.combine(tree.count(of: node))
      for element in tree.elements(of: node) where !feed(element, to: &hasher) { return false }
    case .mapping:
      guard enter() else { return false }
      defer { leave() }
      // A sum, because the order of members does not matter.
      var sum = 3
      for (key, value) in tree.members(of: node) {
        var member = hasher
        feedText(key, of: tree, to: &member)
        guard feed(value, to: &member) else { return false }
        sum &+= member.finalize()
      }
      hasher.combine(sum)
    }
    return true
  }

  private func feedText(_ node: NodeID, of tree: Tree, to hasher: inout Hasher) {
    tree.withText(of: node) { text in
      hasher.combine(text.count)
      var word: UInt64 = 0
      for index in 0..<text.count {
        word = word << 8 | UInt64(text[index])
        if index % 8 == 7 {
          hasher.combine(word)
          word = 0
        }
      }
      hasher.combine(word)
    }
  }
}
