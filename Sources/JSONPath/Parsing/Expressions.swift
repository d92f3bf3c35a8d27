/// What an expression is made of, before it is known whether it is compared, tested or handed to a function.
enum Primary {
  case literal(Literal, ReadString?)
  case query(ReadQuery)
  case call(Call)
}

/// A `Primary` with its place.
struct ReadPrimary {
  let primary: Primary

  /// Where it stands, in code points.
  let range: Range<Int>
}

extension Parser {
  /// `logical-expr`; when its first part is read already, that is `first`.
  mutating func logical(first: ReadPrimary? = nil) throws(QueryError) -> Logical {
    var parts = [try conjunction(first: first)]
    while takeOperator("||") {
      parts.append(try conjunction(first: nil))
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  /// `logical-and-expr`.
  private mutating func conjunction(first: ReadPrimary?) throws(QueryError) -> Logical {
    var parts = [try basic(first: first)]
    while takeOperator("&&") {
      parts.append(try basic(first: nil))
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  /// Takes `text` with the blanks around it; without it nothing.
  private mutating func takeOperator(_ text: String) -> Bool {
    let start = reader.offset
    reader.skipBlanks()
    guard reader.isNext(text) else {
      reader.offset = start
      return false
    }
    reader.advance(by: 2)
    reader.skipBlanks()
    return true
  }

  /// `basic-expr`.
  private mutating func basic(first: ReadPrimary?) throws(QueryError) -> Logical {
    if let first { return try comparisonOrTest(first) }
    if reader.next == "(" { return try parenthesized() }
    guard reader.take("!") else { return try comparisonOrTest(try primary()) }
    reader.skipBlanks()
    if reader.next == "(" { return .not(try parenthesized()) }
    if reader.next == "!" {
      throw reader.error("only one '!' can stand here; two say the same as none")
    }
    let logical = try test(try primary())
    if let comparison = nextComparison() {
      reader.skipBlanks()
      throw reader.error(
        "'!' takes only what follows it; put the comparison in parentheses: !(… \(comparison.rawValue) …)",
        at: reader.offset..<reader.offset + comparison.rawValue.utf8.count)
    }
    return .not(logical)
  }

  /// `paren-expr` without the `!`.
  private mutating func parenthesized() throws(QueryError) -> Logical {
    let start = reader.offset
    reader.advance()
    reader.skipBlanks()
    try enter(from: start)
    let logical = try logical()
    leave()
    reader.skipBlanks()
    guard reader.take(")") else {
      throw wrongOperator ?? reader.expected("')'")
    }
    return logical
  }

  /// `comparison-expr` or `test-expr` that begins with `left`.
  private mutating func comparisonOrTest(_ left: ReadPrimary) throws(QueryError) -> Logical {
    let end = reader.offset
    reader.skipBlanks()
    if let error = wrongComparison { throw error }
    guard let comparison = nextComparison() else {
      reader.offset = end
      return try test(left)
    }
    reader.advance(by: comparison.rawValue.utf8.count)
    reader.skipBlanks()
    let leftOperand = try operand(left)
    return .comparison(leftOperand, comparison, try operand(try primary()))
  }

  /// The operator that comes next, left where it is.
  func nextComparison() -> Comparison? {
    var rest = reader
    rest.skipBlanks()
    // The longer ones come first in the list.
    return Comparison.allCases.first { rest.isNext($0.rawValue) }
  }

  /// A side of a comparison.
  private func operand(_ read: ReadPrimary) throws(QueryError) -> Operand {
    switch read.primary {
    case .literal(let literal, _): return .literal(Constant(literal))
    case .query(let query):
      guard query.isSingular else {
        throw reader.error(
          "only a query for one value can be compared: names and places, one in each pair of brackets and no "
            + "blanks there", at: read.range)
      }
      return .query(query.query)
    case .call(let call):
      guard call.function.isValue else {
        throw reader.error(
          "\(call.function.name)() is true or false by itself and cannot be compared", at: read.range)
      }
      return .call(call)
    }
  }

  /// `test-expr` without the `!`.
  private func test(_ read: ReadPrimary) throws(QueryError) -> Logical {
    switch read.primary {
    case .literal:
      throw reader.error(
        "a value by itself is neither true nor false; compare it with something", at: read.range)
    case .query(let query): return .exists(query.query)
    case .call(let call):
      guard !call.function.isValue else {
        throw reader.error(
          "the result of \(call.function.name)() must be compared with something", at: read.range)
      }
      return .call(call)
    }
  }

  /// `literal`, `filter-query` or `function-expr`.
  mutating func primary() throws(QueryError) -> ReadPrimary {
    let start = reader.offset
    let primary: Primary
    switch reader.next {
    case "$", "@":
      primary = .query(try query())
    case "'", "\"":
      let string = try stringLiteral()
      primary = .literal(.string(string.bytes), string)
    case let next? where next == "-" || next.isDigit:
      primary = .literal(.number(try numberLiteral()), nil)
    case let next? where next.isNameStart:
      primary = try word()
    default:
      throw reader.expected("a query such as @.name, a value, or a function")
    }
    return ReadPrimary(primary: primary, range: start..<reader.offset)
  }

  /// `true`, `false`, `null` or a call.
  private mutating func word() throws(QueryError) -> Primary {
    let start = reader.offset
    let name = reader.take(while: \.isNamePart)
    let range = start..<reader.offset
    let shown = reader.excerpt(range)
    if reader.next == "(" { return .call(try call(name, at: range)) }
    if let literal = Parser.valueWords[name] { return .literal(literal, nil) }
    let lowercase = name.lowercased()
    if Parser.valueWords[lowercase] != nil {
      throw reader.error("'\(shown)' is written in lower case", at: range, suggestion: lowercase)
    }
    if let (message, meant) = Parser.wrongWord(name) {
      throw reader.error(message, at: range, suggestion: meant)
    }
    var rest = reader
    if rest.skipBlanks(), rest.next == "(" {
      throw reader.error("no blanks may stand between a function's name and '('")
    }
    throw reader.error(
      "'\(shown)' is no value; write '@.\(shown)' for a member, or put text in quotes", at: range)
  }

  /// The values that are words.
  private static let valueWords: [String: Literal] = [
    "true": .boolean(true), "false": .boolean(false), "null": .null,
  ]
}
