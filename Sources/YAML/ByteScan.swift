// Walks over many bytes, eight at a time.

extension Span<UInt8> {
  /// The eight bytes from `offset` on, of which there are enough, the first being the lowest.
  @inlinable package func word(at offset: Int) -> UInt64 {
    // Looked at in a debug build alone: who walks by eights has just asked whether there are as many.
    assert(offset >= 0 && offset + 8 <= count)
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// The sixteen bytes from `offset` on, of which there are enough.
  private func block(at offset: Int) -> SIMD16<UInt8> {
    assert(offset >= 0 && offset + 16 <= count)
    return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// Whether all bytes are ASCII.
  @inlinable package var isASCII: Bool {
    var index = 0
    var bits: UInt64 = 0
    while index + 8 <= count {
      bits |= word(at: index)
      index += 8
    }
    if index < count { bits |= lastWord(from: index) }
    return bits & 0x8080_8080_8080_8080 == 0
  }

  /// The offset of the line break that ends the line which the byte at `start` is in, or of the end of the text.
  func endOfLine(from start: Int) -> Int {
    var index = start
    while index + 8 <= count {
      let bytes = word(at: index)
      if bytes.has(UInt8(ascii: "\n")) || bytes.has(UInt8(ascii: "\r")) { break }
      index += 8
    }
    while index < count, !self[index].isLineBreak { index += 1 }
    return Swift.min(index, count)
  }

  /// How many bytes go on with a character that began before them (`10xxxxxx`).
  var continuationCount: Int {
    var index = 0
    var found = 0
    while index + 8 <= count {
      let bytes = word(at: index)
      found += ((bytes >> 7) & ~(bytes >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      index += 8
    }
    while index < count {
      if self[index] & 0xC0 == 0x80 { found += 1 }
      index += 1
    }
    return found
  }

  /// The first offset from `start` on at which `byte` stands.
  package func offset(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    let sought = SIMD16(repeating: byte)
    while index + 16 <= count, !any(block(at: index) .== sought) { index += 16 }
    while index + 8 <= count {
      let matches = word(at: index).matches(byte)
      if matches != 0 { return index + matches.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, self[index] != byte { index += 1 }
    return index < count ? index : nil
  }

  /// How many lines begin with `%`.
  var directiveLines: Int {
    var lines = 0
    var index = 0
    while index < count {
      if index + 8 <= count, !word(at: index).has(UInt8(ascii: "%")) {
        index += 8
        continue
      }
      for place in index..<Swift.min(index + 8, count) where self[place] == UInt8(ascii: "%") {
        if place == 0 || self[place - 1].isLineBreak { lines += 1 }
      }
      index += 8
    }
    return lines
  }
}

extension UInt64 {
  /// The highest bit of the lowest byte that is `byte`, the lowest byte of a difference that is zero being the first to
  /// borrow; bits above it say nothing. 0 when there is none.
  fileprivate func matches(_ byte: UInt8) -> UInt64 {
    let difference = self ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// Whether one of the eight bytes is `byte`.
  fileprivate func has(_ byte: UInt8) -> Bool { matches(byte) != 0 }
}
