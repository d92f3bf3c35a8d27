/// Segments that are each one name, one place or all children: what most queries are. Kept flat, so that they
/// are followed without any memory.
struct Path: Sendable {
  /// One step down.
  struct Step: Sendable {
    enum Kind: Sendable {
      case name, index, wildcard
    }

    let kind: Kind

    /// Where the name starts in `names`, or the place of the element.
    let number: Int

    /// The number of bytes of the name.
    let count: Int
  }

  private(set) var steps: [Step] = []

  /// The names of the steps, in UTF-8, one after the other.
  private(set) var names: [UInt8] = []

  /// Whether the path can lead to more than one node.
  private(set) var hasWildcard = false

  /// The path of `segments`; nothing when one of them is of another sort.
  init?(_ segments: [Segment]) {
    for segment in segments {
      guard !segment.isDescendant, segment.selectors.count == 1 else { return nil }
      switch segment.selectors[0] {
      case .name(let name):
        steps.append(Step(kind: .name, number: names.count, count: name.count))
        names += name
      case .index(let place):
        steps.append(Step(kind: .index, number: place, count: 0))
      case .wildcard:
        steps.append(Step(kind: .wildcard, number: 0, count: 0))
        hasWildcard = true
      case .slice, .filter:
        return nil
      }
    }
  }
}
