extension Parser {
  /// `selector`; `isSingular` becomes false when it is neither a name nor a place.
  mutating func selector(isSingular: inout Bool) throws(QueryError) -> Selector {
    switch reader.next {
    case "'", "\"":
      return .name(try stringLiteral().bytes)
    case "*":
      reader.advance()
      isSingular = false
      return .wildcard
    case "?":
      isSingular = false
      return .filter(try filter())
    case ":":
      isSingular = false
      return .slice(try slice(start: nil))
    case let next? where next == "-" || next.isDigit:
      let place = try integer()
      let end = reader.offset
      reader.skipBlanks()
      if reader.next == ":" {
        isSingular = false
        return .slice(try slice(start: place))
      }
      reader.offset = end
      return .index(place)
    case let next? where next.isNameStart:
      let start = reader.offset
      let name = reader.take(while: \.isNamePart)
      let range = start..<reader.offset
      throw reader.error(
        "a name in brackets stands in quotes: '\(reader.excerpt(range))'", at: range, suggestion: "'\(name)'")
    case "(":
      throw reader.error("a filter begins with '?'", suggestion: "?(")
    default:
      throw reader.expected("a name in quotes, a number, '*', a slice such as 1:3, or a filter such as ?@.a")
    }
  }

  /// `filter-selector`.
  private mutating func filter() throws(QueryError) -> Logical {
    let start = reader.offset
    reader.advance()
    reader.skipBlanks()
    try enter(from: start)
    filters += 1
    let logical = try logical()
    filters -= 1
    leave()
    return logical
  }

  /// The rest of `slice-selector` from the first `:` on.
  private mutating func slice(start: Int?) throws(QueryError) -> Slice {
    reader.advance()
    reader.skipBlanks()
    let end = try optionalInteger()
    let afterEnd = reader.offset
    reader.skipBlanks()
    guard reader.take(":") else {
      reader.offset = afterEnd
      return Slice(start: start, end: end, step: 1)
    }
    let afterColon = reader.offset
    reader.skipBlanks()
    let step = try optionalInteger()
    if step == nil { reader.offset = afterColon }
    return Slice(start: start, end: end, step: step ?? 1)
  }

  private mutating func optionalInteger() throws(QueryError) -> Int? {
    guard let next = reader.next, next == "-" || next.isDigit else { return nil }
    return try integer()
  }

  /// `int`, within the range of exact integers of I-JSON (RFC 9535, sections 2.1 and 2.3.3.1).
  private mutating func integer() throws(QueryError) -> Int {
    let start = reader.offset
    let isNegative = reader.take("-")
    guard reader.next?.isDigit == true else { throw reader.expected("a digit") }
    let digits = reader.take(while: \.isDigit)
    let range = start..<reader.offset
    if digits == "0", isNegative {
      throw reader.error("'-0' is no place in a list; write 0 for the first", at: range, suggestion: "0")
    }
    if digits.utf8.first == UInt8(ascii: "0"), digits.utf8.count > 1 {
      throw reader.error(
        "a number has no zeros before it", at: range, suggestion: withoutZeros(digits, isNegative))
    }
    if reader.next == "." || reader.next == "e" || reader.next == "E" {
      throw reader.error("a place in a list is a whole number")
    }
    guard let number = Int(digits), number < 1 << 53 else {
      throw reader.error("a place in a list lies between -(2^53 - 1) and 2^53 - 1", at: range)
    }
    return isNegative ? -number : number
  }

  private func withoutZeros(_ digits: String, _ isNegative: Bool) -> String {
    let significant = digits.drop { $0 == "0" }
    return significant.isEmpty ? "0" : (isNegative ? "-" : "") + significant
  }
}
