/// A number as it is written, without loss: a whole significand times a power of ten, or one of the three values
/// of `.inf`, `-.inf` and `.nan`.
package struct Number: Sendable {
  enum Value: Sendable {
    /// `significand` × 10^`exponent`; the significand does not end in 0, and zero has the exponent 0.
    case small(significand: Int64, exponent: Int)
    /// The same with more than 18 digits, of which the first and the last are not 0.
    case big(isNegative: Bool, digits: Digits, exponent: Int)
    case infinity(isNegative: Bool)
    case notANumber
  }

  let value: Value

  init(_ value: Value) {
    self.value = value
  }

  /// The whole number `integer`.
  package init(_ integer: Int) {
    if integer.magnitude < Number.smallLimit {
      self.init(isNegative: integer < 0, significand: UInt64(integer.magnitude), exponent: 0)
    } else {
      self.init(
        isNegative: integer < 0, digits: String(integer.magnitude).utf8.map { $0 - UInt8(ascii: "0") },
        exponent: 0)
    }
  }

  /// 10^18: significands below it are kept in 64 bits.
  static let smallLimit: UInt64 = 1_000_000_000_000_000_000

  init(isNegative: Bool, significand: UInt64, exponent: Int) {
    guard significand != 0 else {
      self.init(.small(significand: 0, exponent: 0))
      return
    }
    var (significand, exponent) = (significand, exponent)
    while significand % 10 == 0 {
      significand /= 10
      exponent += 1
    }
    let signed = Int64(significand)
    self.init(.small(significand: isNegative ? -signed : signed, exponent: exponent))
  }

  init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    let first = digits.firstIndex { $0 != 0 } ?? digits.endIndex
    let last = (digits.lastIndex { $0 != 0 } ?? -1) + 1
    guard first < last else {
      self.init(.small(significand: 0, exponent: 0))
      return
    }
    let exponent = exponent + (digits.count - last)
    if last - first <= 18 {
      var significand: UInt64 = 0
      for digit in digits[first..<last] { significand = significand * 10 + UInt64(digit) }
      self.init(isNegative: isNegative, significand: significand, exponent: exponent)
    } else {
      self.init(.big(isNegative: isNegative, digits: Digits(digits[first..<last]), exponent: exponent))
    }
  }
}

// MARK: What it is

extension Number {
  /// Whether it is neither infinite nor `.nan`.
  package var isFinite: Bool {
    switch value {
    case .small, .big: true
    case .infinity, .notANumber: false
    }
  }

  /// Whether it is `.nan`, which is neither before nor after any number.
  package var isNotANumber: Bool { if case .notANumber = value { true } else { false } }

  /// Whether it is a whole number, however it is written: 1.0 and 1e3 are.
  package var isInteger: Bool {
    switch value {
    case .small(_, let exponent): exponent >= 0
    case .big(_, _, let exponent): exponent >= 0
    case .infinity, .notANumber: false
    }
  }

  /// Whether it is below zero.
  package var isNegative: Bool {
    switch value {
    case .small(let significand, _): significand < 0
    case .big(let isNegative, _, _), .infinity(let isNegative): isNegative
    case .notANumber: false
    }
  }

  /// Whether it is zero.
  package var isZero: Bool {
    if case .small(0, _) = value { true } else { false }
  }

  /// The number as an integer of the machine; nothing when it is none or too large.
  package var integer: Int? {
    guard case .small(var significand, let exponent) = value, exponent >= 0, exponent < 19 else {
      return isInteger ? Int(description) : nil
    }
    for _ in 0..<exponent {
      let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      significand = product
    }
    return Int(significand)
  }

  /// The number of digits of the significand; 0 when it is not finite.
  package var digitCount: Int {
    switch value {
    case .small(let significand, _):
      var (count, rest) = (1, significand.magnitude / 10)
      while rest > 0 {
        count += 1
        rest /= 10
      }
      return count
    case .big(_, let digits, _): return digits.count
    case .infinity, .notANumber: return 0
    }
  }

  /// The digit of the significand at `place` of `count`, from the first, as 0…9.
  func digit(at place: Int, of count: Int) -> UInt8 {
    switch value {
    case .small(let significand, _):
      UInt8(significand.magnitude / Number.scaled(1, by: count - 1 - place) % 10)
    case .big(_, let digits, _): digits[place]
    case .infinity, .notANumber: 0
    }
  }

  /// `value` × 10^`power`, which must be less than 2^64.
  static func scaled(_ value: UInt64, by power: Int) -> UInt64 {
    var value = value
    for _ in 0..<power { value *= 10 }
    return value
  }

  /// The digits of the significand without sign, each 0…9.
  var digits: [UInt8] {
    let count = digitCount
    return (0..<count).map { digit(at: $0, of: count) }
  }

  /// The power of ten of the significand's last digit.
  var exponent: Int {
    switch value {
    case .small(_, let exponent), .big(_, _, let exponent): exponent
    case .infinity, .notANumber: 0
    }
  }
}

// MARK: Text

extension Number: CustomStringConvertible {
  /// The shortest usual text of it: as JSON writes it (RFC 8259), or `.inf`, `-.inf`, `.nan`. Two numbers are
  /// equal exactly when their texts are.
  package var description: String {
    switch value {
    case .infinity(let isNegative): return isNegative ? "-.inf" : ".inf"
    case .notANumber: return ".nan"
    case .small, .big: break
    }
    let digits = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    let sign = isNegative ? "-" : ""
    let point = digits.utf8.count + exponent
    if isZero { return "0" }
    if exponent == 0 || exponent > 0 && point <= 30 {
      return sign + digits + String(repeating: "0", count: exponent)
    }
    if exponent < 0, point > 0 {
      return sign + String(digits.prefix(point)) + "." + String(digits.dropFirst(point))
    }
    if exponent < 0, point > -20 {
      return sign + "0." + String(repeating: "0", count: -point) + digits
    }
    return sign + digits + "e" + String(exponent)
  }
}
