package import YAML

/// A JSONPath query (RFC 9535), read once and asked of as many trees as wanted, from any thread.
///
/// A key that is no string counts as its text: `$.1` is no query, but `$['1']` finds the value under the key `1`.
package struct Query: Sendable {
  /// The query as it was written.
  package let text: String

  private let query: SubQuery
  private let slots: Int

  /// Reads `text`; throws the first thing that makes it no query.
  package init(_ text: String, extensions: Extensions = []) throws(QueryError) {
    var parser = Parser(text, extensions: extensions)
    query = try parser.wholeQuery()
    slots = parser.slots
    self.text = text
  }

  /// Whether it ends in `~` and so selects the keys of members instead of their values.
  package var selectsNames: Bool { query.selectsNames }

  /// Whether it selects at most one node of any tree, because all its segments are one name or one place.
  package var isSingular: Bool { query.segments.isSingular }

  /// Whether it begins with `@`, the node it is asked of, and not with the root.
  package var isRelative: Bool { !query.isAbsolute }

  /// The nodes that are selected, in the order of the RFC, as often as they are selected.
  ///
  /// - Parameters:
  ///   - root: the node that `$` stands for, a document's root.
  ///   - current: the node that `@` at the beginning stands for; the root when it is not given.
  package func select(in tree: Tree, root: NodeID, current: NodeID? = nil) -> [NodeID] {
    var nodes: [NodeID] = []
    forEachNode(in: tree, root: root, current: current) { nodes.append($0) }
    return nodes
  }

  /// Calls `body` with each node that is selected, in the order of the RFC, as often as it is selected.
  ///
  /// - Returns: whether these are all. It is false when a limit was reached: a pattern took too many steps, or
  ///   the query more than there is time for. Then nodes may be missing, and the caller should say so.
  @discardableResult
  package func forEachNode(
    in tree: Tree, root: NodeID, current: NodeID? = nil, _ body: (NodeID) -> Void
  ) -> Bool {
    if let path = query.segments.path, !query.selectsNames {
      return path.follow(in: tree, from: query.isAbsolute ? root : current ?? root) {
        body($0)
        return true
      }
    }
    var evaluation = Evaluation(tree: tree, root: root, slots: slots)
    _ = evaluation.visit(query, current ?? root) {
      body($0)
      return true
    }
    return evaluation.isComplete
  }
}
