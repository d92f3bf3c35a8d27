extension IRegexpTranslator {
  /// Writes a class in brackets: `charClassExpr` of RFC 9485.
  ///
  /// A hyphen stands for itself only as the first or the last member.
  mutating func characterClass() throws(PatternError) {
    let start = cursor.offset
    cursor.advance()
    writer.write(cursor.take("^") ? "[^" : "[")
    if cursor.take("-") { writer.write("\\-") } else { try member(start) }
    while cursor.next != "]" {
      if cursor.next == "-", cursor.peek(1) == "]" {
        cursor.advance()
        writer.write("\\-")
      } else {
        try member(start)
      }
    }
    cursor.advance()
    writer.write("]")
  }

  /// Writes one member: a character, a range or a category.
  private mutating func member(_ start: Int) throws(PatternError) {
    if let property = try cursor.takeIRegexpProperty() {
      writer.write(property)
      return
    }
    let offset = cursor.offset
    let first = try character(start)
    guard cursor.next == "-", cursor.peek(1) != "]" else {
      writer.write(literal: first)
      return
    }
    cursor.advance()
    let last = try character(start)
    guard first <= last else {
      throw cursor.error("the range runs backwards: \(first.name) comes after \(last.name)", at: offset)
    }
    writer.write(members: first.value...last.value)
  }

  /// Takes one character of a class: `CCchar` of RFC 9485.
  private mutating func character(_ start: Int) throws(PatternError) -> Unicode.Scalar {
    switch cursor.next {
    case nil:
      throw cursor.error("expected ']' to end the class, found the end of the pattern", at: start)
    case "]":
      throw cursor.error(
        "expected a character or a range before ']'; write '\\]' to match the character itself")
    case "-":
      throw cursor.error("'-' stands for itself only first or last in a class; elsewhere write '\\-'")
    case "[":
      throw cursor.error("'[' cannot stand for itself in a class; write '\\['")
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
  mutating func takeIRegexpEscape() throws(PatternError) -> Unicode.Scalar {
    switch peek(1) {
    case "n": advance(by: 2); return "\n"
    case "r": advance(by: 2); return "\r"
    case "t": advance(by: 2); return "\t"
    case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}":
      advance()
      let scalar = next
      advance()
      return scalar ?? "\\"
    case let other:
      let found = other.map { "'\\' and " + $0.name } ?? "'\\' at the end of the pattern"
      throw error(
        "expected '\\n', '\\r', '\\t', '\\p{…}', '\\P{…}' or '\\' and one of ()*+-.?[\\]^{|}, found \(found)"
      )
    }
  }

  /// Takes `\p{…}` or `\P{…}` if it is next, and returns it as PCRE2 writes it.
  mutating func takeIRegexpProperty() throws(PatternError) -> String? {
    guard next == "\\", peek(1) == "p" || peek(1) == "P" else { return nil }
    let isNegated = peek(1) == "P"
    advance(by: 2)
    guard take("{") else {
      throw error("expected '{' and a general category such as 'Lu', found \(found)")
    }
    let start = offset
    var name = ""
    while let next, next != "}", name.utf8.count < 3 {
      name.unicodeScalars.append(next)
      advance()
    }
    guard take("}"), GeneralCategory.iregexpNames.contains(name) else {
      throw error("expected a general category of RFC 9485 such as 'L' or 'Lu' and '}'", at: start)
    }
    return (isNegated ? "\\P{" : "\\p{") + name + "}"
  }
}
