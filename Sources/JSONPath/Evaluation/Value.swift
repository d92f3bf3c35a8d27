import YAML

/// An instance of ValueType (RFC 9535, section 2.4.1), or that it cannot be known.
enum Value: Sendable {
  /// Nothing.
  case nothing

  /// A limit was reached before it was known.
  case undecided

  /// The value of a node.
  case node(NodeID)

  /// The name of a member, whose key is the node: always text.
  case name(NodeID)

  case literal(Constant)

  /// A number that a function counted.
  case count(Int)

  var isUndecided: Bool {
    if case .undecided = self { true } else { false }
  }

  /// The node that it is the value or the name of.
  var node: NodeID? {
    switch self {
    case .node(let node), .name(let node): node
    case .nothing, .undecided, .literal, .count: nil
    }
  }
}

// What a value is, is in the tree: an evaluation handed on with it would be copied.

extension Tree {
  /// What the value is; nothing for Nothing.
  func kind(of value: Value) -> Kind? {
    switch value {
    case .nothing, .undecided: nil
    case .node(let node): kind(of: node)
    case .name: .string
    case .count: .integer
    case .literal(let constant):
      switch constant.literal {
      case .null: .null
      case .boolean: .boolean
      case .number: .integer
      case .string: .string
      }
    }
  }

  /// Calls `body` with the text of a string in UTF-8; with nothing in it for what is none.
  func withText<Result>(of value: Value, _ body: (Span<UInt8>) -> Result) -> Result {
    switch value {
    case .node(let node), .name(let node):
      return withText(of: node, body)
    case .literal(let constant):
      if case .string(let bytes) = constant.literal { return body(bytes.span) }
    case .nothing, .undecided, .count:
      break
    }
    let nothing: [UInt8] = []
    return body(nothing.span)
  }

  /// The number that the value is.
  func number(of value: Value) -> Number? {
    switch value {
    case .node(let node): number(of: node)
    case .literal(let constant): if case .number(let number) = constant.literal { number } else { nil }
    case .count(let count): Number(count)
    case .nothing, .undecided, .name: nil
    }
  }

  /// The truth that the value is.
  func boolean(of value: Value) -> Bool? {
    switch value {
    case .node(let node): boolean(of: node)
    case .literal(let constant): if case .boolean(let boolean) = constant.literal { boolean } else { nil }
    case .nothing, .undecided, .name, .count: nil
    }
  }
}
