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
    let (count, otherCount) = (digitCount, other.digitCount)
    for place in 0..<min(count, otherCount) {
      let (digit, otherDigit) = (digit(at: place, of: count), other.digit(at: place, of: otherCount))
      if digit != otherDigit { return digit < otherDigit }
    }
    return count < otherCount
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

  /// How many words of memory a division by it takes.
  package var divisionRoom: Int {
    if case .big(_, let digits, _) = value { digits.count + 1 } else { 0 }
  }

  /// Whether it is a whole multiple of `divisor`, exactly; false when one of them is not finite or the divisor is
  /// zero. (JSON Schema Validation 2020-12, section 6.2.1.)
  ///
  /// It takes as many steps as the product of the digits of both.
  ///
  /// - Parameters:
  ///   - rest: words to work with.
  ///   - room: as many of them as the divisor's `divisionRoom`, all 0.
  package func isMultiple(of divisor: Number, rest: inout [UInt64], in room: Range<Int>) -> Bool {
    guard isFinite, divisor.isFinite, !divisor.isZero else { return false }
    if isZero { return true }
    // A significand does not end in 0, so a divisor with a larger exponent cannot go into it.
    guard exponent >= divisor.exponent else { return false }
    // 10^k and 10^(k+1) bring the same factors of a divisor once k is over its number of bits.
    let power = min(exponent - divisor.exponent, 4 * divisor.digitCount)
    let count = digitCount
    switch divisor.value {
    case .small(let significand, _):
      let modulus = significand.magnitude
      var rest: UInt64 = 0
      var start = 0
      if case .small(let own, _) = value { (rest, start) = (own.magnitude % modulus, count) }
      for place in start..<count + power {
        let digit = place < count ? digit(at: place, of: count) : 0
        let (high, low) = rest.multipliedFullWidth(by: 10)
        let (sum, carry) = low.addingReportingOverflow(UInt64(digit))
        rest = modulus.dividingFullWidth((high + (carry ? 1 : 0), sum)).remainder
      }
      return rest == 0
    case .big(_, let digits, _):
      for place in 0..<count + power {
        Number.shift(&rest, room, taking: place < count ? digit(at: place, of: count) : 0)
        while !Number.isBelow(rest, room, digits) { Number.subtract(digits, from: &rest, room) }
      }
      for place in room where rest[place] != 0 { return false }
      return true
    case .infinity, .notANumber: return false
    }
  }

  // A rest that is being divided is its digits, one a word, with room for one more than the divisor has.

  private static func shift(_ rest: inout [UInt64], _ room: Range<Int>, taking digit: UInt8) {
    for place in room.lowerBound + 1..<room.upperBound { rest[place - 1] = rest[place] }
    rest[room.upperBound - 1] = UInt64(digit)
  }

  private static func isBelow(_ rest: [UInt64], _ room: Range<Int>, _ divisor: Digits) -> Bool {
    if rest[room.lowerBound] != 0 { return false }
    for place in 0..<divisor.count {
      let (digit, other) = (rest[room.lowerBound + 1 + place], UInt64(divisor[place]))
      if digit != other { return digit < other }
    }
    return false
  }

  private static func subtract(_ divisor: Digits, from rest: inout [UInt64], _ room: Range<Int>) {
    var borrow: UInt64 = 0
    var place = room.upperBound
    while place > room.lowerBound {
      place -= 1
      let digit = place > room.lowerBound ? divisor[place - room.lowerBound - 1] : 0
      let subtrahend = UInt64(digit) + borrow
      borrow = rest[place] < subtrahend ? 1 : 0
      rest[place] = rest[place] + borrow * 10 - subtrahend
    }
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
}
