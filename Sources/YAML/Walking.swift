import SourceText

// Steps from a node to its children, for those who walk a tree by name and place. They need no memory, and a
// name is compared in UTF-8, so that nothing is made of it.

extension Tree {
  /// The first element of a list or the first value of a mapping; nothing when there is none.
  package func firstChild(of node: NodeID) -> NodeID? {
    let nodes = storage.nodes
    let record = nodes[node.offset]
    guard !record.kind.isScalar, record.count > 0 else { return nil }
    let first = node.index + 1
    return NodeID(index: record.kind == .mapping ? nodes[Int(first)].next : first)
  }

  /// The element or value after `child` in `parent`, which it is an element or value of; nothing when it is the
  /// last.
  package func nextChild(after child: NodeID, of parent: NodeID) -> NodeID? {
    let nodes = storage.nodes
    let record = nodes[parent.offset]
    let next = nodes[child.offset].next
    guard next < record.next else { return nil }
    return NodeID(index: record.kind == .mapping ? nodes[Int(next)].next : next)
  }

  /// The value of the first member of the mapping `node` whose key is a scalar with the text `name`, byte for
  /// byte; nothing when there is none or `node` is no mapping.
  package func value(named name: Span<UInt8>, of node: NodeID) -> NodeID? {
    let nodes = storage.nodes
    let record = nodes[node.offset]
    guard record.kind == .mapping else { return nil }
    var key = node.offset + 1
    for _ in 0..<record.count {
      let keyRecord = nodes[key]
      let value = Int(keyRecord.next)
      if keyRecord.kind.isScalar, Int(keyRecord.count) == name.count, isText(of: keyRecord, name) {
        return NodeID(value)
      }
      key = Int(nodes[value].next)
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

  /// Whether the text of a scalar with as many bytes as `name` is `name`.
  private func isText(of record: Node, _ name: Span<UInt8>) -> Bool {
    let bytes = record.flags.contains(.ownText) ? storage.ownText : storage.source.bytes
    let text = bytes.span.extracting(Int(record.textStart)..<Int(record.textStart) + name.count)
    for index in 0..<name.count where text[index] != name[index] { return false }
    return true
  }
}
