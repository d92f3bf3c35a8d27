/// A node of a `Tree`: its place in the order of the text, from 0. A parent comes before its children.
@usableFromInline package struct NodeID: Sendable, Hashable, Comparable {
  /// The place itself.
  @usableFromInline package let index: UInt32

  /// The node at `index` of a tree.
  @inlinable package init(index: UInt32) {
    self.index = index
  }

  init(_ index: Int) {
    self.index = UInt32(truncatingIfNeeded: index)
  }

  var offset: Int { Int(index) }

  /// In the order of the text.
  @inlinable package static func < (left: NodeID, right: NodeID) -> Bool {
    left.index < right.index
  }
}

/// What the tree keeps of a node: 32 bytes, no references.
@usableFromInline struct Node: Sendable {
  /// Facts about a node that are true or false.
  @usableFromInline struct Flags: OptionSet, Sendable {
    @usableFromInline let rawValue: UInt8
    @inlinable init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The node is a key of its parent.
    @inlinable static var isKey: Flags { Flags(rawValue: 1) }
    /// The scalar's text is in the tree's own bytes, because it differs from the source.
    @inlinable static var ownText: Flags { Flags(rawValue: 2) }
    /// The node stands elsewhere in the text and came here by an alias or a merge key.
    static let isAliased = Flags(rawValue: 4)
    /// The list or mapping is written in brackets or braces.
    static let isFlow = Flags(rawValue: 8)
    /// The node has an anchor.
    static let isAnchored = Flags(rawValue: 16)
    /// The node has a tag.
    static let isTagged = Flags(rawValue: 32)
    /// The scalar is a long number that is not decimal: after its text, in the tree's own bytes, stands what it is in
    /// decimal, and a 0 byte.
    static let hasDecimal = Flags(rawValue: 64)
  }

  /// The parent of a document's root.
  static let noParent = UInt32.max

  /// What a list or mapping has in `next` until it is closed.
  static let isOpen: UInt32 = 0

  @usableFromInline var kind: Kind
  @usableFromInline var style: ScalarStyle
  @usableFromInline var flags: Flags
  /// Where the node's text starts in the source, in bytes.
  @usableFromInline var start: UInt32
  /// Where the node's text ends in the source, in bytes.
  @usableFromInline var end: UInt32
  /// For a scalar, where its text starts in the source or in the tree's own bytes.
  @usableFromInline var textStart: UInt32
  /// For a scalar, the bytes of its text; for a list its elements; for a mapping its members.
  @usableFromInline var count: UInt32
  /// The first node after this one's descendants.
  @usableFromInline var next: UInt32
  /// The list or mapping that the node is in.
  @usableFromInline var parent: UInt32
  /// The place among the elements of the parent, from 0; for a key the hash of its text, by which it is found.
  @usableFromInline var seat: UInt32
}
