extension TextFormat {
  /// Labels of letters, digits and hyphens; one that begins with `xn--` must be an internationalized name in
  /// Punycode. (RFC 1123, section 2.1, and RFC 5891, section 4.4.)
  static let hostname = TextFormat(name: "hostname", noun: "host name", hint: "such as www.example.org") {
    text in
    text.isPlainHostname
      && text.splitsIntoLabels { label in !label.hasPunycodePrefix || label.isPunycodedLabel }
  }

  /// The same with any letters. (RFC 5890, section 2.3.2.3.)
  static let idnHostname = TextFormat(
    name: "idn-hostname", noun: "host name", hint: "such as www.example.org"
  ) {
    $0.isInternationalHostname
  }
}

extension Span<UInt8> {
  /// Whether it is labels of letters, digits and hyphens with dots between them.
  var isPlainHostname: Bool {
    count <= 253
      && splitsIntoLabels { label in
        !label.isEmpty && label.count <= 63 && !label.has("-", at: 0) && !label.has("-", at: label.count - 1)
          && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
      }
  }

  /// Whether `holds` says so of each part between dots.
  fileprivate func splitsIntoLabels(_ holds: (Span<UInt8>) -> Bool) -> Bool {
    var start = 0
    while let dot = firstIndex(of: UInt8(ascii: "."), from: start) {
      guard holds(extracting(start..<dot)) else { return false }
      start = dot + 1
    }
    return holds(extracting(start...))
  }

  fileprivate var hasPunycodePrefix: Bool {
    count >= 4 && self[0] | 0x20 == UInt8(ascii: "x") && self[1] | 0x20 == UInt8(ascii: "n")
      && has("-", at: 2)
      && has("-", at: 3)
  }

  /// Whether a label that begins with `xn--` is what Punycode makes of a valid label. (RFC 5891, section 5.4.)
  fileprivate var isPunycodedLabel: Bool {
    let rest = extracting(4...)
    guard let label = Punycode.decode(rest), label.contains(where: { !$0.isASCII }), IDNA.isLabel(label),
      let encoded = Punycode.encode(label), encoded.count == rest.count
    else { return false }
    for index in 0..<rest.count where encoded[index] != Unicode.Scalar(rest[index].lowercased) {
      return false
    }
    return true
  }

  /// Whether it is labels of any letters, with dots of any script between them.
  var isInternationalHostname: Bool {
    var (start, index, total) = (0, 0, -1)
    while true {
      let dot = index < count ? lengthOfDot(at: index) : 1
      guard dot > 0 else {
        index += 1
        continue
      }
      guard let length = extracting(start..<index).lengthOfInternationalLabel else { return false }
      total += length + 1
      if index == count { return total <= 253 }
      index += dot
      start = index
    }
  }

  /// The bytes of the dot at `index`; 0 when none is there. (RFC 3490, section 3.1.)
  private func lengthOfDot(at index: Int) -> Int {
    if self[index] == UInt8(ascii: ".") { return 1 }
    guard self[index] >= 0xE3, let (scalar, length) = scalar(at: index) else { return 0 }
    switch scalar {
    case "\u{3002}", "\u{FF0E}", "\u{FF61}": return length
    default: return 0
    }
  }

  /// The length of a label as it is looked up; nothing when it is no valid label.
  private var lengthOfInternationalLabel: Int? {
    guard allSatisfy({ $0 < 0x80 }) else {
      guard let label = Label(self), IDNA.isLabel(label), let encoded = Punycode.encode(label) else {
        return nil
      }
      return encoded.count + 4 <= 63 ? encoded.count + 4 : nil
    }
    let isValid =
      isPlainHostname && (hasPunycodePrefix ? isPunycodedLabel : !(has("-", at: 2) && has("-", at: 3)))
    return isValid ? count : nil
  }
}
