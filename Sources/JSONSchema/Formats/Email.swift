extension TextFormat {
  /// An address as mail servers take it. (RFC 5321, section 4.1.2, "Mailbox".)
  static let email = TextFormat(name: "email", noun: "e-mail address", hint: "name@example.org") {
    $0.isMailbox(isInternational: false)
  }

  /// The same with any letters. (RFC 6531, section 3.3.)
  static let idnEmail = TextFormat(name: "idn-email", noun: "e-mail address", hint: "name@example.org") {
    $0.isMailbox(isInternational: true)
  }
}

extension Span<UInt8> {
  fileprivate func isMailbox(isInternational: Bool) -> Bool {
    guard let at = lastIndex(of: UInt8(ascii: "@")), at > 0, at <= 64 else { return false }
    let local = extracting(0..<at)
    let domain = extracting((at + 1)...)
    let isLocal =
      local.has("\"", at: 0)
      ? local.isQuotedString(isInternational) : local.isDotString(isInternational)
    guard isLocal, !domain.isEmpty, domain.count <= 255 else { return false }
    if domain.has("[", at: 0) { return domain.isAddressLiteral }
    return isInternational ? domain.isInternationalHostname : domain.isPlainHostname
  }

  private func isDotString(_ isInternational: Bool) -> Bool {
    var wasDot = true
    for index in 0..<count {
      let byte = self[index]
      if byte == UInt8(ascii: ".") {
        if wasDot { return false }
        wasDot = true
      } else {
        guard byte.isAtomText || isInternational && byte >= 0x80 else { return false }
        wasDot = false
      }
    }
    return !wasDot
  }

  private func isQuotedString(_ isInternational: Bool) -> Bool {
    guard count >= 2, has("\"", at: count - 1) else { return false }
    var index = 1
    while index < count - 1 {
      var byte = self[index]
      if byte == UInt8(ascii: "\"") { return false }
      if byte == UInt8(ascii: "\\") {
        index += 1
        guard index < count - 1 else { return false }
        byte = self[index]
      }
      guard (0x20...0x7E).contains(byte) || isInternational && byte >= 0x80 else { return false }
      index += 1
    }
    return true
  }

  /// `[192.0.2.1]` or `[IPv6:2001:db8::1]`.
  private var isAddressLiteral: Bool {
    guard count > 2, has("]", at: count - 1) else { return false }
    let inside = extracting(1..<count - 1)
    if inside.isIPv4 { return true }
    var index = 0
    for byte in "ipv6:".utf8 {
      guard index < inside.count, inside[index] == byte || inside[index] | 0x20 == byte else { return false }
      index += 1
    }
    return inside.extracting(index...).isIPv6
  }
}

extension UInt8 {
  /// Whether it may stand in an atom. (RFC 5322, section 3.2.3.)
  fileprivate var isAtomText: Bool {
    isLetter || isDigit || UInt8.atomMarks.contains(self)
  }

  private static let atomMarks = ByteSet("!#$%&'*+-/=?^_`{|}~")
}
