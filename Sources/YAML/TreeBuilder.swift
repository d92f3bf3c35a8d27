import SourceText

/// Makes the nodes of a tree out of libyaml's events, one call an event.
struct TreeBuilder {
  /// A list or mapping that is not closed yet.
  struct Open {
    var node: Int
    var isMapping: Bool
    /// The elements or members so far.
    var count: UInt32 = 0
    /// Where the text of the last one ends.
    var end: UInt32
    /// In a mapping: the key that waits for its value, or -1.
    var key = -1
    /// In a mapping: where its first merge key stands.
    var mergeKey: ByteRange?
  }

  let source: SourceText
  let input: ParserInput
  let limits: Limits
  var nodes: [Node] = []
  var aliasSpans: [Tree.AliasSpan] = []
  var anchors = Anchors()
  var aliasedNodes = 0

  /// What was found wrong so far.
  var problems = ProblemList()

  /// The texts of the nodes.
  var texts: NodeTexts

  private var documents: [Tree.Document] = []

  /// The innermost list or mapping that is open; outside of all, one without a node.
  private var current = Open(node: -1, isMapping: false, end: 0)

  /// Those around it.
  private var outer: [Open]

  /// What merge keys bring to mappings that are open: how many are open around each, and what.
  private var pendingMerges: [(depth: Int, mapping: MergedMapping)] = []

  /// - Parameter outer: an empty list with the room that an earlier one had (`takeOuter`).
  init(source: SourceText, input: ParserInput, limits: Limits, outer: consuming [Open] = []) {
    self.outer = outer
    self.source = source
    texts = NodeTexts(source: source.bytes)
    self.input = input
    self.limits = limits
    // About as many as usual data have; not for a hostile file that is one text.
    nodes.reserveCapacity(min(input.count / 12, 4 << 20))
    if self.outer.capacity == 0 { self.outer.reserveCapacity(8) }
  }

  /// Gives its list of what is open away, when nothing is.
  mutating func takeOuter() -> [Open] {
    var taken: [Open] = []
    if outer.isEmpty { swap(&taken, &outer) }
    return taken
  }

  /// How many lists and mappings are open.
  var depth: Int { outer.count }

  /// The tree of all that was added.
  func finish() -> Tree {
    Tree(
      Tree.Storage(
        documents: documents, source: source, nodes: nodes, ownText: texts.own, aliasSpans: aliasSpans))
  }

  mutating func add(_ problem: Problem) {
    problems.add(problem)
  }
}

// MARK: Events

extension TreeBuilder {
  /// The start of a document. An anchor ends with its document.
  mutating func beginDocument() {
    anchors.removeAll()
    documents.append(Tree.Document(root: NodeID(nodes.count)))
  }

  /// A scalar with its meaning as bytes. `place` is all of it, quotes included; `isVerbatim` says that its text
  /// stands there as it is when it is as long.
  mutating func scalar(
    _ text: Span<UInt8>, style: ScalarStyle, isImplicit: Bool, properties: Properties, place: Place,
    isVerbatim: Bool
  ) {
    var node = Node(kind: .string, style: style, place: place)
    guard text.count <= limits.scalarBytes else {
      add(.tooLong(place.range, bytes: text.count, limit: limits.scalarBytes))
      return addChild(node)
    }
    if let tag = properties.tag {
      let plainKind = CoreSchema.kind(ofPlain: text)
      node.kind = taggedKind(of: text, tag: tag, plainKind: plainKind, range: place.range)
    } else if style == .plain, isImplicit, text.mayBeNoText {
      node.kind = CoreSchema.kind(ofPlain: text)
      warnIfAmbiguous(text, node)
    }

    let quote = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
    let textStart = place.start + quote
    let decimal = node.kind.isNumber ? Number.decimal(ofLong: text) : nil
    if decimal == nil, text.count == place.end - place.start - 2 * quote,
      isVerbatim || isInInput(text, at: textStart)
    {
      node.textStart = UInt32(truncatingIfNeeded: textStart)
      node.count = UInt32(truncatingIfNeeded: text.count)
    } else {
      node.flags.insert(.ownText)
      node.textStart = UInt32(truncatingIfNeeded: texts.own.count)
      appendOwnText(text, style: style, place: place)
      node.count = UInt32(truncatingIfNeeded: texts.own.count) - node.textStart
      if let decimal {
        node.flags.insert(.hasDecimal)
        texts.own += decimal + [0]
      }
    }
    addChild(node, properties: properties)
  }

  /// A scalar of one line, the meaning of which stands as `text` in the source.
  mutating func scalar(asWritten text: Range<Int>, style: ScalarStyle, place: Place) {
    if text.count > limits.scalarBytes
      || style == .plain && texts.source.span.extracting(text).mayBeNoText
    {
      let source = texts.source
      return scalar(
        source.span.extracting(text), style: style, isImplicit: true, properties: .none, place: place,
        isVerbatim: true)
    }
    // What `addChild` does, of which this needs little: nearly all nodes come by here.
    var node = Node(kind: .string, style: style, place: place)
    node.textStart = UInt32(truncatingIfNeeded: text.lowerBound)
    node.count = UInt32(truncatingIfNeeded: text.count)
    node.next = UInt32(truncatingIfNeeded: nodes.count + 1)
    node.parent = UInt32(truncatingIfNeeded: current.node)
    guard current.isMapping, current.key < 0 else {
      node.seat = current.count
      nodes.append(node)
      return childIsComplete(nodes.count - 1, end: node.end)
    }
    node.flags = .isKey
    node.seat = texts.source.span.extracting(text).textHash
    current.key = nodes.count
    current.end = max(current.end, node.end)
    nodes.append(node)
  }

  /// A scalar that is no plain one, with its meaning as what stands from `textStart` to the end of `texts.own`.
  mutating func scalar(fromOwnText textStart: Int, style: ScalarStyle, place: Place) {
    var node = Node(kind: .string, style: style, place: place)
    let count = texts.own.count - textStart
    guard count <= limits.scalarBytes else {
      add(.tooLong(place.range, bytes: count, limit: limits.scalarBytes))
      return addChild(node)
    }
    node.flags.insert(.ownText)
    node.textStart = UInt32(truncatingIfNeeded: textStart)
    node.count = UInt32(truncatingIfNeeded: count)
    addChild(node)
  }

  private mutating func warnIfAmbiguous(_ text: Span<UInt8>, _ node: Node) {
    guard node.kind == .string || node.kind.isNumber,
      let reading = AmbiguousScalar.otherReading(ofPlain: text, kind: node.kind)
    else { return }
    let range = ByteRange(Int(node.start), Int(node.end))
    let id = NodeID(nodes.count)
    add(.ambiguousScalar(text.string, range, otherReading: reading, node: id))
  }

  private func isInInput(_ text: Span<UInt8>, at offset: Int) -> Bool {
    let bytes = input.bytes
    return text.isFound(in: bytes.span, at: offset)
  }

  private mutating func appendOwnText(_ text: Span<UInt8>, style: ScalarStyle, place: Place) {
    guard input.hasStandIns else { return texts.own.append(contentsOf: text) }
    if let restored = input.restored(text, style: style, range: place.range) {
      texts.own.append(contentsOf: restored)
    } else {
      add(.unclearEscapes(place.range))
    }
  }

  /// The start of a list or mapping.
  mutating func begin(_ kind: Kind, isFlow: Bool, properties: Properties, place: Place) {
    if depth >= limits.depth { add(.tooDeep(place.range, limit: limits.depth)) }
    if let tag = properties.tag { checkTag(tag, of: kind, range: place.range) }
    var node = Node(kind: kind, style: .plain, place: place)
    if isFlow { node.flags.insert(.isFlow) }
    append(node, properties: properties)
    outer.append(current)
    current = Open(node: nodes.count - 1, isMapping: kind == .mapping, end: node.end)
    nodes[current.node].next = Node.isOpen
  }

  /// The end of the innermost list or mapping. A block ends with what is last in it: libyaml tells only where
  /// the next thing begins, so `end` counts for brackets and braces alone.
  mutating func end(at end: Int) {
    guard let around = outer.popLast() else { return }
    let closed = current
    let isFlow = nodes[closed.node].flags.contains(.isFlow)
    let end = isFlow ? UInt32(truncatingIfNeeded: end) : closed.end
    nodes[closed.node].end = end
    nodes[closed.node].count = closed.count
    nodes[closed.node].next = UInt32(truncatingIfNeeded: nodes.count)
    if closed.isMapping {
      findDuplicateKeys(in: closed.node)
      mergePending(into: closed.node)
    }
    current = around
    childIsComplete(closed.node, end: end)
  }

  /// An alias.
  mutating func alias(_ name: String, place: Place) {
    let range = place.range
    let standIn = Node(kind: .null, style: .plain, place: place)
    guard let target = anchors[name] else {
      add(.undefinedAlias(name, range, known: anchors))
      return addChild(standIn)
    }
    if case .inTree(let index) = target, nodes[index].next == Node.isOpen {
      add(.aliasInItself(name, range))
      return addChild(standIn)
    }
    let first = nodes.count
    guard copy(target.subtree(of: nodes), alias: range, to: nextSeat) else { return addChild(standIn) }
    childIsComplete(first, end: UInt32(truncatingIfNeeded: place.end))
  }
}

// MARK: Nodes

extension TreeBuilder {
  private mutating func append(_ node: Node, properties: Properties) {
    var node = node
    node.next = UInt32(truncatingIfNeeded: nodes.count + 1)
    node.take(nextSeat, texts: texts)
    if !properties.isEmpty {
      if let anchor = properties.anchor {
        node.flags.insert(.isAnchored)
        anchors.define(anchor, at: nodes.count)
      }
      if properties.hasTag { node.flags.insert(.isTagged) }
    }
    nodes.append(node)
  }

  private mutating func addChild(_ node: Node, properties: Properties = .none) {
    append(node, properties: properties)
    childIsComplete(nodes.count - 1, end: node.end)
  }

  /// Where the next child of what is open sits.
  private var nextSeat: Seat {
    // Outside of all, -1 is cut to the 32 bits of `Node.noParent`.
    Seat(
      parent: UInt32(truncatingIfNeeded: current.node), ordinal: current.count,
      isKey: current.isMapping && current.key < 0)
  }

  /// Counts a child whose nodes are all there and whose text ends at `end`; sets a merge key's value aside.
  private mutating func childIsComplete(_ child: Int, end: UInt32) {
    current.end = max(current.end, end)
    if current.isMapping {
      if current.key < 0 {
        current.key = child
        return
      }
      let key = current.key
      current.key = -1
      if texts.isMergeKey(nodes[key]), setAside(mergeKey: key, value: child) { return }
    }
    current.count += 1
  }

  /// Sets aside what a merge key brings; false when it brings nothing, and so is an ordinary member.
  private mutating func setAside(mergeKey key: Int, value: Int) -> Bool {
    guard let mappings = mergedMappings(ofValue: value) else { return false }
    for mapping in mappings { pendingMerges.append((depth, mapping)) }
    noteMergeKey(key)
    takeOut(from: key)
    return true
  }

  /// A merge key is a key, so that there may be one; several mappings are merged by a list.
  private mutating func noteMergeKey(_ key: Int) {
    let range = ByteRange(Int(nodes[key].start), Int(nodes[key].end))
    guard let first = current.mergeKey else {
      current.mergeKey = range
      return
    }
    add(
      .duplicateKey(
        "<<", range, first: first, line: source.lines.line(at: first.start) + 1, node: NodeID(current.node)))
  }

  /// Adds what the merge keys of `mapping`, which is closed just now, bring: the first of two counts.
  private mutating func mergePending(into mapping: Int) {
    guard let last = pendingMerges.last, last.depth == depth + 1 else { return }
    let first = (pendingMerges.lastIndex { $0.depth <= depth } ?? -1) + 1
    let mappings = pendingMerges[first...].map(\.mapping)
    pendingMerges.removeSubrange(first...)
    merge(mappings, into: mapping)
  }
}

extension Node {
  /// A node with what is known before it has a place.
  init(kind: Kind, style: ScalarStyle, place: Place) {
    let start = UInt32(truncatingIfNeeded: place.start)
    self.init(
      kind: kind, style: style, flags: [], start: start, end: UInt32(truncatingIfNeeded: place.end),
      textStart: start, count: 0, next: 0, parent: Node.noParent, seat: 0)
  }
}

/// Where a child sits: its parent and its place there.
struct Seat {
  let parent: UInt32
  let ordinal: UInt32
  let isKey: Bool
}

extension Node {
  /// Puts the node, whose text is in `texts`, in its place.
  mutating func take(_ seat: Seat, texts: NodeTexts) {
    parent = seat.parent
    if seat.isKey {
      flags.insert(.isKey)
      self.seat = texts.withText(of: self) { $0.textHash }
    } else {
      flags.remove(.isKey)
      self.seat = seat.ordinal
    }
  }
}

extension [UInt8] {
  /// Appends bytes.
  package mutating func append(contentsOf text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension Span<UInt8> {
  /// Whether the same bytes stand in `other` at `offset`.
  package func isFound(in other: Span<UInt8>, at offset: Int) -> Bool {
    offset + count <= other.count && isEqual(to: other.extracting(offset..<offset + count))
  }

  /// The bytes as text.
  var string: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
