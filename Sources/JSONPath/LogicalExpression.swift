package import YAML

/// A logical expression (RFC 9535, section 2.3.5.1) such as `@.a == 1 && match(@.b, '[a-z]+')`, read once.
package struct LogicalExpression: Sendable {
  /// The expression as it was written.
  package let text: String

  private let logical: Logical
  private let slots: Int

  /// Reads `text`, which may have blanks at both ends; throws the first thing that makes it no expression.
  package init(_ text: String, extensions: Extensions = .ruleset) throws(QueryError) {
    var parser = Parser(text, extensions: extensions)
    logical = try parser.wholeExpression()
    slots = parser.slots
    self.text = text
  }

  /// Whether it holds for `current`, which `@` stands for; `$` is `root`.
  package func evaluate(in tree: Tree, root: NodeID, current: NodeID) -> Outcome3 {
    var evaluation = Evaluation(tree: tree, root: root, slots: slots)
    return evaluation.test(logical, current)
  }
}
