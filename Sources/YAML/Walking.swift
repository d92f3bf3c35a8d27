import SourceText

// Steps from a node to its children, for those who walk a tree by name and place. They need no memory, and a
// name is compared in UTF-8, so that nothing is made of it.

extension Tree {
  /// The first element of a list or the first value of a mapping; nothing when there is none.
  @inlinable package func firstChild(of node: NodeID) -> NodeID? {
    let nodes = storage.nodes
    let record = nodes[Int(node.index)]
    guard !record.kind.isScalar, record.count > 0 else { return nil }
    let first = node.index + 1
    return NodeID(index: record.kind == .mapping ? nodes[Int(first)].next : first)
  }

  /// The element or value after `child` in `parent`, which it is an element or value of; nothing when it is the
  /// last.
  @inlinable package func nextChild(after child: NodeID, of parent: NodeID) -> NodeID? {
    let nodes = storage.nodes
    let record = nodes[Int(parent.index)]
    let next = nodes[Int(child.index)].next
    guard next < record.next else { return nil }
    return NodeID(index: record.kind == .mapping ? nodes[Int(next)].next : next)
  }

  /// Appends the elements of the list or the values of the mapping `node`, in order; nothing for a scalar.
  package func appendChildren(of node: NodeID, to children: inout [NodeID]) {
    let all = storage.nodes
    let nodes = all.span
    let record = nodes[node.offset]
    guard !record.kind.isScalar else { return }
    var child = node.index + 1
    for _ in 0..<record.count {
      if record.kind == .mapping { child = nodes[Int(child)].next }
      children.append(NodeID(index: child))
      child = nodes[Int(child)].next
    }
  }

  /// The value of the first member of the mapping `node` whose key is a scalar with the text `name`, byte for
  /// byte; nothing when there is none or `node` is no mapping.
  ///
  /// - Parameter hash: `name.textHash`, for those who ask for one name again and again.
  package func value(named name: Span<UInt8>, hash: UInt32, of node: NodeID) -> NodeID? {
    let all = storage.nodes
    let nodes = all.span
    let record = nodes[node.offset]
    guard record.kind == .mapping else { return nil }
    var key = node.offset + 1
    for _ in 0..<record.count {
      // A mapping has as many keys and values as it says, each of them a node of the tree. Who looks for a name does little else
      // than take these two steps, so that bounds would be a third of it.
      let value = unsafe Int(nodes[unchecked: key].next)
      if unsafe nodes[unchecked: key].seat == hash, unsafe isText(of: nodes[unchecked: key], name) {
        return NodeID(value)
      }
      key = unsafe Int(nodes[unchecked: value].next)
    }
    return nil
  }

  /// The element of the list `node` at `position`, from 0; nothing when there is none or `node` is no list.
  package func element(at position: Int, of node: NodeID) -> NodeID? {
    let nodes = storage.nodes
    let record = nodes[node.offset]
    guard record.kind == .sequence, position >= 0, position < Int(record.count) else { return nil }
    let first = node.offset + 1
    // When all elements are scalars, each takes one node.
    if Int(record.next) - first == Int(record.count) { return NodeID(first + position) }
    var element = first
    for _ in 0..<position { element = Int(nodes[element].next) }
    return NodeID(element)
  }

  /// Whether a key is a scalar with the text `name`.
  private func isText(of key: Node, _ name: Span<UInt8>) -> Bool {
    guard key.kind.isScalar, Int(key.count) == name.count else { return false }
    let range = Int(key.textStart)..<Int(key.textStart) + name.count
    if key.flags.contains(.ownText) {
      let bytes = storage.ownText
      return name.isEqual(to: bytes.span.extracting(range))
    }
    let bytes = storage.bytes
    return name.isEqual(to: bytes.span.extracting(range))
  }
}
