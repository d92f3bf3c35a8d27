extension Number: Comparable {
  /// Whether both are the same number; `.nan` is equal to nothing.
  package static func == (left: Number, right: Number) -> Bool {
    switch (left.value, right.value) {
    case (.small(let a, let e), .small(let b, let f)): a == b && e == f
    case (.big(let s, let a, let e), .big(let t, let b, let f)): s == t && e == f && a == b
    case (.infinity(let a), .infinity(let b)): a == b
    default: false
    }
  }

  /// Whether `left` is below `right`; `.nan` is neither below nor above anything.
  package static func < (left: Number, right: Number) -> Bool {
    switch (left.value, right.value) {
    case (.notANumber, _), (_, .notANumber): return false
    case (.infinity(let isNegative), _): return isNegative && left != right
    case (_, .infinity(let isNegative)): return !isNegative
    case (.small(let a, let e), .small(let b, let f)) where e == f: return a < b
    default: break
    }
    if left.isNegative != right.isNegative { return left.isNegative }
    if left.isZero || right.isZero { return left.isZero && !right.isZero && !right.isNegative }
    let isSmaller = left.magnitudePrecedes(right)
    return left.isNegative ? !isSmaller && left != right : isSmaller
  }

  /// Whether the magnitude is below that of `other`, both finite and not zero.
  private func magnitudePrecedes(_ other: Number) -> Bool {
    let (size, otherSize) = (digitCount + exponent, other.digitCount + other.exponent)
    if size != otherSize { return size < otherSize }
    if case .small(let a, let e) = value, case .small(let b, let f) = other.value {
      // Of the same size and at most 18 digits each, so scaling one to the other's exponent cannot overflow.
      return e > f
        ? Number.scaled(a.magnitude, by: e - f) < b.magnitude
        : a.magnitude < Number.scaled(b.magnitude, by: f - e)
    }
    return digits.lexicographicallyPrecedes(other.digits)
  }

  private static func scaled(_ value: UInt64, by power: Int) -> UInt64 {
    var value = value
    for _ in 0..<power { value *= 10 }
    return value
  }

  private var digitCount: Int {
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
}

extension Number: Hashable {
  /// Equal numbers have equal hashes, however they are written.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(isNegative)
    hasher.combine(exponent)
    switch value {
    case .small(let significand, _): hasher.combine(significand)
    case .big(_, let digits, _): hasher.combine(digits)
    case .infinity, .notANumber: break
    }
  }
}

extension Number {
  /// The sum; nothing when a part is not finite, or when the sum would take more than 10,000 digits.
  package func adding(_ other: Number) -> Number? {
    guard isFinite, other.isFinite else { return nil }
    if case .small(let a, let e) = value, case .small(let b, let f) = other.value, e == f {
      let sum = a + b  // both are below 10^18
      if sum.magnitude < Number.smallLimit {
        return Number(isNegative: sum < 0, significand: sum.magnitude, exponent: e)
      }
    }
    if isZero { return other }
    if other.isZero { return self }
    let low = min(exponent, other.exponent)
    let high = max(exponent + digitCount, other.exponent + other.digitCount) + 1
    guard high - low <= 10_000 else { return nil }
    let (left, right) = (places(from: low, to: high), other.places(from: low, to: high))
    if isNegative == other.isNegative {
      return Number(isNegative: isNegative, digits: Number.sum(left, right), exponent: low)
    }
    return left.lexicographicallyPrecedes(right)
      ? Number(isNegative: other.isNegative, digits: Number.difference(right, left), exponent: low)
      : Number(isNegative: isNegative, digits: Number.difference(left, right), exponent: low)
  }

  /// Whether it is a whole multiple of `divisor`, exactly; false when one of them is not finite or the divisor is
  /// zero. (JSON Schema Validation 2020-12, section 6.2.1.)
  package func isMultiple(of divisor: Number) -> Bool {
    guard isFinite, divisor.isFinite, !divisor.isZero else { return false }
    if isZero { return true }
    // A significand does not end in 0, so a divisor with a larger exponent cannot go into it.
    guard exponent >= divisor.exponent else { return false }
    // 10^k and 10^(k+1) bring the same factors of a divisor once k is over its number of bits.
    let power = min(exponent - divisor.exponent, 4 * divisor.digitCount)
    if case .small(let part, _) = divisor.value {
      let modulus = part.magnitude
      var rest: UInt64 = 0
      func feed(_ digit: UInt8) {
        let (high, low) = rest.multipliedFullWidth(by: 10)
        let (sum, carry) = low.addingReportingOverflow(UInt64(digit))
        rest = modulus.dividingFullWidth((high + (carry ? 1 : 0), sum)).remainder
      }
      if case .small(let significand, _) = value {
        rest = significand.magnitude % modulus
      } else {
        for digit in digits { feed(digit) }
      }
      for _ in 0..<power { feed(0) }
      return rest == 0
    }
    return Number.remainder(digits + Array(repeating: 0, count: power), by: divisor.digits).isEmpty
  }

  /// The digits from 10^`low` up to and without 10^`high`, the highest first.
  private func places(from low: Int, to high: Int) -> [UInt8] {
    let digits = digits
    return Array(repeating: 0, count: high - exponent - digits.count) + digits
      + Array(repeating: 0, count: exponent - low)
  }

  private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var result = left
    var carry: UInt8 = 0
    for index in result.indices.reversed() {
      let digit = left[index] + right[index] + carry
      result[index] = digit % 10
      carry = digit / 10
    }
    return result
  }

  /// `left` - `right`, of the same length and `left` not the smaller one.
  private static func difference(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var result = left
    var borrow: UInt8 = 0
    for index in result.indices.reversed() {
      let subtrahend = right[index] + borrow
      borrow = left[index] < subtrahend ? 1 : 0
      result[index] = left[index] + borrow * 10 - subtrahend
    }
    return result
  }

  /// The remainder's digits without leading zeros; none for zero.
  private static func remainder(_ dividend: [UInt8], by divisor: [UInt8]) -> [UInt8] {
    var rest: [UInt8] = []
    for digit in dividend {
      if !(rest.isEmpty && digit == 0) { rest.append(digit) }
      while rest.count > divisor.count
        || (rest.count == divisor.count && !rest.lexicographicallyPrecedes(divisor))
      {
        let padded = Array(repeating: 0, count: rest.count - divisor.count) + divisor
        rest = Array(difference(rest, padded).drop { $0 == 0 })
      }
    }
    return rest
  }
}
