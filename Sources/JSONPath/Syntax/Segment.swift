/// A step of a query, from nodes to their children or descendants (RFC 9535, section 2.5).
struct Segment: Sendable {
  /// Whether it is asked of the node and all its descendants, instead of the node alone.
  let isDescendant: Bool

  /// What it selects, in order; at least one.
  let selectors: [Selector]
}

/// What is selected of the children of a node (RFC 9535, section 2.3).
enum Selector: Sendable {
  /// The member with this name, in UTF-8.
  case name([UInt8])

  /// All children.
  case wildcard

  /// The element at this place; a negative one counts from the end.
  case index(Int)

  /// Elements at regular distances.
  case slice(Slice)

  /// The children for which the expression holds.
  case filter(Logical)
}

/// Elements from `start` up to and without `end`, every `step`th (RFC 9535, section 2.3.4).
struct Slice: Sendable {
  let start: Int?
  let end: Int?
  let step: Int

  /// Whether it is all elements in their order.
  var isWhole: Bool { (start ?? 0) == 0 && end == nil && step == 1 }

  /// The places that are selected of a list with `count` elements, in order.
  ///
  /// The numbers are within ±(2^53 - 1), so none of the sums overflows.
  func places(count: Int) -> StrideTo<Int>? {
    func normalized(_ place: Int) -> Int { place >= 0 ? place : count + place }
    if step > 0 {
      let first = min(max(normalized(start ?? 0), 0), count)
      let end = min(max(normalized(end ?? count), 0), count)
      return stride(from: first, to: end, by: step)
    }
    guard step < 0 else { return nil }
    let first = min(max(start.map(normalized) ?? count - 1, -1), count - 1)
    let end = min(max(end.map(normalized) ?? -1, -1), count - 1)
    return stride(from: first, to: end, by: step)
  }
}

/// The segments of a query, in order.
struct Segments: Sendable {
  let list: [Segment]

  /// The same without what only some queries need; nothing for those.
  let path: Path?

  init(_ list: [Segment]) {
    self.list = list
    path = Path(list)
  }

  /// Whether they lead to at most one node, whatever the tree.
  var isSingular: Bool { path.map { !$0.hasWildcard } ?? false }
}
