import JSONPath
import YAML

/// What a value of a node is.
enum TemplateValue {
  /// No value: no node, or more than one.
  case nothing
  /// The value of a node.
  case node(NodeID)
  /// A text that was put together, with the place of its last part; nothing when no part has a place.
  case text(String, NodeID?)
}

/// Where a rule takes a value of a node from: a query, a call of `ancestor`, or a template with these in braces. One
/// reference, so that handing it on costs one count.
final class ValueTemplate: Sendable {
  private enum Part: Sendable {
    case text(String)
    case value(ValueExpression)
  }

  /// What is asked.
  private enum Content: Sendable {
    /// Nothing: it is the document itself.
    case document
    case value(ValueExpression)
    /// A text put together of parts.
    case parts([Part])
  }

  /// A mistake in a value.
  struct Mistake: Error {
    let message: String
    /// Where in its text, in code points.
    let range: Range<Int>
    let suggestion: String?
  }

  /// The value as it is written.
  let text: String

  /// Whether it depends on the document alone: all its queries begin with `$`.
  let isOfDocument: Bool

  /// Whether it is the same node for the whole document: a query from `$` that selects one node at most.
  let isPathOfDocument: Bool

  /// Whether it is `$` itself.
  var isDocument: Bool {
    if case .document = content { true } else { false }
  }

  /// Whether it is `@` itself.
  var isOrigin: Bool { text == "@" }

  /// Whether it is a text put together of parts, and so nothing that stands in the file as it is.
  var isPutTogether: Bool {
    if case .parts = content { true } else { false }
  }

  /// The same as a path of a table, which gets it; nothing when it is none.
  func path(in table: inout PathTable) -> PathTable.Entry? {
    if case .value(let expression) = content { table.add(expression) } else { nil }
  }

  private let content: Content

  /// The queries and calls that it has.
  var expressions: [ValueExpression] {
    switch content {
    case .document: []
    case .value(let expression): [expression]
    case .parts(let parts):
      parts.compactMap { part in
        if case .value(let expression) = part { expression } else { nil }
      }
    }
  }

  /// What a text is put together of, each by itself.
  var parts: [ValueTemplate] {
    guard isPutTogether else { return [] }
    return expressions.compactMap { try? ValueTemplate($0.text) }
  }

  init(_ text: String) throws(Mistake) {
    self.text = text
    // A query may have braces in a string, but no query begins with anything but these.
    if text.hasPrefix("$") || text.hasPrefix("@") || text.hasPrefix("ancestor(")
      || !text.contains("{")
    {
      let value = try ValueTemplate.parse(text, offset: 0)
      content = text == "$" ? .document : .value(value)
      isOfDocument = text.hasPrefix("$")
      isPathOfDocument = isOfDocument && value.isPath
    } else {
      let pieces = try Braces.split(text)
      var parts: [Part] = []
      for piece in pieces {
        switch piece {
        case .text(let text): parts.append(.text(text))
        case .inside(let text, let offset):
          parts.append(.value(try ValueTemplate.parse(text, offset: offset)))
        }
      }
      content = .parts(parts)
      isPathOfDocument = false
      isOfDocument = pieces.allSatisfy { piece in
        if case .inside(let text, _) = piece { text.hasPrefix("$") } else { true }
      }
    }
  }

  private static func parse(_ text: String, offset: Int) throws(Mistake) -> ValueExpression {
    do {
      return try ValueExpression(text)
    } catch {
      let range = error.codePointRange
      throw Mistake(
        message: error.message, range: range.lowerBound + offset..<range.upperBound + offset,
        suggestion: error.suggestion)
    }
  }

  /// The value for `current` in the document of `root`. A template has a value when all its parts are scalars.
  func value(in tree: Tree, root: NodeID, current: NodeID) -> TemplateValue {
    switch content {
    case .document: .node(root)
    case .value(let expression):
      switch expression.evaluate(in: tree, root: root, current: current) {
      case .nothing: .nothing
      case .node(let node): .node(node)
      case .text(let text): .text(text, nil)
      }
    case .parts(let parts): ValueTemplate.text(of: parts, in: tree, root: root, current: current)
    }
  }

  /// The nodes that a value is put together of; none for one that is not.
  func nodes(in tree: Tree, root: NodeID, current: NodeID) -> [NodeID] {
    guard case .parts = content else { return [] }
    return expressions.compactMap { expression in
      if case .node(let node) = expression.evaluate(in: tree, root: root, current: current) {
        node
      } else {
        nil
      }
    }
  }

  private static func text(of parts: [Part], in tree: Tree, root: NodeID, current: NodeID) -> TemplateValue {
    var result = ""
    var place: NodeID?
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .value(let expression):
        switch expression.evaluate(in: tree, root: root, current: current) {
        case .nothing: return .nothing
        case .node(let node):
          guard tree.hasText(node) else { return .nothing }
          result += tree.text(of: node)
          place = node
        case .text(let text): result += text
        }
      }
    }
    return .text(result, place)
  }
}

extension Tree {
  /// Whether `node` is a scalar that is not null, or any scalar that is the name of a member: what can be a key, a
  /// name, a reference.
  func hasText(_ node: NodeID) -> Bool {
    let kind = kind(of: node)
    return kind.isScalar && (kind != .null || isKey(node))
  }
}
