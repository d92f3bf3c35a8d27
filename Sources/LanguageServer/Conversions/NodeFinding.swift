import SourceText
import YAML

extension Tree {
  /// The scalar that the byte at `offset` is in, or that ends or begins there; nothing when there is none. What aliases
  /// bring does not count, as its text stands elsewhere.
  func scalar(at offset: Int) -> NodeID? {
    var best: NodeID?
    for index in 0..<UInt32(truncatingIfNeeded: nodeCount) {
      let node = NodeID(index: index)
      guard kind(of: node).isScalar else { continue }
      let range = range(of: node)
      guard range.start <= offset, offset <= range.end, aliasRange(of: node) == nil else { continue }
      // Of two that meet here, the one that goes on counts.
      if let best, self.range(of: best).end > offset { continue }
      if best == nil || !range.isEmpty { best = node }
    }
    return best
  }
}
