import YAML

/// Segments that are each one name, one place, all children or all elements: what most queries are. Kept flat, so that they
/// are followed without any memory. One reference, so that handing a path on costs one count.
final class Path: Sendable {
  /// One step down.
  struct Step: Sendable {
    enum Kind: Sendable {
      case name, index, wildcard, elements

      /// Whether it may lead to more than one node.
      var isMany: Bool { self == .wildcard || self == .elements }
    }

    let kind: Kind

    /// Where the name starts in `names`, or the place of the element.
    let number: Int

    /// The number of bytes of the name.
    let count: Int

    /// The name's hash.
    let hash: UInt32
  }

  let steps: [Step]

  /// The names of the steps, in UTF-8, one after the other.
  let names: [UInt8]

  /// Whether the path can lead to more than one node.
  let hasWildcard: Bool

  /// The path of `segments`; nothing when one of them is of another sort.
  init?(_ segments: [Segment]) {
    var steps: [Step] = []
    var names: [UInt8] = []
    for segment in segments {
      guard !segment.isDescendant, segment.selectors.count == 1 else { return nil }
      switch segment.selectors[0] {
      case .name(let name):
        steps.append(Step(kind: .name, number: names.count, count: name.count, hash: name.span.textHash))
        names += name
      case .index(let place):
        steps.append(Step(kind: .index, number: place, count: 0, hash: 0))
      case .wildcard:
        steps.append(Step(kind: .wildcard, number: 0, count: 0, hash: 0))
      case .slice(let slice) where slice.isWhole:
        steps.append(Step(kind: .elements, number: 0, count: 0, hash: 0))
      case .slice, .filter:
        return nil
      }
    }
    self.steps = steps
    self.names = names
    hasWildcard = steps.contains(where: \.kind.isMany)
  }
}
