package import YAML

/// A JSONPath query (RFC 9535), read once and asked of as many trees as wanted, from any thread.
///
/// A key that is no string counts as its text: `$.1` is no query, but `$['1']` finds the value under the key `1`.
package struct Query: Sendable {
  /// What the query is made of. One reference, so that handing a query on costs one count.
  private final class Storage: Sendable {
    let text: String
    let query: SubQuery
    let slots: Int
    /// What is followed when the query is no more than a path; else nothing.
    let path: Path?

    init(text: String, query: SubQuery, slots: Int) {
      path = query.selectsNames ? nil : query.segments.path
      self.text = text
      self.query = query
      self.slots = slots
    }
  }

  private let storage: Storage

  /// Reads `text`; throws the first thing that makes it no query.
  package init(_ text: String, extensions: Extensions = []) throws(QueryError) {
    var parser = Parser(text, extensions: extensions)
    let query = try parser.wholeQuery()
    storage = Storage(text: text, query: query, slots: parser.slots)
  }

  var segments: Segments { storage.query.segments }

  /// What is followed when the query is no more than a path; else nothing.
  var path: Path? { storage.path }

  /// How many nodes are looked at when nothing else is asked for: a few seconds' work.
  package static let steps = 100_000_000

  /// The query as it was written.
  package var text: String { storage.text }

  /// Whether it ends in `~` and so selects the keys of members instead of their values.
  package var selectsNames: Bool { storage.query.selectsNames }

  /// Whether it selects at most one node of any tree, because all its segments are one name or one place.
  package var isSingular: Bool { storage.query.segments.isSingular }

  /// Whether it selects no node twice and all nodes in the order of the text, because all its segments are one name,
  /// one place, all children or all elements.
  package var isPath: Bool { storage.path != nil }

  /// Whether it begins with `@`, the node it is asked of, and not with the root.
  package var isRelative: Bool { !storage.query.isAbsolute }

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
  /// - Parameter steps: how many nodes may be looked at. A query of names, places and wildcards alone looks at none
  ///   twice, and is not counted.
  /// - Returns: whether these are all. It is false when a limit was reached: a pattern took too many steps, or the
  ///   query more than it may. Then nodes may be missing, and the caller should say so.
  @discardableResult
  package func forEachNode(
    in tree: Tree, root: NodeID, current: NodeID? = nil, steps: Int = Query.steps, _ body: (NodeID) -> Void
  ) -> Bool {
    if let path = storage.path {
      return path.follow(in: tree, from: storage.query.isAbsolute ? root : current ?? root) {
        body($0)
        return true
      }
    }
    var evaluation = Evaluation(tree: tree, root: root, slots: storage.slots, steps: steps)
    _ = evaluation.visit(storage.query, current ?? root) {
      body($0)
      return true
    }
    return evaluation.isComplete
  }
}
