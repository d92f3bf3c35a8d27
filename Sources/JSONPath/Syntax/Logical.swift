import YAML

/// An expression that holds or does not (RFC 9535, section 2.3.5.1).
indirect enum Logical: Sendable {
  case or([Logical])
  case and([Logical])
  case not(Logical)

  /// Whether the query selects anything.
  case exists(SubQuery)

  case comparison(Operand, Comparison, Operand)

  /// The outcome of a function of LogicalType.
  case call(Call)
}

/// The operators between two values, with how they are written.
enum Comparison: String, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
}

/// What has a value: a side of a comparison, or an argument of ValueType (RFC 9535, section 2.4.1).
enum Operand: Sendable {
  case literal(Constant)

  /// The value of the node that a singular query leads to.
  case query(SubQuery)

  /// The value of a function of ValueType.
  case call(Call)
}

/// A value written in the query itself.
enum Literal: Sendable {
  case null
  case boolean(Bool)
  case number(Number)

  /// A string, in UTF-8.
  case string([UInt8])
}

/// A literal of a query. One reference, so that what may be one is as small as a node.
final class Constant: Sendable {
  let literal: Literal

  init(_ literal: Literal) {
    self.literal = literal
  }
}

/// A query inside an expression. One reference, so that handing it on costs one count.
final class SubQuery: Sendable {
  /// Whether it begins at the root, with `$`, instead of at the current node.
  let isAbsolute: Bool

  let segments: Segments

  /// Whether it selects names instead of values.
  let selectsNames: Bool

  /// Whether it stands in a filter, and so is asked for each of some nodes.
  let isInFilter: Bool

  /// For a query that begins at the root, the place where its answer is remembered, from 0.
  let slot: Int

  /// What is followed when the query is no more than a path to at most one node; else nothing.
  let singularPath: Path?

  /// The steps and names of that path, for those who follow it: to take a reference out of an optional one counts it.
  private let steps: [Path.Step]
  private let names: [UInt8]
  let isSingular: Bool

  init(isAbsolute: Bool, segments: Segments, selectsNames: Bool, isInFilter: Bool, slot: Int) {
    self.isAbsolute = isAbsolute
    self.segments = segments
    self.selectsNames = selectsNames
    self.isInFilter = isInFilter
    self.slot = slot
    singularPath = selectsNames || segments.path?.hasWildcard != false ? nil : segments.path
    steps = singularPath?.steps ?? []
    names = singularPath?.names ?? []
    isSingular = singularPath != nil
  }

  /// The node that a singular query leads to from `start`; nothing when there is none.
  func end(in tree: Tree, from start: NodeID) -> NodeID? {
    let (steps, names) = (steps, names)
    return tree.end(of: steps.span, names.span, from: start)
  }
}

/// A use of a function with arguments of the right types. One reference, as above.
final class Call: Sendable {
  let function: Function
  let arguments: [Argument]

  init(function: Function, arguments: [Argument]) {
    self.function = function
    self.arguments = arguments
  }
}
