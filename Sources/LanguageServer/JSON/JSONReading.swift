extension JSON {
  /// Why bytes are no JSON text.
  package struct Mistake: Error, Sendable, Hashable {
    /// What is wrong, without a final stop.
    package let message: String
    /// The place, in bytes from 0.
    package let offset: Int
  }

  /// Reads a JSON text (RFC 8259). Bytes that are no UTF-8 and halves of surrogate pairs become U+FFFD.
  package init(_ bytes: [UInt8]) throws(Mistake) {
    var reader = JSONReader(bytes)
    self = try reader.read()
  }
}

/// Reads a JSON text from its first byte to its last.
private struct JSONReader {
  /// No message is nested deeper.
  private static let greatestDepth = 256

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() throws(JSON.Mistake) -> JSON {
    let value = try value()
    skipBlanks()
    if position < bytes.count { throw mistake("something stands after the value") }
    return value
  }

  private func mistake(_ message: String) -> JSON.Mistake { JSON.Mistake(message: message, offset: position) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(JSON.Mistake) -> JSON {
    skipBlanks()
    switch next {
    case nil: throw mistake("the text ends where a value should be")
    case UInt8(ascii: "{"): return try nested { reader throws(JSON.Mistake) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSON.Mistake) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(_ read: (inout JSONReader) throws(JSON.Mistake) -> JSON) throws(JSON.Mistake)
    -> JSON
  {
    guard depth < JSONReader.greatestDepth else { throw mistake("the value is nested too deep") }
    depth += 1
    defer { depth -= 1 }
    position += 1
    return try read(&self)
  }

  private mutating func object() throws(JSON.Mistake) -> JSON {
    var members: [JSON.Member] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw mistake("a name in quotes should be here") }
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw mistake("a : should be here") }
      members.append(JSON.Member(name, try value()))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw mistake("a , or } should be here") }
    return .object(members)
  }

  private mutating func array() throws(JSON.Mistake) -> JSON {
    var elements: [JSON] = []
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw mistake("a , or ] should be here") }
    return .array(elements)
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSON.Mistake) -> JSON {
    guard bytes[position...].starts(with: word.utf8) else { throw mistake("this is no value") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(JSON.Mistake) -> JSON {
    let start = position
    while let byte = next, JSONReader.isOfNumber(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let number = Int(text), !text.hasPrefix("+") { return .int(number) }
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
      let number = Double(text)
    else {
      position = start
      throw mistake("this is no value")
    }
    return .double(number)
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: false
    }
  }
}

// MARK: Strings

extension JSONReader {
  private mutating func string() throws(JSON.Mistake) -> String {
    position += 1
    var text: [UInt8] = []
    var start = position
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        defer { position += 1 }
        if text.isEmpty { return String(decoding: bytes[start..<position], as: UTF8.self) }
        text += bytes[start..<position]
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<position]
        try escape(&text)
        start = position
      case 0..<0x20: throw mistake("a control character stands in a text")
      default: position += 1
      }
    }
    throw mistake("the text ends inside of a string")
  }

  private mutating func escape(_ text: inout [UInt8]) throws(JSON.Mistake) {
    position += 1
    guard let letter = next else { throw mistake("the text ends inside of a string") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += UTF8.encode(try scalar()) ?? UTF8.encodedReplacementCharacter
    default:
      position -= 1
      throw mistake("this is no escape")
    }
  }

  /// The character after `\u`, for which another escape may be needed.
  private mutating func scalar() throws(JSON.Mistake) -> Unicode.Scalar {
    let unit = try codeUnit()
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    let afterFirst = position
    guard next == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u")
    else {
      return "\u{FFFD}"
    }
    position += 2
    let second = try codeUnit()
    guard UTF16.isTrailSurrogate(second) else {
      position = afterFirst
      return "\u{FFFD}"
    }
    return UTF16.decode(UTF16.EncodedScalar([unit, second]))
  }

  private mutating func codeUnit() throws(JSON.Mistake) -> UInt16 {
    guard position + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16),
      bytes[position] != UInt8(ascii: "+"), bytes[position] != UInt8(ascii: "-")
    else { throw mistake("four hexadecimal digits should be here") }
    position += 4
    return unit
  }
}
