import SourceText

// The keys of a mapping: which stand twice.

extension TreeBuilder {
  /// The text of a key, marked by its kind so that `1` and `"1"` are two keys; for a list or mapping as a key its
  /// place, which nothing else has.
  func keyText(_ node: Node) -> String {
    guard node.kind.isScalar else { return "\u{0}\(node.start)" }
    return "\(node.kind.rawValue)" + text(of: node)
  }

  /// The text of a scalar.
  func text(of node: Node) -> String {
    withText(of: node) { $0.string }
  }

  /// Adds a problem for each key of `mapping`, whose nodes are all there, that stands there before.
  mutating func findDuplicateKeys(in mapping: Int) {
    let count = Int(nodes[mapping].count)
    guard count > 1, mayHaveDuplicateKeys(mapping) else { return }
    var first: [String: Int] = [:]
    first.reserveCapacity(count)
    var key = mapping + 1
    for _ in 0..<count {
      if let earlier = first[keyText(nodes[key])] {
        let problem = Problem.duplicateKey(
          text(of: nodes[key]), range(of: key), first: range(of: earlier),
          line: source.lines.line(at: Int(nodes[earlier].start)) + 1, node: NodeID(key))
        add(problem)
      } else {
        first[keyText(nodes[key])] = key
      }
      key = Int(nodes[Int(nodes[key].next)].next)
    }
  }

  /// Whether two keys of `mapping` might be equal, found without a table: one bit a key, of its hash; keys with the
  /// same bit are compared when there are few of them.
  private func mayHaveDuplicateKeys(_ mapping: Int) -> Bool {
    let count = nodes[mapping].count
    guard count <= 64 else { return true }
    var seen: UInt64 = 0
    var key = mapping + 1
    for _ in 0..<count {
      let bit: UInt64 = 1 << UInt64(nodes[key].seat & 63)
      if seen & bit != 0, hasEqualKey(before: key, in: mapping) { return true }
      seen |= bit
      key = Int(nodes[Int(nodes[key].next)].next)
    }
    return false
  }

  private func hasEqualKey(before key: Int, in mapping: Int) -> Bool {
    var other = mapping + 1
    while other < key {
      if isEqualKey(nodes[other], nodes[key]) { return true }
      other = Int(nodes[Int(nodes[other].next)].next)
    }
    return false
  }

  private func isEqualKey(_ left: Node, _ right: Node) -> Bool {
    guard left.kind == right.kind, left.count == right.count, left.kind.isScalar else { return false }
    return withText(of: left) { left in withText(of: right) { left.isFound(in: $0, at: 0) } }
  }

  private func range(of index: Int) -> ByteRange {
    ByteRange(Int(nodes[index].start), Int(nodes[index].end))
  }
}
