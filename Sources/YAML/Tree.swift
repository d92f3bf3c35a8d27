public import SourceText

/// A file's documents as one flat array of nodes, each with its exact place in the source.
///
/// Aliases and merge keys are followed when the tree is built: what they bring is there as copies that keep the
/// place where the text stands (`aliasRange(of:)` tells where it was called from), so that a tree is always a
/// tree. The text of a scalar is a slice of the source unless escapes or folding change it.
@usableFromInline package struct Tree: Sendable {
  /// A YAML document of the file.
  @usableFromInline package struct Document: Sendable, Hashable {
    /// Its root node.
    @usableFromInline package let root: NodeID
  }

  /// A run of nodes that came by one alias.
  @usableFromInline struct AliasSpan: Sendable {
    let nodes: Range<Int>
    let range: ByteRange
  }

  /// What the nodes are kept in. One reference, so that handing a tree on costs one count.
  @usableFromInline final class Storage: Sendable {
    @usableFromInline let documents: [Document]
    let source: SourceText
    /// The bytes of the source.
    @usableFromInline let bytes: [UInt8]
    @usableFromInline let nodes: [Node]
    @usableFromInline let ownText: [UInt8]
    let aliasSpans: [AliasSpan]

    init(
      documents: [Document], source: SourceText, nodes: [Node], ownText: [UInt8], aliasSpans: [AliasSpan]
    ) {
      self.documents = documents
      self.source = source
      bytes = source.bytes
      self.nodes = nodes
      self.ownText = ownText
      self.aliasSpans = aliasSpans
    }
  }

  // What asks it for one node after another is inlined into its callers: a call costs more than the look. That takes
  // `@usableFromInline` on its types, too.
  @usableFromInline let storage: Storage

  init(_ storage: Storage) { self.storage = storage }

  /// The documents, in the order of the text.
  @inlinable package var documents: [Document] { storage.documents }

  /// The text that the tree was made of.
  package var source: SourceText { storage.source }

  /// The number of nodes of all documents.
  package var nodeCount: Int { storage.nodes.count }
}

// MARK: What a node is

extension Tree {
  /// What `node` is.
  @inlinable package func kind(of node: NodeID) -> Kind {
    storage.nodes[Int(node.index)].kind
  }

  /// How the scalar `node` is written.
  package func style(of node: NodeID) -> ScalarStyle {
    storage.nodes[Int(node.index)].style
  }

  /// The bytes of the source that `node` is written in, with its quotes or brackets, without anchor and tag.
  /// Empty, after the `:` or `-`, for a value that is not written at all.
  @inlinable package func range(of node: NodeID) -> ByteRange {
    let node = storage.nodes[Int(node.index)]
    return ByteRange(Int(node.start), Int(node.end))
  }

  /// How many elements the list, or members the mapping `node` has; 0 for a scalar.
  @inlinable package func count(of node: NodeID) -> Int {
    let node = storage.nodes[Int(node.index)]
    return node.kind.isScalar ? 0 : Int(node.count)
  }

  /// Whether the list or mapping `node` is written in brackets or braces.
  package func isFlow(_ node: NodeID) -> Bool {
    storage.nodes[node.offset].flags.contains(.isFlow)
  }

  /// Whether `node` is a key of its parent.
  @inlinable package func isKey(_ node: NodeID) -> Bool {
    storage.nodes[Int(node.index)].flags.contains(.isKey)
  }

  /// The hash of the text of `key`, which is a key of its parent: `textHash`, for those who look it up again and again.
  @inlinable package func hash(ofKey key: NodeID) -> UInt32 {
    storage.nodes[Int(key.index)].seat
  }

  /// Whether `node` has an anchor, so that an alias may bring it elsewhere.
  package func isAnchored(_ node: NodeID) -> Bool {
    storage.nodes[node.offset].flags.contains(.isAnchored)
  }

  /// For a node that came by an alias or a merge key, the alias; nothing for one that stands where it is.
  package func aliasRange(of node: NodeID) -> ByteRange? {
    guard storage.nodes[node.offset].flags.contains(.isAliased) else { return nil }
    return storage.aliasSpans.span(of: node.offset)?.range
  }
}

// MARK: Where a node is

extension Tree {
  /// The list or mapping that `node` is in; nothing for a document's root.
  @inlinable package func parent(of node: NodeID) -> NodeID? {
    let parent = storage.nodes[Int(node.index)].parent
    return parent == UInt32.max ? nil : NodeID(index: parent)
  }

  /// The first node that is neither `node` nor inside it. It may be one past the last node of the tree.
  @inlinable package func next(after node: NodeID) -> NodeID {
    NodeID(index: storage.nodes[Int(node.index)].next)
  }

  /// The key that the value `node` stands under; nothing for an element of a list, a key and a root.
  package func key(of node: NodeID) -> NodeID? {
    guard let parent = parent(of: node), kind(of: parent) == .mapping, !isKey(node) else { return nil }
    // A key is just before its value; only a key that is no scalar takes more than one node.
    let before = NodeID(index: node.index - 1)
    if storage.nodes[before.offset].parent == parent.index { return before }
    return members(of: parent).first { $0.value == node }?.key
  }

  /// The place of `node` among the elements of its list, from 0; nothing when its parent is no list.
  package func position(of node: NodeID) -> Int? {
    guard let parent = parent(of: node), kind(of: parent) == .sequence else { return nil }
    return Int(storage.nodes[node.offset].seat)
  }

  /// Which document `node` is in, from 0.
  package func document(of node: NodeID) -> Int {
    var low = 0
    var high = documents.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if documents[middle].root <= node { low = middle } else { high = middle }
    }
    return low
  }
}
