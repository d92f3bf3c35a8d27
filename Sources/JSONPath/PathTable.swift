package import YAML

/// Many paths in one place, for those who follow one after the other in each of many trees: a path is a plain value
/// here, and no references are counted on the way.
package struct PathTable: Sendable {
  /// A path of a table.
  package struct Entry: Sendable {
    fileprivate let steps: Range<Int>
    fileprivate let hasWildcard: Bool
    /// Whether its last step alone may lead to more than one node.
    fileprivate let endsInMany: Bool
    fileprivate let isAbsolute: Bool
    /// The number of its first step among `heads`, when it is one of them; else -1.
    fileprivate let head: Int
  }

  /// A name that paths from `$` begin with.
  private struct Head: Sendable {
    let hash: UInt32
    let name: Range<Int>
  }

  private var steps: [Path.Step] = []
  /// The names of the steps, in UTF-8, one after the other.
  private var names: [UInt8] = []
  private var heads: [Head] = []
  /// The heads by the lowest bits of their hashes: a number and 1, or 0 where nothing is. Open addressing.
  private var slots: [UInt8] = []

  /// A table without paths.
  package init() {}

  /// Adds a query; nothing when it is no path (`Query.isPath`).
  package mutating func add(_ query: Query) -> Entry? {
    query.path.map { add($0, isAbsolute: !query.isRelative) }
  }

  /// Adds an expression; nothing when it is no path (`ValueExpression.isPath`).
  package mutating func add(_ expression: ValueExpression) -> Entry? {
    expression.path.map { add($0, isAbsolute: expression.isAbsolute) }
  }

  private mutating func add(_ path: Path, isAbsolute: Bool) -> Entry {
    let first = steps.count
    steps += path.steps.map { $0.moved(by: names.count) }
    names += path.names
    let firstOfMany = path.steps.firstIndex { $0.kind.isMany }
    let endsInMany = firstOfMany.map { $0 == path.steps.count - 1 } ?? false
    return Entry(
      steps: first..<steps.count, hasWildcard: path.hasWildcard, endsInMany: endsInMany,
      isAbsolute: isAbsolute,
      head: isAbsolute && !path.steps.isEmpty ? addHead(steps[first]) : -1)
  }

  /// The number of a name that a path begins with, among the first of them; -1 of another step.
  private mutating func addHead(_ step: Path.Step) -> Int {
    guard step.kind == .name else { return -1 }
    let name = step.number..<step.number + step.count
    if let known = heads.firstIndex(where: { names[$0.name].elementsEqual(names[name]) }) { return known }
    guard heads.count < PathTable.mostHeads else { return -1 }
    heads.append(Head(hash: step.hash, name: name))
    if slots.isEmpty { slots = Array(repeating: 0, count: 4 * PathTable.mostHeads) }
    var slot = Int(step.hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt8(heads.count)
    return heads.count - 1
  }

  private static let mostHeads = 32

  /// Where the names that paths begin with lead to in one document: found in one walk over the members of its root.
  package struct Beginnings {
    /// The root, while they are known.
    fileprivate var root: NodeID?
    /// By the number of the name.
    fileprivate var nodes: [NodeID?] = []

    /// Nothing is known.
    package init() {}

    /// Forgets the document.
    package mutating func forget() { root = nil }
  }

  /// Finds out where the paths of a table begin in a document.
  package func find(_ beginnings: inout Beginnings, in tree: Tree, root: NodeID) {
    beginnings.nodes.removeAll(keepingCapacity: true)
    for _ in heads { beginnings.nodes.append(nil) }
    beginnings.root = root
    guard !heads.isEmpty, tree.kind(of: root) == .mapping else { return }
    var next = NodeID(index: root.index + 1)
    for _ in 0..<tree.count(of: root) {
      let (key, value) = (next, tree.next(after: next))
      next = tree.next(after: value)
      let hash = tree.hash(ofKey: key)
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let number = Int(slots[slot]) - 1
        let head = heads[number]
        // Of two members with one name the first counts.
        if head.hash == hash, beginnings.nodes[number] == nil, tree.kind(of: key).isScalar,
          tree.withText(of: key, { $0.isEqual(to: names.span.extracting(head.name)) })
        {
          beginnings.nodes[number] = value
          break
        }
        slot = (slot + 1) & (slots.count - 1)
      }
    }
  }

  /// Appends the nodes that a path leads to, in order.
  ///
  /// - Parameters:
  ///   - root: the node that `$` at the beginning stands for, a document's root.
  ///   - current: the node that `@` at the beginning stands for.
  ///   - beginnings: what is known of the document.
  package func appendNodes(
    of entry: Entry, in tree: Tree, root: NodeID, current: NodeID, _ beginnings: Beginnings,
    to nodes: inout [NodeID]
  ) {
    guard let (start, range) = start(of: entry, root: root, current: current, beginnings) else { return }
    guard entry.hasWildcard else {
      if let node = end(of: range, in: tree, from: start) { nodes.append(node) }
      return
    }
    guard entry.endsInMany else {
      _ = tree.follow(steps.span.extracting(range), names.span, hasWildcard: true, from: start) {
        nodes.append($0)
        return true
      }
      return
    }
    // What nearly all are: the children of one node.
    let last = range.upperBound - 1
    guard let parent = end(of: range.lowerBound..<last, in: tree, from: start) else { return }
    if steps[last].kind == .wildcard || tree.kind(of: parent) == .sequence {
      tree.appendChildren(of: parent, to: &nodes)
    }
  }

  /// From where a path is to be followed, and by which steps; nothing when it is known to lead nowhere.
  private func start(
    of entry: Entry, root: NodeID, current: NodeID, _ beginnings: Beginnings
  ) -> (node: NodeID, steps: Range<Int>)? {
    guard entry.head >= 0, beginnings.root == root else {
      return (entry.isAbsolute ? root : current, entry.steps)
    }
    return beginnings.nodes[entry.head].map { ($0, entry.steps.lowerBound + 1..<entry.steps.upperBound) }
  }

  private func end(of range: Range<Int>, in tree: Tree, from start: NodeID) -> NodeID? {
    range.isEmpty ? start : tree.end(of: steps.span.extracting(range), names.span, from: start)
  }

  /// The node that a path without wildcards leads to; nothing when there is none.
  package func node(
    of entry: Entry, in tree: Tree, root: NodeID, current: NodeID, _ beginnings: Beginnings
  ) -> NodeID? {
    start(of: entry, root: root, current: current, beginnings).flatMap {
      end(of: $0.steps, in: tree, from: $0.node)
    }
  }
}

extension Path.Step {
  /// The same in names before which there are so many bytes.
  fileprivate func moved(by count: Int) -> Path.Step {
    kind == .name ? Path.Step(kind: kind, number: number + count, count: self.count, hash: hash) : self
  }
}
