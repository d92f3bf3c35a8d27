extension TextFormat {
  /// RFC 6570, of any level.
  static let uriTemplate = TextFormat(
    name: "uri-template", noun: "URI template", hint: "https://example.org/{name}"
  ) { text in
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "{") {
        guard let end = text.firstIndex(of: UInt8(ascii: "}"), from: index),
          text.extracting(index + 1..<end).isExpression
        else { return false }
        index = end + 1
      } else if byte == UInt8(ascii: "%") {
        guard text.isPercentEncoded(at: index) else { return false }
        index += 3
      } else {
        guard let (scalar, length) = text.scalar(at: index), scalar.isLiteralOfTemplate else { return false }
        index += length
      }
    }
    return true
  }
}

extension Unicode.Scalar {
  /// Section 2.1. The apostrophe is allowed since erratum 6937.
  fileprivate var isLiteralOfTemplate: Bool {
    switch value {
    case 0x21, 0x23...0x24, 0x26...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: true
    case 0...0x7F: false
    default: isOfIRI || isPrivateOfIRI
    }
  }
}

extension Span<UInt8> {
  /// Section 2.2: an operator, and variables with commas between them.
  fileprivate var isExpression: Bool {
    var start = 0
    if !isEmpty, ByteSet.templateOperators.contains(self[0]) { start = 1 }
    while true {
      let end = firstIndex(of: UInt8(ascii: ","), from: start) ?? count
      guard extracting(start..<end).isVariable else { return false }
      if end == count { return true }
      start = end + 1
    }
  }

  /// Section 2.3: a name with `*` after it, or `:` and a number from 1 to 9999.
  private var isVariable: Bool {
    var end = count
    if end > 0, self[end - 1] == UInt8(ascii: "*") {
      end -= 1
    } else if let colon = firstIndex(of: UInt8(ascii: ":")) {
      let digits = endOfDigits(from: colon + 1) - colon - 1
      guard (1...4).contains(digits), colon + 1 + digits == count, self[colon + 1] != UInt8(ascii: "0") else {
        return false
      }
      end = colon
    }
    var index = 0
    var wasDot = true
    while index < end {
      if self[index] == UInt8(ascii: ".") {
        if wasDot { return false }
        wasDot = true
        index += 1
        continue
      }
      wasDot = false
      if self[index] == UInt8(ascii: "%") {
        guard extracting(0..<end).isPercentEncoded(at: index) else { return false }
        index += 3
      } else {
        guard self[index].isLetter || self[index].isDigit || self[index] == UInt8(ascii: "_") else {
          return false
        }
        index += 1
      }
    }
    return !wasDot
  }
}

extension ByteSet {
  /// RFC 6570, section 2.2.
  fileprivate static let templateOperators = ByteSet("+#./;?&=,!@|")
}
