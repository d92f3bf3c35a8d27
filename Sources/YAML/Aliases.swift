import SourceText

/// What the anchors of a document name.
struct Anchors {
  /// A node with its descendants: where it is in the tree, or in nodes that were taken out of it.
  enum Target {
    case inTree(Int)
    case apart([Node], Int)

    /// The nodes with places that count from their first.
    func subtree(of nodes: [Node]) -> [Node] {
      switch self {
      case .inTree(let index): nodes.subtree(at: index)
      case .apart(let nodes, let index): nodes.subtree(at: index)
      }
    }
  }

  private var targets: [String: Target] = [:]

  /// The anchors of nodes in the tree, in the order of these.
  private var inTree: [(name: String, index: Int)] = []

  /// How many there are.
  var count: Int { targets.count }

  /// Their names, sorted.
  var names: [String] { targets.keys.sorted() }

  subscript(name: String) -> Target? { targets[name] }

  /// Gives the name to the node at `index`, which comes after all that have one.
  mutating func define(_ name: String, at index: Int) {
    targets[name] = .inTree(index)
    inTree.append((name, index))
  }

  mutating func removeAll() {
    guard !targets.isEmpty else { return }
    targets.removeAll()
    inTree.removeAll()
  }

  /// Gives the anchors of nodes from `first` on their nodes to keep, because these leave the tree.
  mutating func keep(from first: Int, of nodes: [Node]) {
    guard let last = inTree.last, last.index >= first else { return }
    let apart = nodes.part(first..<nodes.count)
    while let anchor = inTree.last, anchor.index >= first {
      inTree.removeLast()
      if case .inTree(anchor.index)? = targets[anchor.name] {
        targets[anchor.name] = .apart(apart, anchor.index - first)
      }
    }
  }
}

/// A mapping that a merge key brings.
struct MergedMapping {
  /// Its nodes, with places that count from the first.
  let nodes: [Node]
  /// The alias that named it; nothing when it was written in place.
  let alias: ByteRange?
}

extension [Node] {
  /// The node at `index` with its descendants, with places that count from it.
  func subtree(at index: Int) -> [Node] {
    part(index..<Int(self[index].next))
  }

  /// Nodes that follow each other, with places that count from the first of them.
  func part(_ range: Range<Int>) -> [Node] {
    self[range].map { original in
      var node = original
      node.next = UInt32(truncatingIfNeeded: Int(original.next) - range.lowerBound)
      node.parent =
        original.parent == Node.noParent || original.parent < range.lowerBound
        ? Node.noParent : UInt32(truncatingIfNeeded: Int(original.parent) - range.lowerBound)
      return node
    }
  }

  /// How many lists and mappings are inside each other in these nodes, the first of which holds all others.
  var height: Int {
    var ends: [UInt32] = []
    var height = 0
    for (index, node) in enumerated() where !node.kind.isScalar {
      while let end = ends.last, end <= index { ends.removeLast() }
      ends.append(node.next)
      height = Swift.max(height, ends.count)
    }
    return height
  }
}

extension TreeBuilder {
  /// How many nodes aliases may add to this file: the limit, and one for each byte, so that a large file which
  /// shares a few defaults is no bomb.
  private var aliasedNodesAllowed: Int { limits.aliasedNodes + input.count }

  /// Appends a copy of `subtree`; its first node takes `seat`. False when that is more than allowed.
  mutating func copy(_ subtree: [Node], alias: ByteRange?, to seat: Seat) -> Bool {
    let range = alias ?? ByteRange(Int(subtree[0].start), Int(subtree[0].end))
    let limits = limits
    aliasedNodes += subtree.count
    guard aliasedNodes <= aliasedNodesAllowed else {
      add(.tooManyAliased(range, limit: limits.aliasedNodes))
      return false
    }
    guard depth + subtree.height <= limits.depth else {
      add(.tooDeep(range, limit: limits.depth))
      return false
    }
    let first = nodes.count
    for (offset, original) in subtree.enumerated() {
      var node = original
      node.next = UInt32(truncatingIfNeeded: Int(original.next) + first)
      if offset == 0 {
        node.take(seat, texts: texts)
      } else {
        node.parent = UInt32(truncatingIfNeeded: Int(original.parent) + first)
      }
      if alias != nil { node.flags.insert(.isAliased) }
      nodes.append(node)
    }
    if let alias { aliasSpans.append(Tree.AliasSpan(nodes: first..<nodes.count, range: alias)) }
    return true
  }

  /// The mappings that a merge key's value names; nothing when it is neither a mapping nor a list of such, and
  /// so an ordinary member.
  func mergedMappings(ofValue value: Int) -> [MergedMapping]? {
    func merged(_ index: Int) -> MergedMapping {
      MergedMapping(
        nodes: nodes.subtree(at: index), alias: aliasSpans.span(of: index)?.range)
    }
    switch nodes[value].kind {
    case .mapping:
      return [merged(value)]
    case .sequence:
      var mappings: [MergedMapping] = []
      var element = value + 1
      while element < Int(nodes[value].next) {
        guard nodes[element].kind == .mapping else { return nil }
        mappings.append(merged(element))
        element = Int(nodes[element].next)
      }
      return mappings
    default:
      return nil
    }
  }

  /// Takes the nodes from `first` on out of the tree.
  mutating func takeOut(from first: Int) {
    anchors.keep(from: first, of: nodes)
    nodes.removeSubrange(first...)
    while let last = aliasSpans.last, last.nodes.lowerBound >= first { aliasSpans.removeLast() }
  }

  /// Adds those members of `merged`, the first of which wins, whose keys `mapping`, the last subtree of the tree,
  /// does not have yet.
  mutating func merge(_ merged: [MergedMapping], into mapping: Int) {
    var known: Set<[UInt8]> = []
    var key = mapping + 1
    while key < nodes.count {
      known.insert(texts.keyText(nodes[key]))
      key = Int(nodes[Int(nodes[key].next)].next)
    }
    for merged in merged where !merge(merged, into: mapping, known: &known) { return }
  }

  private mutating func merge(_ merged: MergedMapping, into mapping: Int, known: inout Set<[UInt8]>) -> Bool {
    var position = 1
    for _ in 0..<merged.nodes[0].count {
      let key = position
      let value = Int(merged.nodes[key].next)
      position = Int(merged.nodes[value].next)
      guard known.insert(texts.keyText(merged.nodes[key])).inserted else { continue }
      let ordinal = nodes[mapping].count
      func seat(isKey: Bool) -> Seat {
        Seat(parent: UInt32(truncatingIfNeeded: mapping), ordinal: ordinal, isKey: isKey)
      }
      guard copy(merged.nodes.subtree(at: key), alias: merged.alias, to: seat(isKey: true)),
        copy(merged.nodes.subtree(at: value), alias: merged.alias, to: seat(isKey: false))
      else {
        nodes.removeSubrange(Int(nodes[mapping].next)...)
        return false
      }
      nodes[mapping].count += 1
      nodes[mapping].next = UInt32(truncatingIfNeeded: nodes.count)
    }
    return true
  }
}

extension [Tree.AliasSpan] {
  /// The span that holds the node at `index`. Spans follow each other and hold no node twice.
  func span(of index: Int) -> Tree.AliasSpan? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].nodes.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].nodes.contains(index) ? self[low] : nil
  }
}
