extension IRegexpReader {
  /// Writes a class in brackets: `charClassExpr` of RFC 9485.
  ///
  /// A hyphen stands for itself only as the first or the last member.
  mutating func characterClass() throws(Problem) {
    let start = cursor.offset
    cursor.advance()
    output.write(cursor.take("^") ? "[^" : "[")
    if cursor.take("-") { output.write("\\-") } else { try member(start) }
    while cursor.next != "]" {
      if cursor.next == "-", cursor.afterNext == "]" {
        cursor.advance()
        output.write("\\-")
      } else {
        try member(start)
      }
    }
    cursor.advance()
    output.write("]")
  }

  /// Writes one member: a character, a range or a category.
  private mutating func member(_ start: Int) throws(Problem) {
    if let category = try cursor.takeIRegexpCategory() { return output.write(member: category) }
    let offset = cursor.offset
    let first = try character(start)
    guard cursor.next == "-", cursor.afterNext != "]" else {
      output.write(literal: first)
      return
    }
    cursor.advance()
    let last = try character(start)
    guard first <= last else {
      throw cursor.problem("the range runs backwards: ", .characters(first, comesAfter: last), at: offset)
    }
    output.write(members: first.value...last.value)
  }

  /// Takes one character of a class: `CCchar` of RFC 9485.
  private mutating func character(_ start: Int) throws(Problem) -> Unicode.Scalar {
    switch cursor.next {
    case nil:
      throw cursor.problem("expected ']' to end the class, found the end of the pattern", at: start)
    case "]":
      throw cursor.problem(
        "expected a character or a range before ']'; write '\\]' to match the character itself")
    case "-":
      throw cursor.problem("'-' stands for itself only first or last in a class; elsewhere write '\\-'")
    case "[":
      throw cursor.problem("'[' cannot stand for itself in a class; write '\\['")
    case "\\":
      return try cursor.takeIRegexpEscape()
    case let scalar?:
      cursor.advance()
      return scalar
    }
  }
}

extension Cursor {
  /// Takes `\` and the character it stands for: `SingleCharEsc` of RFC 9485.
  mutating func takeIRegexpEscape() throws(Problem) -> Unicode.Scalar {
    let escaped: Unicode.Scalar
    switch afterNext {
    case "n": escaped = "\n"
    case "r": escaped = "\r"
    case "t": escaped = "\t"
    case let letter?:
      switch letter {
      case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}": escaped = letter
      default:
        throw problem(
          "expected '\\n', '\\r', '\\t', '\\p{…}', '\\P{…}' or '\\' and one of ()*+-.?[\\]^{|}, found '\\' and ",
          .character(letter))
      }
    case nil:
      throw problem(
        """
        expected '\\n', '\\r', '\\t', '\\p{…}', '\\P{…}' or '\\' and one of ()*+-.?[\\]^{|}, found '\\' at the end of the \
        pattern
        """)
    }
    advance()
    advance()
    return escaped
  }

  /// Takes `\p{…}` or `\P{…}` if it is next.
  mutating func takeIRegexpCategory() throws(Problem) -> CharacterSet? {
    guard next == "\\", let letter = afterNext, letter == "p" || letter == "P" else { return nil }
    advance()
    advance()
    guard take("{") else {
      throw problem("expected '{' and a general category such as 'Lu', found ", found)
    }
    let start = offset
    while let next, next != "}", offset - start < 3 { advance() }
    let end = offset
    guard take("}"), let name = GeneralCategory.iregexpNames[bytes, start..<end] else {
      throw problem("expected a general category of RFC 9485 such as 'L' or 'Lu' and '}'", at: start)
    }
    return .property(isNegated: letter == "P", key: "", name: name)
  }
}
