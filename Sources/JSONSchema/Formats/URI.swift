// URIs (RFC 3986) and IRIs (RFC 3987), and references to them.

extension TextFormat {
  static let uri = TextFormat(name: "uri", noun: "URI", hint: "a whole one, such as https://example.org/page")
  {
    $0.isReference(needsScheme: true, isInternational: false)
  }

  static let uriReference = TextFormat(
    name: "uri-reference", noun: "URI reference", hint: "a URI, or a path such as page#part"
  ) { $0.isReference(needsScheme: false, isInternational: false) }

  static let iri = TextFormat(name: "iri", noun: "IRI", hint: "a whole one, such as https://example.org/page")
  {
    $0.isReference(needsScheme: true, isInternational: true)
  }

  static let iriReference = TextFormat(
    name: "iri-reference", noun: "IRI reference", hint: "an IRI, or a path such as page#part"
  ) { $0.isReference(needsScheme: false, isInternational: true) }
}

extension Span<UInt8> {
  fileprivate func isReference(needsScheme: Bool, isInternational: Bool) -> Bool {
    var end = count
    if let hash = firstIndex(of: UInt8(ascii: "#")) {
      guard extracting((hash + 1)...).consists(of: .ofQuery, isInternational) else { return false }
      end = hash
    }
    if let mark = firstIndex(of: UInt8(ascii: "?")), mark < end {
      let query = extracting(mark + 1..<end)
      guard query.consists(of: .ofQuery, isInternational, allowsPrivate: true) else { return false }
      end = mark
    }
    var rest = extracting(0..<end)
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")),
      colon < rest.firstIndex(of: UInt8(ascii: "/")) ?? end
    {
      // Without a scheme, the first part of a path may have no colon.
      guard rest.extracting(0..<colon).isScheme else { return false }
      rest = rest.extracting((colon + 1)...)
    } else if needsScheme {
      return false
    }
    if rest.has("/", at: 0), rest.has("/", at: 1) {
      rest = rest.extracting(2...)
      let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.count
      guard rest.extracting(0..<slash).isAuthority(isInternational) else { return false }
      rest = rest.extracting(slash...)
    }
    return rest.consists(of: .ofPath, isInternational)
  }

  private var isScheme: Bool {
    guard !isEmpty, self[0].isLetter else { return false }
    return allSatisfy { $0.isLetter || $0.isDigit || $0.isSchemeMark }
  }

  private func isAuthority(_ isInternational: Bool) -> Bool {
    var host = extracting(0...)
    if let at = lastIndex(of: UInt8(ascii: "@")) {
      guard extracting(0..<at).consists(of: .ofUser, isInternational) else { return false }
      host = extracting((at + 1)...)
    }
    if host.has("[", at: 0) {
      guard let bracket = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let port = host.extracting((bracket + 1)...)
      let address = host.extracting(1..<bracket)
      return (address.isIPv6 || address.isFutureAddress) && (port.isEmpty || port.isPort)
    }
    guard let colon = host.firstIndex(of: UInt8(ascii: ":")) else {
      return host.consists(of: .ofHost, isInternational)
    }
    return host.extracting(0..<colon).consists(of: .ofHost, isInternational)
      && host.extracting(colon...).isPort
  }

  /// `:` and digits, or none.
  private var isPort: Bool { has(":", at: 0) && endOfDigits(from: 1) == count }

  /// `v`, a hexadecimal version, `.`, and more. (RFC 3986, section 3.2.2, "IPvFuture".)
  private var isFutureAddress: Bool {
    guard count > 3, self[0] | 0x20 == UInt8(ascii: "v"), let dot = firstIndex(of: UInt8(ascii: ".")),
      dot > 1,
      dot + 1 < count, extracting(1..<dot).allSatisfy({ $0.hexadecimalValue != nil })
    else { return false }
    return extracting((dot + 1)...).allSatisfy { $0.isUnreserved || $0.isSubDelimiter || $0 == 0x3A }
  }

  /// Whether each character is unreserved, percent-encoded, a sub-delimiter or one of `others`.
  private func consists(of others: ByteSet, _ isInternational: Bool, allowsPrivate: Bool = false) -> Bool {
    var index = 0
    while index < count {
      let byte = self[index]
      if byte == UInt8(ascii: "%") {
        guard isPercentEncoded(at: index) else { return false }
        index += 3
      } else if byte < 0x80 {
        guard byte.isUnreserved || byte.isSubDelimiter || others.contains(byte) else { return false }
        index += 1
      } else {
        guard isInternational, let (scalar, length) = scalar(at: index),
          scalar.isOfIRI || allowsPrivate && scalar.isPrivateOfIRI
        else { return false }
        index += length
      }
    }
    return true
  }

  /// Whether `%` and two hexadecimal digits stand at `index`.
  func isPercentEncoded(at index: Int) -> Bool {
    index + 2 < count && self[index + 1].hexadecimalValue != nil && self[index + 2].hexadecimalValue != nil
  }
}

// What the parts of a reference have besides what all of them have. (RFC 3986, section 3.)
extension ByteSet {
  fileprivate static let ofHost = ByteSet("")
  fileprivate static let ofUser = ByteSet(":")
  fileprivate static let ofPath = ByteSet("/:@")
  fileprivate static let ofQuery = ByteSet("/?:@")
}

extension UInt8 {
  /// RFC 3986, section 2.3.
  var isUnreserved: Bool { isLetter || isDigit || UInt8.unreservedMarks.contains(self) }

  private static let unreservedMarks = ByteSet("-._~")

  /// RFC 3986, section 2.2.
  fileprivate var isSubDelimiter: Bool { UInt8.subDelimiters.contains(self) }

  private static let subDelimiters = ByteSet("!$&'()*+,;=")

  /// Whether it may stand in a scheme besides letters and digits. (RFC 3986, section 3.1.)
  fileprivate var isSchemeMark: Bool { UInt8.schemeMarks.contains(self) }

  private static let schemeMarks = ByteSet("+-.")
}

extension Unicode.Scalar {
  /// Whether it is a "ucschar". (RFC 3987, section 2.2.)
  var isOfIRI: Bool {
    switch value {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0xE0000...0xE0FFF: false
    case 0x10000...0xEFFFF: value & 0xFFFF < 0xFFFE
    default: false
    }
  }

  /// Whether it is an "iprivate". (RFC 3987, section 2.2.)
  var isPrivateOfIRI: Bool {
    switch value {
    case 0xE000...0xF8FF: true
    case 0xF0000...0x10FFFF: value & 0xFFFF < 0xFFFE
    default: false
    }
  }
}
