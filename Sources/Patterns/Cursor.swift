/// A place in a pattern, read one code point at a time from its UTF-8.
struct Cursor: Sendable {
  /// The pattern. It is copied into memory that the next pattern uses again.
  private(set) var bytes: [UInt8] = []

  /// The offset of the next code point, in bytes.
  private(set) var offset = 0

  /// Goes to the start of another pattern, in UTF-8.
  mutating func start(_ text: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    offset = 0
  }

  /// Goes to another place in the pattern.
  mutating func move(to offset: Int) {
    self.offset = offset
  }

  /// The next code point, left where it is; nil at the end.
  var next: Unicode.Scalar? { bytes.scalar(at: offset)?.scalar }

  /// The code point after the next one.
  var afterNext: Unicode.Scalar? {
    guard let next = bytes.scalar(at: offset) else { return nil }
    return bytes.scalar(at: offset + next.count)?.scalar
  }

  /// Passes the next code point, if any is left.
  mutating func advance() {
    offset += bytes.scalar(at: offset)?.count ?? 0
  }

  /// Takes the next code point if it is `scalar`.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  /// Takes the next two code points if they are `first` and `second`.
  mutating func take(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    guard next == first, afterNext == second else { return false }
    advance()
    advance()
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
  var found: Problem.Detail { .found(at: offset) }

  /// A problem at `offset`, in bytes; without one, here. Its message is `text`, then `detail`, then `rest`.
  func problem(
    _ text: String, _ detail: Problem.Detail = .none, _ rest: String = "", at offset: Int? = nil,
    reason: PatternError.Reason = .invalid
  ) -> Problem {
    Problem(reason: reason, offset: offset ?? self.offset, text: text, detail: detail, rest: rest)
  }
}

extension [UInt8] {
  /// The code point that starts at `offset` and its length in bytes; nil at the end. What is no UTF-8 is U+FFFD, byte by
  /// byte.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, count: Int)? {
    guard offset < count else { return nil }
    let first = self[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, offset + length <= count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first & (0x7F >> UInt8(length)))
    for place in offset + 1..<offset + length {
      guard self[place] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(self[place] & 0x3F)
    }
    let isShortest = length == 2 || value >= (length == 3 ? 0x800 : 0x10000)
    guard isShortest, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII digit; nil for everything else.
  var decimalDigit: Int? {
    ("0"..."9").contains(self) ? Int(value - 0x30) : nil
  }

  /// The value of an ASCII hexadecimal digit; nil for everything else.
  var hexadecimalDigit: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "A"..."F": value - 0x41 + 10
    case "a"..."f": value - 0x61 + 10
    default: nil
    }
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
