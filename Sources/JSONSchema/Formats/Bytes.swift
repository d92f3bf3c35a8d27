// Looking at text as bytes.

extension Span<UInt8> {
  /// The place of the first `byte` at or after `start`.
  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    for index in start..<Swift.max(start, count) where self[index] == byte { return index }
    return nil
  }

  /// The place of the last `byte`.
  func lastIndex(of byte: UInt8) -> Int? {
    var index = count
    while index > 0 {
      index -= 1
      if self[index] == byte { return index }
    }
    return nil
  }

  /// Whether `holds` says so of each byte.
  func allSatisfy(_ holds: (UInt8) -> Bool) -> Bool {
    for index in 0..<count where !holds(self[index]) { return false }
    return true
  }

  /// The number that exactly `count` digits at `start` write.
  func number(at start: Int, digits count: Int) -> Int? {
    guard start + count <= self.count else { return nil }
    var number = 0
    for index in start..<start + count {
      guard self[index].isDigit else { return nil }
      number = number * 10 + Int(self[index] - 0x30)
    }
    return number
  }

  /// The end of the run of digits at `start`.
  func endOfDigits(from start: Int) -> Int {
    var end = start
    while end < count, self[end].isDigit { end += 1 }
    return end
  }

  /// Whether `byte` stands at `index`.
  func has(_ byte: Unicode.Scalar, at index: Int) -> Bool {
    index < count && self[index] == UInt8(ascii: byte)
  }

  /// The code point that begins at `index`, and its bytes; nothing when it is no UTF-8.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, count: Int)? {
    let first = self[index]
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + length <= count, first < 0x80 || first >= 0xC2 else { return nil }
    var value = length == 1 ? UInt32(first) : UInt32(first & (0x7F >> UInt8(length)))
    for offset in 1..<Swift.max(length, 1) {
      guard self[index + offset] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(self[index + offset] & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}
