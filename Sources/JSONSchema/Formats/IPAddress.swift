extension TextFormat {
  /// Four numbers up to 255. (RFC 2673, section 3.2.)
  static let ipv4 = TextFormat(name: "ipv4", noun: "IPv4 address", hint: "192.0.2.1") { $0.isIPv4 }

  /// RFC 4291, section 2.2.
  static let ipv6 = TextFormat(name: "ipv6", noun: "IPv6 address", hint: "2001:db8::1") { $0.isIPv6 }
}

extension Span<UInt8> {
  /// Whether it is an IPv4 address, without leading zeros.
  var isIPv4: Bool {
    var (index, parts) = (0, 0)
    while true {
      let end = endOfDigits(from: index)
      guard (1...3).contains(end - index), let value = number(at: index, digits: end - index), value <= 255,
        end - index == 1 || self[index] != UInt8(ascii: "0")
      else { return false }
      parts += 1
      if parts == 4 { return end == count }
      guard has(".", at: end) else { return false }
      index = end + 1
    }
  }

  /// Whether it is an IPv6 address, without a zone.
  var isIPv6: Bool {
    var (index, groups) = (0, 0)
    var isCompressed = false
    if has(":", at: 0) {
      guard has(":", at: 1) else { return false }
      isCompressed = true
      index = 2
    }
    while index < count {
      var end = index
      while end < count, self[end].hexadecimalValue != nil { end += 1 }
      if has(".", at: end) {
        guard extracting(index...).isIPv4 else { return false }
        groups += 2
        return isCompressed ? groups < 8 : groups == 8
      }
      guard (1...4).contains(end - index) else { return false }
      groups += 1
      if end == count { break }
      guard has(":", at: end) else { return false }
      index = end + 1
      if has(":", at: index) {
        if isCompressed { return false }
        isCompressed = true
        index += 1
      } else if index == count {
        return false
      }
    }
    return isCompressed ? groups < 8 : groups == 8
  }
}
