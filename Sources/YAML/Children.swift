extension Tree {
  /// The elements of the list `node`, in the order of the text; none when it is no list.
  package func elements(of node: NodeID) -> Elements {
    let record = storage.nodes[Int(node.index)]
    return Elements(
      storage: storage, position: node.index + 1, left: record.kind == .sequence ? record.count : 0)
  }

  /// The members of the mapping `node`, in the order of the text; none when it is no mapping. What a merge key
  /// brings comes last.
  package func members(of node: NodeID) -> Members {
    let record = storage.nodes[Int(node.index)]
    return Members(
      storage: storage, position: node.index + 1, left: record.kind == .mapping ? record.count : 0)
  }

  /// The elements of a list.
  package struct Elements: Sequence, IteratorProtocol {
    let storage: Storage
    var position: UInt32
    var left: UInt32

    init(storage: Storage, position: UInt32, left: UInt32) {
      self.storage = storage
      self.position = position
      self.left = left
    }

    /// The next element.
    package mutating func next() -> NodeID? {
      guard left > 0 else { return nil }
      left -= 1
      let element = NodeID(index: position)
      position = storage.nodes[Int(position)].next
      return element
    }
  }

  /// The members of a mapping.
  package struct Members: Sequence, IteratorProtocol {
    let storage: Storage
    var position: UInt32
    var left: UInt32

    init(storage: Storage, position: UInt32, left: UInt32) {
      self.storage = storage
      self.position = position
      self.left = left
    }

    /// The next member.
    package mutating func next() -> (key: NodeID, value: NodeID)? {
      guard left > 0 else { return nil }
      left -= 1
      let key = NodeID(index: position)
      let value = NodeID(index: storage.nodes[Int(position)].next)
      position = storage.nodes[Int(value.index)].next
      return (key, value)
    }
  }

  /// The value of the first member of the mapping `node` whose key is the string `name`.
  package func value(_ name: String, of node: NodeID) -> NodeID? {
    member(name, of: node)?.value
  }

  /// The first member of the mapping `node` whose key is the string `name`.
  package func member(_ name: String, of node: NodeID) -> (key: NodeID, value: NodeID)? {
    for member in members(of: node) where text(of: member.key, equals: name) {
      return member
    }
    return nil
  }
}
