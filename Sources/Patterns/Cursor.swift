/// A place in a pattern, read one code point at a time.
struct Cursor {
  private let scalars: [Unicode.Scalar]

  /// The offset of the next code point, in code points.
  private(set) var offset = 0

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  /// The next code point, left where it is; nil at the end.
  var next: Unicode.Scalar? { peek(0) }

  /// The code point `distance` after the next one.
  func peek(_ distance: Int) -> Unicode.Scalar? {
    offset + distance < scalars.count ? scalars[offset + distance] : nil
  }

  /// Passes `count` code points, or as many as are left.
  mutating func advance(by count: Int = 1) {
    offset = min(offset + count, scalars.count)
  }

  /// Takes the next code point if it is `scalar`.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  /// Takes the next code points if they are those of `text`.
  mutating func take(_ text: String) -> Bool {
    var distance = 0
    for scalar in text.unicodeScalars {
      guard peek(distance) == scalar else { return false }
      distance += 1
    }
    advance(by: distance)
    return true
  }

  /// Takes ASCII digits; nil if there are none. A number too large for an `Int` is `Int.max`.
  mutating func takeNumber() -> Int? {
    guard next?.decimalDigit != nil else { return nil }
    var number = 0
    while let digit = next?.decimalDigit {
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(digit)
      number = overflow || carry ? Int.max : sum
      advance()
    }
    return number
  }

  /// The next code point as a message names it.
  var found: String { next?.name ?? "the end of the pattern" }

  /// An error at `offset`, in code points; without one, here.
  func error(
    _ message: String, at offset: Int? = nil, reason: PatternError.Reason = .invalid
  ) -> PatternError {
    let offset = offset ?? self.offset
    let bytes = scalars.prefix(offset).reduce(0) { $0 + UTF8.width($1) }
    return PatternError(reason: reason, offset: bytes, codePointOffset: offset, message: message)
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII digit; nil for everything else.
  var decimalDigit: Int? {
    ("0"..."9").contains(self) ? Int(value - 0x30) : nil
  }

  /// The value of an ASCII hexadecimal digit; nil for everything else.
  var hexadecimalDigit: UInt32? {
    isASCII ? Character(self).hexDigitValue.map(UInt32.init) : nil
  }

  /// The code point as a message names it: in quotes if it can be seen, else by its number.
  var name: String {
    switch properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .surrogate, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
      let digits = String(value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default:
      return "'\(self)'"
    }
  }
}
