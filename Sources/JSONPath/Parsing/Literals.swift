import YAML

/// A string with the place it was written at.
struct ReadString {
  /// The string, in UTF-8.
  let bytes: [UInt8]

  /// Where it stands with its quotes, in code points.
  let range: Range<Int>

  /// Whether it has escapes, so that its code points do not stand one for one.
  let hasEscapes: Bool
}

extension Parser {
  /// `string-literal` (RFC 9535, section 2.3.1.1).
  mutating func stringLiteral() throws(QueryError) -> ReadString {
    let start = reader.offset
    guard let quote = reader.next else { throw reader.expected("a string") }
    reader.advance()
    var bytes: [UInt8] = []
    var hasEscapes = false
    while let next = reader.next {
      switch next {
      case quote:
        reader.advance()
        return ReadString(bytes: bytes, range: start..<reader.offset, hasEscapes: hasEscapes)
      case "\\":
        hasEscapes = true
        bytes.append(contentsOf: UTF8.encode(try escape(in: quote)).map(Array.init) ?? [])
      case "\u{0}"..<" ":
        throw reader.error("\(reader.found) cannot stand in a string; write it as an escape")
      default:
        reader.advance()
        bytes.append(contentsOf: UTF8.encode(next).map(Array.init) ?? [])
      }
    }
    throw reader.error("the string has no closing \(quote.nameInMessages)", at: start..<reader.count)
  }

  /// `ESC` and what follows.
  private mutating func escape(in quote: Unicode.Scalar) throws(QueryError) -> Unicode.Scalar {
    let start = reader.offset
    reader.advance()
    guard let next = reader.next else {
      throw reader.error("the string ends in the middle of an escape", at: start..<reader.count)
    }
    reader.advance()
    switch next {
    case quote, "/", "\\": return next
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": return try unicodeEscape(from: start)
    case "'", "\"":
      throw reader.error(
        "\(next.nameInMessages) needs no '\\' in a string between \(quote.nameInMessages)",
        at: start..<reader.offset, suggestion: String(next))
    default:
      throw reader.error(
        "there is no escape '\\\(next.isASCII && next.value > 0x20 ? String(next) : "")'; write '\\\\' for the "
          + "character itself", at: start..<reader.offset)
    }
  }

  /// The rest of `\u` with four digits, or of the two such that make a surrogate pair.
  private mutating func unicodeEscape(from start: Int) throws(QueryError) -> Unicode.Scalar {
    let first = try fourDigits(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00 else {
      throw reader.error(
        "this is the second half of a surrogate pair without the first", at: start..<reader.offset)
    }
    let second = reader.offset
    guard reader.isNext("\\u") else {
      throw reader.error("this is the first half of a surrogate pair without the second", at: start..<second)
    }
    reader.advance(by: 2)
    let low = try fourDigits(from: second)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (low - 0xDC00))
    else {
      throw reader.error("this is not the second half of a surrogate pair", at: second..<reader.offset)
    }
    return scalar
  }

  private mutating func fourDigits(from start: Int) throws(QueryError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = reader.next?.hexadecimalDigit else {
        throw reader.error(
          "'\\u' is followed by four hexadecimal digits", at: start..<reader.nextRange.upperBound)
      }
      value = value << 4 + digit
      reader.advance()
    }
    return value
  }

  /// `number` (RFC 9535, section 2.3.5.1).
  mutating func numberLiteral() throws(QueryError) -> Number {
    let start = reader.offset
    _ = reader.take("-")
    guard reader.next?.isDigit == true else { throw reader.expected("a digit") }
    if reader.take("0") {
      if reader.next?.isDigit == true {
        throw reader.error("a number has no zeros before it", at: start..<reader.offset)
      }
    } else {
      _ = reader.take(while: \.isDigit)
    }
    if reader.take(".") {
      guard reader.next?.isDigit == true else { throw reader.expected("a digit after the decimal point") }
      _ = reader.take(while: \.isDigit)
    }
    if reader.next == "e" || reader.next == "E" {
      reader.advance()
      if !reader.take("-") { _ = reader.take("+") }
      guard reader.next?.isDigit == true else { throw reader.expected("a digit of the exponent") }
      _ = reader.take(while: \.isDigit)
    }
    let range = start..<reader.offset
    guard let number = Number(coreSchema: reader.text(range)) else {
      throw reader.error("this is no number", at: range)
    }
    return number
  }
}
