import YAML

/// A value that is held against a schema.
struct Instance: Sendable {
  /// Its node.
  let node: NodeID

  /// What it counts as: the name of a member is a string, whatever its text.
  let kind: Kind

  init(_ node: NodeID, kind: Kind) {
    self.node = node
    self.kind = kind
  }

  /// The value `node` of `tree`.
  init(_ node: NodeID, in tree: Tree) {
    self.init(node, kind: tree.kind(of: node))
  }

  /// What `node` of `tree` is by itself: the name of a member when it is a key.
  static func root(_ node: NodeID, in tree: Tree) -> Instance {
    tree.isKey(node) ? name(node) : Instance(node, in: tree)
  }

  /// The key `node` as the name of a member.
  static func name(_ node: NodeID) -> Instance {
    Instance(node, kind: .string)
  }
}
