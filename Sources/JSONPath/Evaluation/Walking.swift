import YAML

// Queries (RFC 9535, section 2.5): from nodes to nodes.

extension Evaluation {
  /// Calls `body` with each node that `query` selects, in order, until it returns false; whether it never did.
  mutating func visit(_ query: SubQuery, _ current: NodeID, _ body: (NodeID) -> Bool) -> Bool {
    let start = query.isAbsolute ? root : current
    guard query.selectsNames else { return visit(query.segments, start, body) }
    let tree = tree
    return visit(query.segments, start) { node in tree.key(of: node).map(body) ?? true }
  }

  private mutating func visit(_ segments: Segments, _ start: NodeID, _ body: (NodeID) -> Bool) -> Bool {
    if let path = segments.path { return path.follow(in: tree, from: start, body) }
    return walk(segments.list, 0, start, body)
  }

  /// Goes on with the segments from `index` on, from `node`.
  ///
  /// A segment's nodes are handed on one by one. That gives the order of RFC 9535, section 2.1.2, where each
  /// segment makes a list of nodes, without the lists.
  private mutating func walk(
    _ segments: [Segment], _ index: Int, _ node: NodeID, _ body: (NodeID) -> Bool
  ) -> Bool {
    guard index < segments.count else { return body(node) }
    guard depth < Evaluation.deepest else {
      isComplete = false
      return true
    }
    depth += 1
    defer { depth -= 1 }
    guard segments[index].isDescendant else { return select(segments, index, of: node, body) }
    // The descendants of a node follow it in the order that is asked for.
    let end = tree.next(after: node)
    var visited = node
    while visited < end {
      if visited != node, tree.isKey(visited) {
        visited = tree.next(after: visited)
        continue
      }
      guard takeStep() else { return false }
      if !tree.kind(of: visited).isScalar, !select(segments, index, of: visited, body) { return false }
      visited = NodeID(index: visited.index + 1)
    }
    return true
  }

  /// Counts a node that is looked at; whether that was still allowed.
  private mutating func takeStep() -> Bool {
    guard stepsLeft > 0 else {
      isComplete = false
      return false
    }
    stepsLeft -= 1
    return true
  }

  /// Applies the selectors of the segment at `index` to the children of `node`.
  private mutating func select(
    _ segments: [Segment], _ index: Int, of node: NodeID, _ body: (NodeID) -> Bool
  ) -> Bool {
    for selector in segments[index].selectors {
      switch selector {
      case .name(let name):
        guard let child = tree.value(named: name.span, hash: name.span.textHash, of: node) else { continue }
        guard walk(segments, index + 1, child, body) else { return false }
      case .index(let place):
        let place = place < 0 ? tree.count(of: node) + place : place
        guard let child = tree.element(at: place, of: node) else { continue }
        guard walk(segments, index + 1, child, body) else { return false }
      case .wildcard:
        var next = tree.firstChild(of: node)
        while let child = next {
          guard takeStep() else { return false }
          guard walk(segments, index + 1, child, body) else { return false }
          next = tree.nextChild(after: child, of: node)
        }
      case .slice(let slice):
        guard walk(segments, index, slice, of: node, body) else { return false }
      case .filter(let logical):
        var next = tree.firstChild(of: node)
        while let child = next {
          guard takeStep() else { return false }
          switch test(logical, child) {
          case .true: guard walk(segments, index + 1, child, body) else { return false }
          case .false: break
          case .undecided: isComplete = false
          }
          next = tree.nextChild(after: child, of: node)
        }
      }
    }
    return true
  }

  private mutating func walk(
    _ segments: [Segment], _ index: Int, _ slice: Slice, of node: NodeID, _ body: (NodeID) -> Bool
  ) -> Bool {
    guard tree.kind(of: node) == .sequence, let places = slice.places(count: tree.count(of: node)) else {
      return true
    }
    // Backwards the elements cannot be reached one from the other.
    let elements = slice.step > 0 ? [] : Array(tree.elements(of: node))
    var element = tree.firstChild(of: node)
    var position = 0
    for place in places {
      if slice.step < 0 {
        element = elements[place]
      } else {
        while position < place, let child = element {
          element = tree.nextChild(after: child, of: node)
          position += 1
        }
      }
      guard takeStep() else { return false }
      if let element, !walk(segments, index + 1, element, body) { return false }
    }
    return true
  }
}
