extension Tree {
  /// The elements of the list `node`, in the order of the text; none when it is no list.
  @inlinable package func elements(of node: NodeID) -> Elements {
    let record = storage.nodes[Int(node.index)]
    return Elements(
      storage: storage, position: node.index + 1, left: record.kind == .sequence ? record.count : 0)
  }

  /// The members of the mapping `node`, in the order of the text; none when it is no mapping. What a merge key
  /// brings comes last.
  @inlinable package func members(of node: NodeID) -> Members {
    let record = storage.nodes[Int(node.index)]
    return Members(
      storage: storage, position: node.index + 1, left: record.kind == .mapping ? record.count : 0)
  }

  /// The elements of a list.
  @usableFromInline package struct Elements: Sequence, IteratorProtocol {
    @usableFromInline let storage: Storage
    @usableFromInline var position: UInt32
    @usableFromInline var left: UInt32

    @inlinable init(storage: Storage, position: UInt32, left: UInt32) {
      self.storage = storage
      self.position = position
      self.left = left
    }

    /// How many are left.
    @inlinable package var underestimatedCount: Int { Int(left) }

    /// The next element.
    @inlinable package mutating func next() -> NodeID? {
      guard left > 0 else { return nil }
      left -= 1
      let element = NodeID(index: position)
      position = storage.nodes[Int(position)].next
      return element
    }
  }

  /// The members of a mapping.
  @usableFromInline package struct Members: Sequence, IteratorProtocol {
    @usableFromInline let storage: Storage
    @usableFromInline var position: UInt32
    @usableFromInline var left: UInt32

    @inlinable init(storage: Storage, position: UInt32, left: UInt32) {
      self.storage = storage
      self.position = position
      self.left = left
    }

    /// How many are left.
    @inlinable package var underestimatedCount: Int { Int(left) }

    /// The next member.
    @inlinable package mutating func next() -> (key: NodeID, value: NodeID)? {
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
