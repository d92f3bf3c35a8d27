package import YAML

/// What gives a value for a node: a query, of which there is a value when it selects exactly one node, or a call
/// of a function such as `ancestor(@, 'code')`. One reference, so that handing it on costs one count.
package final class ValueExpression: Sendable {
  /// What an expression gives for a node.
  package enum Result: Sendable, Hashable {
    /// There is no value, or a limit was reached before it was known.
    case nothing

    /// The value of a node; for a query that ends in `~` the key itself.
    case node(NodeID)

    /// A value that no node has, as text.
    case text(String)
  }

  /// The expression as it was written.
  package let text: String

  let operand: Operand
  /// What is followed when the expression is a query for one value and no more; else nothing.
  let path: Path?
  let isAbsolute: Bool

  /// Whether it is a query of names and places alone, so that its value is a node or nothing.
  package var isPath: Bool { path != nil }

  private let slots: Int

  /// Reads `text`, with all extensions; throws the first thing that makes it no such expression.
  package init(_ text: String) throws(QueryError) {
    var parser = Parser(text, extensions: .ruleset)
    let operand = try parser.wholeValue()
    self.operand = operand
    if case .query(let query) = operand {
      path = query.singularPath
      isAbsolute = query.isAbsolute
    } else {
      path = nil
      isAbsolute = false
    }
    slots = parser.slots
    self.text = text
  }

  /// The value for `current`, which `@` stands for; `$` is `root`.
  package func evaluate(in tree: Tree, root: NodeID, current: NodeID) -> Result {
    if let path {
      return path.end(in: tree, from: isAbsolute ? root : current).map { .node($0) } ?? .nothing
    }
    var evaluation = Evaluation(tree: tree, root: root, slots: slots)
    return switch evaluation.value(of: operand, current) {
    case .nothing, .undecided: .nothing
    case .node(let node), .name(let node): .node(node)
    case .count(let count): .text(String(count))
    case .literal: .nothing
    }
  }
}
