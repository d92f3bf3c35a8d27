package import YAML

/// The way from a document's root to a place in it, whether anything is there or not.
package struct DocumentPath: Sendable, Hashable {
  /// One step down.
  package enum Step: Sendable, Hashable {
    /// To the member with this name, in UTF-8.
    case name([UInt8])
    /// To the element at this place, from 0.
    case element(Int)
  }

  /// The steps, from the root.
  package var steps: [Step]

  /// The path of `node`; a key has that of its value.
  package init(of node: NodeID, in tree: Tree) {
    var steps: [Step] = []
    var current = node
    while let parent = tree.parent(of: current) {
      if let key = tree.isKey(current) ? current : tree.key(of: current) {
        steps.append(.name(Array(tree.text(of: key).utf8)))
      } else {
        steps.append(.element(tree.position(of: current) ?? 0))
      }
      current = parent
    }
    self.steps = steps.reversed()
  }

  /// The place of the member `name` of what is here.
  package func member(_ name: String) -> DocumentPath {
    var path = self
    path.steps.append(.name(Array(name.utf8)))
    return path
  }
}
