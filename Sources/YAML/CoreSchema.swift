/// What a plain scalar means in the YAML 1.2 core schema (section 10.3.2).
enum CoreSchema {
  /// The kind of a plain scalar with this text.
  static func kind(ofPlain text: Span<UInt8>) -> Kind {
    guard !text.isEmpty else { return .null }
    switch text[0] {
    case UInt8(ascii: "~"):
      return text.count == 1 ? .null : .string
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      return text.isOneOf("null", "Null", "NULL") ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      return text.isOneOf("true", "True", "TRUE") ? .boolean : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return text.isOneOf("false", "False", "FALSE") ? .boolean : .string
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      return numberKind(text)
    default:
      return .string
    }
  }

  private static func numberKind(_ text: Span<UInt8>) -> Kind {
    var isInteger = true
    for index in 0..<text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        // Elsewhere than at the beginning a sign is that of an exponent, and no date is looked at any further.
        if index > 0 {
          guard text[index - 1] | 0x20 == UInt8(ascii: "e") else { return .string }
          isInteger = false
        }
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        isInteger = false
      case UInt8(ascii: "x"), UInt8(ascii: "o"):
        guard index == 1, text[0] == UInt8(ascii: "0") else { return .string }
        return hasOnlyDigits(text, isHexadecimal: byte == UInt8(ascii: "x")) ? .integer : .string
      case UInt8(ascii: "a"), UInt8(ascii: "f"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "A"),
        UInt8(ascii: "F"), UInt8(ascii: "I"), UInt8(ascii: "N"):
        // Only `.inf` and `.nan` have these; a date or a title is told apart here, without parsing it.
        return text.count <= 5 && Number.read(text) != nil ? .float : .string
      default: return .string
      }
    }
    guard isNumber(text) else { return .string }
    return isInteger ? .integer : .float
  }

  /// `0o[0-7]+` or `0x[0-9a-fA-F]+`, for text that begins so.
  private static func hasOnlyDigits(_ text: Span<UInt8>, isHexadecimal: Bool) -> Bool {
    guard text.count > 2 else { return false }
    return text.extracting(2...).consists(of: isHexadecimal ? "0123456789abcdefABCDEF" : "01234567")
  }

  /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, for text of only such characters.
  private static func isNumber(_ text: Span<UInt8>) -> Bool {
    var index = 0
    func digits() -> Int {
      let start = index
      while index < text.count, text[index] >= UInt8(ascii: "0"), text[index] <= UInt8(ascii: "9") {
        index += 1
      }
      return index - start
    }
    func skipSign() {
      if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
        index += 1
      }
    }
    skipSign()
    var count = digits()
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      count += digits()
    }
    guard count > 0 else { return false }
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      skipSign()
      guard digits() > 0 else { return false }
    }
    return index == text.count
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of `text`.
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { bytes in
      for index in 0..<count {
        if unsafe bytes[index] != self[index] { return false }
      }
      return true
    }
  }

  /// Whether the bytes are those of one of the texts.
  func isOneOf(_ texts: StaticString...) -> Bool {
    for text in texts where equals(text) { return true }
    return false
  }
}
