import Spelling

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
    let lower = (4..<count).map { self[$0].isLetter ? self[$0] | 0x20 : self[$0] }
    guard let scalars = Punycode.decode(lower), scalars.contains(where: { !$0.isASCII }) else { return false }
    return IDNA.isLabel(scalars) && Punycode.encode(scalars) == lower
  }

  /// Whether it is labels of any letters, with dots of any script between them.
  var isInternationalHostname: Bool {
    guard let scalars else { return false }
    let dots: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
    var total = -1
    for label in scalars.split(omittingEmptySubsequences: false, whereSeparator: { dots.contains($0) }) {
      guard let length = IDNA.encodedLength(ofLabel: Array(label)) else { return false }
      total += length + 1
    }
    return total <= 253
  }
}

extension IDNA {
  /// The length of a label as it is looked up; nothing when it is no valid label.
  fileprivate static func encodedLength(ofLabel label: [Unicode.Scalar]) -> Int? {
    guard label.allSatisfy(\.isASCII) else {
      guard isLabel(label), let encoded = Punycode.encode(label) else { return nil }
      return encoded.count + 4 <= 63 ? encoded.count + 4 : nil
    }
    let bytes = label.map { UInt8(truncatingIfNeeded: $0.value) }
    let isValid =
      bytes.span.isPlainHostname
      && (bytes.span.hasPunycodePrefix
        ? bytes.span.isPunycodedLabel : !(bytes.span.has("-", at: 2) && bytes.span.has("-", at: 3)))
    return isValid ? bytes.count : nil
  }
}
