import YAML

/// What is wrong, with the values that a message needs.
enum Fault: Sendable {
  // Any value
  case type(Types)
  case constants(Constants)
  /// Neither of one of the types nor one of the values.
  case noneOf(Types, [Constants])
  case never
  case refused(by: SchemaIndex)
  case several(branches: [SchemaIndex], numbers: [Int])
  /// Demands of which one would do.
  case either([Fault])

  // Numbers
  case notMultiple(of: Number)
  case below(Number, isExclusive: Bool)
  case above(Number, isExclusive: Bool)

  // Text
  case tooShort(Int, atLeast: Int)
  case tooLong(Int, atMost: Int)
  case noMatch(pattern: String)
  case noFormat(TextFormat)

  // Lists
  case tooFewElements(Int, atLeast: Int)
  case tooManyElements(Int, atMost: Int)
  case repeated(first: NodeID)
  case extraElement(allowed: Int)
  case tooFewMatches(Int, atLeast: Int, of: SchemaIndex)
  case tooManyMatches(Int, atMost: Int, of: SchemaIndex)

  // Mappings
  case tooFewMembers(Int, atLeast: Int)
  case tooManyMembers(Int, atMost: Int)
  case missing([String], because: String?)
  /// All names of one of several lists would do.
  case missingOneOf([[String]])
  /// The node is the member's value; `known` are names that would be right.
  case extraMember(known: [String])
}

extension Fault {
  /// Whether it is about a bound or a form of the value itself.
  var isDemand: Bool {
    switch self {
    case .notMultiple, .below, .above, .tooShort, .tooLong, .noMatch, .noFormat, .tooFewElements,
      .tooManyElements, .tooFewMembers, .tooManyMembers:
      true
    default: false
    }
  }
}
