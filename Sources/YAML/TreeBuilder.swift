import SourceText

/// The anchor and the tag before a node.
struct Properties {
  var anchor: String?
  var tag: String?

  static let none = Properties()
}

/// Makes the nodes of a tree out of libyaml's events, one call an event.
struct TreeBuilder {
  /// A list or mapping that is not closed yet.
  private struct Open {
    let node: Int
    let isMapping: Bool
    /// In a mapping: the key that waits for its value.
    var key: Int?
    /// In a mapping: what merge keys bring, in the order in which it wins.
    var merged: [MergedMapping] = []
  }

  let source: SourceText
  let input: ParserInput
  let limits: Limits
  var nodes: [Node] = []
  var aliasSpans: [Tree.AliasSpan] = []
  var anchors = Anchors()
  var aliasedNodes = 0

  /// What was found wrong so far.
  private(set) var problems: [Problem] = []

  private var ownText: [UInt8] = []
  private var documents: [Tree.Document] = []
  private var open: [Open] = []

  init(source: SourceText, input: ParserInput, limits: Limits) {
    self.source = source
    self.input = input
    self.limits = limits
    nodes.reserveCapacity(source.bytes.count / 12)
  }

  /// The tree of all that was added.
  func finish() -> Tree {
    Tree(
      documents: documents,
      storage: Tree.Storage(source: source, nodes: nodes, ownText: ownText, aliasSpans: aliasSpans))
  }

  mutating func add(_ problem: Problem) {
    problems.append(problem)
  }

  /// Calls `body` with the text of the scalar `node`.
  func withText<Result>(of node: Node, _ body: (Span<UInt8>) -> Result) -> Result {
    let bytes = node.flags.contains(.ownText) ? ownText : source.bytes
    let start = Int(node.textStart)
    let count = node.kind.isScalar ? Int(node.count) : 0
    return body(bytes.span.extracting(start..<start + count))
  }
}

// MARK: Events

extension TreeBuilder {
  /// The start of a document. An anchor ends with its document.
  mutating func beginDocument() {
    anchors.removeAll()
    documents.append(Tree.Document(root: NodeID(nodes.count)))
  }

  /// A scalar with its meaning as bytes. `range` is all of it, quotes included.
  mutating func scalar(
    _ text: Span<UInt8>, style: ScalarStyle, isImplicit: Bool, properties: Properties, range: ByteRange
  ) {
    guard text.count <= limits.scalarBytes else {
      add(.tooLong(range, bytes: text.count, limit: limits.scalarBytes))
      addChild(Node(kind: .string, style: style, range: range))
      return
    }
    var kind = style == .plain && isImplicit ? CoreSchema.kind(ofPlain: text) : .string
    if let tag = properties.tag {
      kind = taggedKind(of: text, tag: tag, plainKind: CoreSchema.kind(ofPlain: text), range: range)
    } else if style == .plain, kind == .string || kind.isNumber,
      let reading = AmbiguousScalar.otherReading(ofPlain: text, kind: kind)
    {
      add(.ambiguousScalar(text.string, range, otherReading: reading, node: NodeID(nodes.count)))
    }

    var node = Node(kind: kind, style: style, range: range)
    let quote = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
    if text.count == range.count - 2 * quote, isInSource(text, at: range.start + quote) {
      node.textStart = UInt32(truncatingIfNeeded: range.start + quote)
    } else {
      node.flags.insert(.ownText)
      node.textStart = UInt32(truncatingIfNeeded: ownText.count)
      appendOwnText(text, style: style, range: range)
    }
    // What stands in for something else has its length; only a surrogate pair, never found in the source, has not.
    node.count =
      node.flags.contains(.ownText)
      ? UInt32(truncatingIfNeeded: ownText.count) - node.textStart : UInt32(truncatingIfNeeded: text.count)
    addChild(node, properties: properties)
  }

  private func isInSource(_ text: Span<UInt8>, at offset: Int) -> Bool {
    let bytes = input.bytes
    return text.isFound(in: bytes.span, at: offset)
  }

  private mutating func appendOwnText(_ text: Span<UInt8>, style: ScalarStyle, range: ByteRange) {
    guard input.hasStandIns else { return ownText.append(contentsOf: text) }
    if let restored = input.restored(text, style: style, range: range) {
      ownText.append(contentsOf: restored)
    } else {
      add(.unclearEscapes(range))
    }
  }

  /// The start of a list or mapping.
  mutating func begin(_ kind: Kind, isFlow: Bool, properties: Properties, range: ByteRange) {
    if open.count >= limits.depth { add(.tooDeep(range, limit: limits.depth)) }
    if let tag = properties.tag { checkTag(tag, of: kind, range: range) }
    var node = Node(kind: kind, style: .plain, range: range)
    if isFlow { node.flags.insert(.isFlow) }
    append(node, properties: properties)
    open.append(Open(node: nodes.count - 1, isMapping: kind == .mapping))
  }

  /// The end of the innermost list or mapping. A block ends with what is last in it: libyaml tells only where
  /// the next thing begins, so `end` counts for brackets and braces alone.
  mutating func end(at end: Int) {
    guard let closed = open.popLast() else { return }
    if nodes[closed.node].flags.contains(.isFlow) { nodes[closed.node].end = UInt32(truncatingIfNeeded: end) }
    if closed.isMapping { findDuplicateKeys(in: closed.node) }
    for mapping in closed.merged { merge(mapping, into: closed.node) }
    nodes[closed.node].next = UInt32(truncatingIfNeeded: nodes.count)
    childIsComplete(closed.node, end: nodes[closed.node].end)
  }

  /// An alias.
  mutating func alias(_ name: String, range: ByteRange) {
    let standIn = Node(kind: .null, style: .plain, range: range)
    guard let target = anchors[name] else {
      add(.undefinedAlias(name, range, known: anchors.names))
      return addChild(standIn)
    }
    if case .inTree(let index) = target, open.contains(where: { $0.node == index }) {
      add(.aliasInItself(name, range))
      return addChild(standIn)
    }
    let first = nodes.count
    guard copy(target.subtree(of: nodes), alias: range, place: place) else { return addChild(standIn) }
    childIsComplete(first, end: UInt32(truncatingIfNeeded: range.end))
  }
}

// MARK: Nodes

extension TreeBuilder {
  private mutating func append(_ node: Node, properties: Properties = .none) {
    var node = node
    node.next = UInt32(truncatingIfNeeded: nodes.count + 1)
    place(&node)
    if let anchor = properties.anchor {
      node.flags.insert(.isAnchored)
      anchors[anchor] = .inTree(nodes.count)
    }
    if properties.tag != nil { node.flags.insert(.isTagged) }
    nodes.append(node)
  }

  private mutating func addChild(_ node: Node, properties: Properties = .none) {
    append(node, properties: properties)
    childIsComplete(nodes.count - 1, end: node.end)
  }

  /// Gives a node its parent and its place there.
  private func place(_ node: inout Node) {
    node.flags.remove(.isKey)
    guard let parent = open.last else {
      node.parent = Node.noParent
      return
    }
    node.parent = UInt32(truncatingIfNeeded: parent.node)
    node.ordinal = nodes[parent.node].count
    if parent.isMapping, parent.key == nil { node.flags.insert(.isKey) }
  }

  /// Counts a child whose nodes are all there and whose text ends at `end`; sets a merge key's value aside.
  private mutating func childIsComplete(_ child: Int, end: UInt32) {
    guard let last = open.indices.last else { return }
    let parent = open[last].node
    nodes[parent].end = max(nodes[parent].end, end)
    guard open[last].isMapping else {
      nodes[parent].count += 1
      return
    }
    guard let key = open[last].key else {
      open[last].key = child
      return
    }
    open[last].key = nil
    if isMergeKey(key), let mappings = mergedMappings(ofValue: child) {
      open[last].merged += mappings
      takeOut(from: key)
    } else {
      nodes[parent].count += 1
    }
  }
}

extension Node {
  /// A node with what is known before it has a place.
  init(kind: Kind, style: ScalarStyle, range: ByteRange) {
    self.init(
      kind: kind, style: style, flags: [], start: UInt32(truncatingIfNeeded: range.start),
      end: UInt32(truncatingIfNeeded: range.end), textStart: UInt32(truncatingIfNeeded: range.start),
      count: 0,
      next: 0, parent: Node.noParent, ordinal: 0)
  }
}

extension [UInt8] {
  mutating func append(contentsOf text: Span<UInt8>) {
    reserveCapacity(count + text.count)
    for index in 0..<text.count { append(text[index]) }
  }
}

extension Span<UInt8> {
  /// Whether the same bytes stand in `other` at `offset`.
  func isFound(in other: Span<UInt8>, at offset: Int) -> Bool {
    guard offset + count <= other.count else { return false }
    for index in 0..<count where self[index] != other[offset + index] { return false }
    return true
  }

  /// The bytes as text.
  var string: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
