extension Number {
  /// The number that `text` is in the YAML 1.2 core schema (section 10.3.2), which has all that JSON has;
  /// nothing when it is none.
  package init?(coreSchema text: String) {
    let bytes = Array(text.utf8)
    self.init(coreSchema: bytes, in: 0..<bytes.count)
  }

  /// The number that the text in `range` of `bytes` is in the YAML 1.2 core schema; nothing when it is none. A long
  /// decimal number keeps the bytes and asks for no memory.
  init?(coreSchema bytes: [UInt8], in range: Range<Int>) {
    switch Number.read(bytes.span.extracting(range)) {
    case nil: return nil
    case .number(let number): self = number
    case .long(let long):
      self.init(
        .big(
          isNegative: long.isNegative,
          digits: Digits(
            in: bytes, from: range.lowerBound + long.start, beforePoint: long.beforePoint, count: long.count),
          exponent: long.exponent))
    }
  }

  /// What a text is as a number.
  enum Reading {
    case number(Number)
    /// A decimal number of more than 18 digits, which are in the text.
    case long(Long)
  }

  /// A decimal number of many digits.
  struct Long {
    var isNegative: Bool
    /// Where in the text the first digit is that is not 0.
    var start: Int
    /// How many digits from there on stand before the point; all when there is none.
    var beforePoint: Int
    /// How many digits there are from there to the last that is not 0.
    var count: Int
    /// The power of ten of the last one.
    var exponent: Int
  }

  /// Reads a number of the core schema without asking for memory, but for long ones in other radixes.
  static func read(_ text: Span<UInt8>) -> Reading? {
    guard !text.isEmpty else { return nil }
    var index = 0
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative || text[0] == UInt8(ascii: "+") { index = 1 }
    guard index < text.count else { return nil }

    if text[index] == UInt8(ascii: ".") {
      switch special(text.extracting((index + 1)...)) {
      case .infinity: return .number(Number(.infinity(isNegative: isNegative)))
      case .notANumber where index == 0: return .number(Number(.notANumber))
      default: break
      }
    }
    if let radix = radix(of: text) {
      guard text.count > 2 + digitsAtOnce else {
        return chunk(of: text, from: 2, radix: radix).map {
          .number(Number(isNegative: false, significand: $0.value, exponent: 0))
        }
      }
      guard let digits = decimal(ofLong: text) else { return nil }
      return Number(coreSchema: digits, in: 0..<digits.count).map { .number($0) }
    }
    return decimal(text, from: index, isNegative: isNegative)
  }

  private enum Special {
    case infinity, notANumber, other
  }

  private static func special(_ name: Span<UInt8>) -> Special {
    guard name.count == 3 else { return .other }
    switch (name[0], name[1], name[2]) {
    case (0x69, 0x6E, 0x66), (0x49, 0x6E, 0x66), (0x49, 0x4E, 0x46): return .infinity
    case (0x6E, 0x61, 0x6E), (0x4E, 0x61, 0x4E), (0x4E, 0x41, 0x4E): return .notANumber
    default: return .other
    }
  }

  /// Digits, `.`, digits, exponent: `[0-9]+(\.[0-9]*)?` or `\.[0-9]+`, then `([eE][-+]?[0-9]+)?`, from `start` on.
  private static func decimal(_ text: Span<UInt8>, from start: Int, isNegative: Bool) -> Reading? {
    var long = Long(isNegative: isNegative, start: -1, beforePoint: Int.max, count: 0, exponent: 0)
    var (digitCount, fractionCount, index) = (0, 0, start)
    // The digits from the first that is not 0 on, and what 18 of them are as a number.
    var (seen, value, significand): (Int, UInt64, UInt64) = (0, 0, 0)
    var inFraction = false
    while index < text.count {
      let byte = text[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digitCount += 1
        if inFraction { fractionCount += 1 }
        if byte != UInt8(ascii: "0"), long.start < 0 { long.start = index }
        if long.start >= 0 {
          seen += 1
          if seen <= 18 { value = value * 10 + UInt64(byte - UInt8(ascii: "0")) }
          if byte != UInt8(ascii: "0") { (long.count, significand) = (seen, value) }
        }
      } else if byte == UInt8(ascii: "."), !inFraction {
        inFraction = true
        if long.start >= 0 { long.beforePoint = seen }
      } else {
        break
      }
      index += 1
    }
    guard digitCount > 0, let power = power(text.extracting(index...)) else { return nil }
    guard long.start >= 0 else { return .number(Number(.small(significand: 0, exponent: 0))) }
    long.exponent = power - fractionCount + (seen - long.count)
    guard long.count <= 18 else { return .long(long) }
    let signed = Int64(significand)
    return .number(
      Number(.small(significand: isNegative ? -signed : signed, exponent: long.exponent)))
  }

  /// `([eE][-+]?[0-9]+)?` as a number, held within ±10^15, far outside of what can be told apart.
  private static func power(_ text: Span<UInt8>) -> Int? {
    guard !text.isEmpty else { return 0 }
    guard text[0] | 0x20 == UInt8(ascii: "e"), text.count > 1 else { return nil }
    var index = 1
    let isNegative = text[1] == UInt8(ascii: "-")
    if isNegative || text[1] == UInt8(ascii: "+") { index = 2 }
    guard index < text.count else { return nil }
    var power = 0
    while index < text.count {
      guard text[index] >= UInt8(ascii: "0"), text[index] <= UInt8(ascii: "9") else { return nil }
      power = min(power * 10 + Int(text[index] - UInt8(ascii: "0")), 1_000_000_000_000_000)
      index += 1
    }
    return isNegative ? -power : power
  }

  /// The value of a hexadecimal digit; nothing when it is none.
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

// MARK: Hexadecimal and octal

extension Number {
  /// How many digits in another radix are taken in at once: they are below 2^56 and so below 10^18.
  private static let digitsAtOnce = 14

  /// The radix of `0x…` and `0o…`; nothing when the text begins in another way.
  private static func radix(of text: Span<UInt8>) -> UInt64? {
    guard text.count > 2, text[0] == UInt8(ascii: "0") else { return nil }
    switch text[1] {
    case UInt8(ascii: "x"): return 16
    case UInt8(ascii: "o"): return 8
    default: return nil
    }
  }

  /// The number that the digits of `text` from `start` on write, up to `digitsAtOnce`, and what one before them counts;
  /// nothing when one is no digit.
  private static func chunk(
    of text: Span<UInt8>, from start: Int, radix: UInt64
  ) -> (value: UInt64, scale: UInt64)? {
    var (value, scale): (UInt64, UInt64) = (0, 1)
    for index in start..<min(start + digitsAtOnce, text.count) {
      guard let digit = digit(text[index]), digit < radix else { return nil }
      value = value * radix + UInt64(digit)
      scale *= radix
    }
    return (value, scale)
  }

  /// The digits in decimal, in ASCII, of `0x…` or `0o…` with many digits; nothing when it is something else, and when
  /// they would be about 2,000 or more: the time they take grows with the square of their number.
  static func decimal(ofLong text: Span<UInt8>) -> [UInt8]? {
    guard text.count > 2 + digitsAtOnce, let radix = radix(of: text) else { return nil }
    // The number by powers of 10^18, the lowest first.
    var words: [UInt64] = [0]
    for start in stride(from: 2, to: text.count, by: digitsAtOnce) {
      guard let (value, scale) = chunk(of: text, from: start, radix: radix) else { return nil }
      var carry = value
      for place in words.indices {
        let (high, low) = words[place].multipliedFullWidth(by: scale)
        let (sum, overflow) = low.addingReportingOverflow(carry)
        (carry, words[place]) = smallLimit.dividingFullWidth((high + (overflow ? 1 : 0), sum))
      }
      if carry > 0 { words.append(carry) }
      if words.count > 111 { return nil }
    }
    var digits = [UInt8](repeating: 0, count: 18 * words.count)
    for index in digits.indices.reversed() {
      let word = words.count - 1 - index / 18
      digits[index] = UInt8(ascii: "0") + UInt8(words[word] % 10)
      words[word] /= 10
    }
    return digits
  }
}
