import YAML

/// A function that expressions can call (RFC 9535, section 2.4). Each has a file of its own and a line in `all`.
struct Function: Sendable {
  /// All functions, by name.
  static let all: [Function] = [
    ancestor,
    count,
    length,
    match,
    search,
    startsWith,
    value,
  ]

  /// What a parameter takes (RFC 9535, section 2.4.1). No function has a parameter of LogicalType.
  enum Parameter: Sendable {
    /// ValueType.
    case value

    /// ValueType, taken for an I-Regexp.
    case pattern

    /// NodesType.
    case nodes
  }

  /// What the function does, by the type of its result. No function has a result of NodesType.
  enum Body: Sendable {
    /// ValueType.
    case value(@Sendable (Arguments, inout Evaluation) -> Value)

    /// LogicalType.
    case logical(@Sendable (Arguments, inout Evaluation) -> Outcome3)
  }

  let name: String
  let parameters: [Parameter]

  /// Whether RFC 9535 does not have it.
  var isExtension = false

  let body: Body

  /// Whether the result is of ValueType.
  var isValue: Bool {
    if case .value = body { true } else { false }
  }
}

extension Function.Parameter {
  /// What an argument must be, as a message says it.
  var inMessages: String {
    switch self {
    case .value: "a value: text, a number, true, false, null, or a query for one node such as @.name"
    case .pattern: "a pattern: text, or a query for one node such as @.name"
    case .nodes: "a query such as @.*"
    }
  }
}

/// An argument that fits its parameter.
enum Argument: Sendable {
  case value(Operand)
  case nodes(SubQuery)
  // Apart, so that an argument is one reference.
  indirect case pattern(PatternArgument)
}

/// The arguments of one call, for one current node.
struct Arguments {
  let list: [Argument]
  let current: NodeID

  /// The value of the argument at `index`.
  func value(_ index: Int, _ evaluation: inout Evaluation) -> Value {
    guard case .value(let operand) = list[index] else { return .nothing }
    return evaluation.value(of: operand, current)
  }

  /// The query that is the argument at `index`.
  func nodes(_ index: Int) -> SubQuery? {
    guard case .nodes(let query) = list[index] else { return nil }
    return query
  }

  /// The pattern that is the argument at `index`.
  func pattern(_ index: Int) -> PatternArgument {
    guard case .pattern(let pattern) = list[index] else { return .never }
    return pattern
  }
}
