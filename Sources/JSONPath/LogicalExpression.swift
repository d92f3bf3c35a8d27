package import YAML

/// A logical expression (RFC 9535, section 2.3.5.1) such as `@.a == 1 && match(@.b, '[a-z]+')`, read once.
package struct LogicalExpression: Sendable {
  /// The expression as it was written.
  package let text: String

  let logical: Logical
  let slots: Int

  /// Reads `text`, which may have blanks at both ends; throws the first thing that makes it no expression.
  package init(_ text: String, extensions: Extensions = .ruleset) throws(QueryError) {
    var parser = Parser(text, extensions: extensions)
    logical = try parser.wholeExpression()
    slots = parser.slots
    self.text = text
  }

  /// Whether it holds for `current`, which `@` stands for; `$` is `root`.
  package func evaluate(in tree: Tree, root: NodeID, current: NodeID) -> Outcome3 {
    var run = run(in: tree, root: root, count: 1)
    return run.evaluate(current)
  }

  /// The nodes whose values decide whether it holds for `current`, as far as they are asked for, in the order in which
  /// they are.
  package func nodesRead(in tree: Tree, root: NodeID, current: NodeID) -> [NodeID] {
    var evaluation = Evaluation(tree: tree, root: root, slots: slots)
    evaluation.nodesRead = []
    _ = evaluation.test(logical, current)
    return evaluation.nodesRead ?? []
  }

  /// The expression for `count` nodes of one document, one after the other.
  package func run(in tree: Tree, root: NodeID, count: Int) -> Run {
    Run(
      logical: logical,
      evaluation: Evaluation(tree: tree, root: root, slots: slots, isRepeated: count > 1))
  }

  /// What is found out once for all nodes of a document: the answers to queries that begin at the root, and that
  /// a pattern gives up time after time, after which it is not tried any more.
  package struct Run {
    fileprivate let logical: Logical
    fileprivate var evaluation: Evaluation

    /// Whether the expression holds for `current`.
    package mutating func evaluate(_ current: NodeID) -> Outcome3 {
      evaluation.stepsLeft = Query.steps
      return evaluation.test(logical, current)
    }
  }
}
