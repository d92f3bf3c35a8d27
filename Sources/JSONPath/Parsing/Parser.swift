/// Reads queries and expressions by the grammar of RFC 9535, appendix A.
///
/// The rules are methods in the files beside this one; each begins at the first code point of what it reads,
/// and leaves the reader after the last.
struct Parser {
  /// How deep parentheses, filters and calls may stand in each other.
  static let deepestNesting = 100

  var reader: Reader
  let extensions: Extensions

  /// The number of queries so far that begin at the root.
  var slots = 0

  /// How many filters stand around what is read.
  var filters = 0

  private var nesting = 0

  init(_ text: String, extensions: Extensions) {
    reader = Reader(text)
    self.extensions = extensions
  }

  /// Begins to read what stands in parentheses, a filter or a call that begins at `start`. (What throws is not
  /// gone on with, so only what ends well has to leave.)
  mutating func enter(from start: Int) throws(QueryError) {
    guard nesting < Parser.deepestNesting else {
      throw reader.error(
        "parentheses, filters and calls stand in each other more than \(Parser.deepestNesting) deep",
        at: start..<start + 1)
    }
    nesting += 1
  }

  /// Ends what `enter` began.
  mutating func leave() {
    nesting -= 1
  }

  // MARK: Whole texts

  /// `jsonpath-query`, from the first code point to the last, or the same beginning with `@`.
  mutating func wholeQuery() throws(QueryError) -> SubQuery {
    if reader.next == "@", !extensions.contains(.relative) {
      throw reader.error("a query begins with '$'; '@' is only known in a filter", suggestion: "$")
    }
    guard reader.next == "$" || reader.next == "@" else {
      let beginning = extensions.contains(.relative) ? "'$' or '@'" : "'$'"
      throw reader.next == nil
        ? reader.error("the query is empty; it begins with \(beginning)")
        : reader.error("found \(reader.found) where a query begins with \(beginning)")
    }
    let query = try query().query
    try end(of: "query")
    return query
  }

  /// `logical-expr`, with blanks before and after.
  mutating func wholeExpression() throws(QueryError) -> Logical {
    reader.skipBlanks()
    let logical = try logical()
    reader.skipBlanks()
    try end(of: "expression")
    return logical
  }

  /// A query or a call of a function of ValueType, from the first code point to the last.
  mutating func wholeValue() throws(QueryError) -> Operand {
    guard let next = reader.next, next.isFunctionNameStart else { return .query(try wholeQuery()) }
    let read = try primary()
    guard case .call(let call) = read.primary, call.function.isValue else {
      throw reader.error("a value is given by a query such as @.name or by ancestor()", at: read.range)
    }
    try end(of: "call")
    return .call(call)
  }

  /// Throws unless nothing is left.
  private func end(of what: String) throws(QueryError) {
    guard reader.next != nil else { return }
    var rest = reader
    if rest.skipBlanks(), rest.next == nil {
      throw reader.error("blanks stand after the end of the \(what)", at: reader.offset..<reader.count)
    }
    if rest.next == "~" {
      throw extensions.contains(.names)
        ? rest.error("'~' stands at the end of a query, without blanks before it")
        : rest.error("'~', for the names of members, can only be used in a ruleset")
    }
    if what == "expression", let error = wrongOperator { throw error }
    throw rest.error("found \(rest.found) after the end of the \(what)")
  }
}
