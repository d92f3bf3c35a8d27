package import YAML

/// Many paths in one place, for those who follow one after the other in each of many trees: a path is a plain value
/// here, and no references are counted on the way.
package struct PathTable: Sendable {
  /// A path of a table.
  package struct Entry: Sendable {
    fileprivate let steps: Range<Int>
    fileprivate let hasWildcard: Bool
    fileprivate let isAbsolute: Bool
  }

  private var steps: [Path.Step] = []
  /// The names of the steps, in UTF-8, one after the other.
  private var names: [UInt8] = []

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
    return Entry(steps: first..<steps.count, hasWildcard: path.hasWildcard, isAbsolute: isAbsolute)
  }

  /// Calls `body` with each node that a path leads to, in order.
  ///
  /// - Parameters:
  ///   - root: the node that `$` at the beginning stands for, a document's root.
  ///   - current: the node that `@` at the beginning stands for.
  package func forEachNode(
    of entry: Entry, in tree: Tree, root: NodeID, current: NodeID, _ body: (NodeID) -> Void
  ) {
    _ = tree.follow(
      steps.span.extracting(entry.steps), names.span, hasWildcard: entry.hasWildcard,
      from: entry.isAbsolute ? root : current
    ) {
      body($0)
      return true
    }
  }

  /// The node that a path without wildcards leads to; nothing when there is none.
  package func node(of entry: Entry, in tree: Tree, root: NodeID, current: NodeID) -> NodeID? {
    tree.end(of: steps.span.extracting(entry.steps), names.span, from: entry.isAbsolute ? root : current)
  }
}

extension Path.Step {
  /// The same in names before which there are so many bytes.
  fileprivate func moved(by count: Int) -> Path.Step {
    kind == .name ? Path.Step(kind: kind, number: number + count, count: self.count, hash: hash) : self
  }
}
