/// Reads queries and expressions by the grammar of RFC 9535, appendix A.
///
/// The rules are methods in the files beside this one; each begins at the first code point of what it reads,
/// and leaves the reader after the last.
struct Parser {
  /// How deep parentheses, filters and calls may stand in each other.
  static let deepestNesting = 100

  var reader: Reader
  let extensions: Extensions

  /// The number of queries so far that begin at the root and stand in a filter.
  var slots = 0

  private var nesting = 0

  init(_ text: String, extensions: Extensions) {
    reader = Reader(text)
    self.extensions = extensions
  }

  /// Reads what stands in parentheses, a filter or a call that begins at `start`.
  mutating func nested<Result>(
    from start: Int, _ read: (inout Parser) throws(QueryError) -> Result
  ) throws(QueryError) -> Result {
    guard nesting < Parser.deepestNesting else {
      throw reader.error(
        "parentheses, filters and calls stand in each other more than \(Parser.deepestNesting) deep",
        at: start..<start + 1)
    }
    nesting += 1
    let result = try read(&self)
    nesting -= 1
    return result
  }

  // MARK: Whole texts

  /// `jsonpath-query`, from the first code point to the last, or the same beginning with `@`.
  mutating func wholeQuery() throws(QueryError) -> SubQuery {
    if reader.next == "@", !extensions.contains(.relative) {
      throw reader.error("a query begins with '$'; '@' is only known in a filter", suggestion: "$")
    }
    guard reader.next == "$" || reader.next == "@" else {
      let beginning = extensions.contains(.relative) ? "'$' or '@'" : "'$'"
      throw reader.error("found \(reader.found) where a query begins with \(beginning)")
    }
    let query = try query().query
    try end()
    return query
  }

  /// `logical-expr`, with blanks before and after.
  mutating func wholeExpression() throws(QueryError) -> Logical {
    reader.skipBlanks()
    let logical = try logical()
    reader.skipBlanks()
    try end()
    return logical
  }

  /// A query or a call of a function of ValueType, from the first code point to the last.
  mutating func wholeValue() throws(QueryError) -> Operand {
    guard let next = reader.next, next.isFunctionNameStart else { return .query(try wholeQuery()) }
    let read = try primary()
    guard case .call(let call) = read.primary, call.function.isValue else {
      throw reader.error("a value is given by a query such as @.name or by ancestor()", at: read.range)
    }
    try end()
    return .call(call)
  }

  /// Throws unless nothing is left.
  func end() throws(QueryError) {
    guard let next = reader.next else { return }
    var rest = reader
    if rest.skipBlanks(), rest.next == nil {
      throw reader.error("blanks stand after the end of the query", at: reader.offset..<reader.count)
    }
    if next == "~" {
      throw reader.error("'~', for the names of members, can only be used in a ruleset")
    }
    throw unexpected(after: "the query")
  }

  /// An error at the next code point, which cannot follow `what`.
  func unexpected(after what: String) -> QueryError {
    switch reader.next {
    case "=" where reader.peek(1) != "=" && reader.peek(1) != "~":
      reader.error("a comparison is written '==', not '='", suggestion: "==")
    case "=" where reader.peek(1) == "~":
      reader.error(
        "there is no operator '=~'; use match() or search()", at: reader.offset..<reader.offset + 2)
    case "&": reader.error("'and' is written '&&', not '&'", suggestion: "&&")
    case "|": reader.error("'or' is written '||', not '|'", suggestion: "||")
    case nil: reader.error("more should follow \(what)")
    default: reader.error("found \(reader.found) after \(what)")
    }
  }
}
