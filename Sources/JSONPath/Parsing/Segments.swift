/// A query with what the grammar makes of it.
struct ReadQuery {
  let query: SubQuery

  /// Whether it is a `singular-query` (RFC 9535, section 2.3.5.1): this is about how it is written, and has no
  /// blanks in brackets.
  let isSingular: Bool

  /// Where it stands, in code points.
  let range: Range<Int>
}

extension Parser {
  /// `filter-query`: `$` or `@` and segments.
  mutating func query() throws(QueryError) -> ReadQuery {
    let start = reader.offset
    let isAbsolute = reader.next == "$"
    reader.advance()
    var list: [Segment] = []
    var isSingular = true
    while true {
      let end = reader.offset
      reader.skipBlanks()
      guard reader.next == "." || reader.next == "[" else {
        reader.offset = end
        break
      }
      list.append(try segment(isSingular: &isSingular))
    }
    let selectsNames = extensions.contains(.names) && reader.take("~")
    if selectsNames, reader.next == "." || reader.next == "[" || reader.next == "~" {
      throw reader.error("'~' stands only at the end of a query")
    }
    let query = SubQuery(
      isAbsolute: isAbsolute, segments: Segments(list), selectsNames: selectsNames, isInFilter: filters > 0,
      slot: slots)
    if isAbsolute { slots += 1 }
    return ReadQuery(query: query, isSingular: isSingular, range: start..<reader.offset)
  }

  /// `segment`; `isSingular` becomes false when it cannot be one of a singular query.
  private mutating func segment(isSingular: inout Bool) throws(QueryError) -> Segment {
    let start = reader.offset
    if reader.next == "[" {
      return Segment(isDescendant: false, selectors: try bracketedSelection(isSingular: &isSingular))
    }
    reader.advance()
    let isDescendant = reader.take(".")
    if isDescendant {
      isSingular = false
      if reader.next == "[" {
        return Segment(isDescendant: true, selectors: try bracketedSelection(isSingular: &isSingular))
      }
    }
    if reader.take("*") {
      isSingular = false
      return Segment(isDescendant: isDescendant, selectors: [.wildcard])
    }
    guard let first = reader.next, first.isNameStart else {
      throw noName(from: start, isDescendant: isDescendant)
    }
    let nameStart = reader.offset
    let name = reader.take(while: \.isNamePart)
    if let next = reader.next, next.isOddInNames {
      throw oddName(from: nameStart, isDescendant: isDescendant)
    }
    return Segment(isDescendant: isDescendant, selectors: [.name(Array(name.utf8))])
  }

  /// `bracketed-selection`.
  private mutating func bracketedSelection(isSingular: inout Bool) throws(QueryError) -> [Selector] {
    reader.advance()
    var selectors: [Selector] = []
    var hasBlanks = reader.skipBlanks()
    while true {
      selectors.append(try selector(isSingular: &isSingular))
      if reader.skipBlanks() { hasBlanks = true }
      if reader.take("]") { break }
      guard reader.take(",") else { throw unclosedBracket(after: selectors) }
      reader.skipBlanks()
    }
    if hasBlanks || selectors.count > 1 { isSingular = false }
    return selectors
  }

  // MARK: Errors

  private func unclosedBracket(after selectors: [Selector]) -> QueryError {
    if case .filter = selectors[selectors.count - 1], let error = wrongOperator { return error }
    return reader.expected("',' or ']'")
  }

  /// The error for what follows a dot and is no name.
  private func noName(from start: Int, isDescendant: Bool) -> QueryError {
    switch reader.next {
    case "'", "\"":
      return reader.error("a name in quotes stands in brackets: \(isDescendant ? ".." : "")['name']")
    case "[":
      return reader.error("no dot stands before '['", at: start..<start + 1)
    case let next? where next.isBlank:
      return reader.error("no blanks may stand after '\(isDescendant ? ".." : ".")'")
    case let next? where next.isOddInNames || next.isDigit:
      return oddName(from: reader.offset, isDescendant: isDescendant)
    default:
      return reader.expected(isDescendant ? "a name, '*' or '['" : "a name or '*'")
    }
  }

  /// The error for a name after a dot that must be in quotes; the next code point is the first that is wrong.
  private func oddName(from start: Int, isDescendant: Bool) -> QueryError {
    var rest = reader
    _ = rest.take { $0.isNamePart || $0.isOddInNames }
    let range = start..<rest.offset
    return reader.error(
      "found \(reader.found) in a name after a dot; such a name stands in brackets and quotes: "
        + "['\(rest.excerpt(range))']",
      suggestion: "\(isDescendant ? ".." : "")['\(rest.text(range))']")
  }
}

extension Unicode.Scalar {
  /// Whether it stands often in names, but not in those after a dot, and can follow no such name.
  fileprivate var isOddInNames: Bool {
    switch self {
    case "-", "+", "/", ":", ";", "#", "%", "{", "}", "^", "`", "$": true
    default: false
    }
  }
}
