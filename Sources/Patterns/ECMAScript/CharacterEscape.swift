extension Cursor {
  /// Takes `\` and what stands for one character after it, `CharacterEscape`, and returns the character's
  /// number, which may be that of half a surrogate pair. In a class, `\b` and `\-` are characters too.
  mutating func takeCharacterEscape(inClass: Bool) throws(Problem) -> UInt32 {
    let start = offset
    guard let letter = afterNext else {
      throw problem("expected a character after '\\', found the end of the pattern")
    }
    advance()
    let letterStart = offset
    advance()
    switch letter {
    case "t": return 9
    case "n": return 10
    case "v": return 11
    case "f": return 12
    case "r": return 13
    // The characters that have a meaning in a pattern.
    case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/": return letter.value
    case "b" where inClass: return 8
    case "-" where inClass: return letter.value
    case "0" where next?.decimalDigit == nil: return 0
    case "c":
      guard let control = next, control.isASCII, control.properties.isAlphabetic else {
        throw problem("expected a letter from A to Z after '\\c', found ", found)
      }
      advance()
      return control.value % 32
    case "x":
      guard let value = takeHexadecimal(2) else {
        throw problem("expected two hexadecimal digits after '\\x', found ", found)
      }
      return value
    case "u": return try takeUnicodeEscape()
    case "0"..."9":
      throw problem(
        "'\\", .source(letterStart..<letterStart + 1),
        "' is no escape here; write '\\xHH' for a character by its number", at: start)
    default:
      throw problem(
        "'\\' and ", .character(letter),
        inClass
          ? " is no escape in a class; remove the '\\' to match the character"
          : " is no escape outside a class; remove the '\\' to match the character",
        at: start)
    }
  }

  /// Takes what follows `\u`: four digits, two halves of a surrogate pair, or braces with a number.
  mutating func takeUnicodeEscape() throws(Problem) -> UInt32 {
    if take("{") {
      var value: UInt32 = 0
      let start = offset
      while let digit = next?.hexadecimalDigit {
        value = value * 16 + digit
        guard value <= 0x10FFFF else {
          throw problem("the code point is greater than 10FFFF", at: start)
        }
        advance()
      }
      guard offset > start, take("}") else {
        throw problem("expected hexadecimal digits and '}' after '\\u{', found ", found)
      }
      return value
    }
    guard let lead = takeHexadecimal(4) else {
      throw problem("expected four hexadecimal digits or '{' after '\\u', found ", found)
    }
    guard 0xD800...0xDBFF ~= lead else { return lead }
    var ahead = self
    guard ahead.take("\\", "u"), let trail = ahead.takeHexadecimal(4), 0xDC00...0xDFFF ~= trail else {
      return lead
    }
    self = ahead
    return 0x10000 + (lead - 0xD800) << 10 + (trail - 0xDC00)
  }

  /// Takes `count` hexadecimal digits; nil if there are fewer, and then the cursor is at what is no digit.
  private mutating func takeHexadecimal(_ count: Int) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = next?.hexadecimalDigit else { return nil }
      value = value * 16 + digit
      advance()
    }
    return value
  }
}
