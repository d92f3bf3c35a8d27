import SourceText

// The keys of a mapping: which stand twice.

extension TreeBuilder {
  /// Adds a problem for each key of `mapping`, whose nodes are all there, that stands there before.
  mutating func findDuplicateKeys(in mapping: Int) {
    let count = Int(nodes[mapping].count)
    guard count > 1, nodes.mayHaveDuplicateKeys(mapping, texts) else { return }
    var first: [[UInt8]: Int] = [:]
    first.reserveCapacity(count)
    var key = mapping + 1
    for _ in 0..<count {
      if let earlier = first[texts.keyText(nodes[key])] {
        let problem = Problem.duplicateKey(
          texts.text(of: nodes[key]), range(of: key), first: range(of: earlier),
          line: source.lines.line(at: Int(nodes[earlier].start)) + 1, node: NodeID(key))
        add(problem)
      } else {
        first[texts.keyText(nodes[key])] = key
      }
      key = Int(nodes[Int(nodes[key].next)].next)
    }
  }

  private func range(of index: Int) -> ByteRange {
    ByteRange(Int(nodes[index].start), Int(nodes[index].end))
  }
}

extension [Node] {
  /// Whether two keys of `mapping` might be equal, found without a table: one bit a key, of its hash; keys with the
  /// same bit are compared when there are few of them.
  fileprivate func mayHaveDuplicateKeys(_ mapping: Int, _ texts: NodeTexts) -> Bool {
    let count = self[mapping].count
    guard count <= 64 else { return true }
    var seen: UInt64 = 0
    var key = mapping + 1
    for _ in 0..<count {
      let bit: UInt64 = 1 << UInt64(self[key].seat & 63)
      if seen & bit != 0, hasEqualKey(before: key, in: mapping, texts) { return true }
      seen |= bit
      key = Int(self[Int(self[key].next)].next)
    }
    return false
  }

  private func hasEqualKey(before key: Int, in mapping: Int, _ texts: NodeTexts) -> Bool {
    var other = mapping + 1
    while other < key {
      if texts.isEqualKey(self[other], self[key]) { return true }
      other = Int(self[Int(self[other].next)].next)
    }
    return false
  }
}
