extension Cursor {
  /// The characters that have a meaning in a pattern and stand for themselves after `\`.
  private static let syntaxCharacters = Set("^$\\.*+?()[]{}|/".unicodeScalars)

  private static let controls: [Unicode.Scalar: UInt32] = ["t": 9, "n": 10, "v": 11, "f": 12, "r": 13]

  /// Takes `\` and what stands for one character after it, `CharacterEscape`, and returns the character's
  /// number, which may be that of half a surrogate pair. In a class, `\b` and `\-` are characters too.
  mutating func takeCharacterEscape(inClass: Bool) throws(PatternError) -> UInt32 {
    let start = offset
    guard let letter = peek(1) else {
      throw error("expected a character after '\\', found the end of the pattern")
    }
    advance(by: 2)
    if let control = Self.controls[letter] { return control }
    if Self.syntaxCharacters.contains(letter) { return letter.value }
    switch letter {
    case "b" where inClass: return 8
    case "-" where inClass: return letter.value
    case "0" where next?.decimalDigit == nil: return 0
    case "c":
      guard let control = next, control.isASCII, control.properties.isAlphabetic else {
        throw error("expected a letter from A to Z after '\\c', found \(found)")
      }
      advance()
      return control.value % 32
    case "x":
      guard let value = takeHexadecimal(2) else {
        throw error("expected two hexadecimal digits after '\\x', found \(found)")
      }
      return value
    case "u": return try takeUnicodeEscape()
    case "0"..."9":
      throw error("'\\\(letter)' is no escape here; write '\\xHH' for a character by its number", at: start)
    default:
      let place = inClass ? "in a class" : "outside a class"
      throw error(
        "'\\' and \(letter.name) is no escape \(place); remove the '\\' to match the character", at: start)
    }
  }

  /// Takes what follows `\u`: four digits, two halves of a surrogate pair, or braces with a number.
  mutating func takeUnicodeEscape() throws(PatternError) -> UInt32 {
    if take("{") {
      var value: UInt32 = 0
      let start = offset
      while let digit = next?.hexadecimalDigit {
        value = value * 16 + digit
        guard value <= 0x10FFFF else {
          throw error("the code point is greater than 10FFFF", at: start)
        }
        advance()
      }
      guard offset > start, take("}") else {
        throw error("expected hexadecimal digits and '}' after '\\u{', found \(found)")
      }
      return value
    }
    guard let lead = takeHexadecimal(4) else {
      throw error("expected four hexadecimal digits or '{' after '\\u', found \(found)")
    }
    guard 0xD800...0xDBFF ~= lead else { return lead }
    var ahead = self
    guard ahead.take("\\u"), let trail = ahead.takeHexadecimal(4), 0xDC00...0xDFFF ~= trail else {
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
