extension Span<UInt8> {
  /// A number for the bytes: the same for the same bytes, everywhere and always. Different bytes may share one, so
  /// that who finds it must still compare.
  package var textHash: UInt32 {
    let hash = wideTextHash
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// The same in 64 bits, for those who have many texts and compare nothing else.
  package var wideTextHash: UInt64 {
    var hash = UInt64(truncatingIfNeeded: count)
    var index = 0
    while index + 8 <= count {
      hash = (hash ^ word(at: index)).mixed
      index += 8
    }
    if index < count { hash = (hash ^ lastWord(from: index)).mixed }
    return hash
  }

  /// Whether the bytes are those of `other`.
  package func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    while index + 8 <= count {
      if word(at: index) != other.word(at: index) { return false }
      index += 8
    }
    return index == count || lastWord(from: index) == other.lastWord(from: index)
  }

  /// How many bytes both begin with.
  package func countShared(with other: Span<UInt8>) -> Int {
    let most = Swift.min(count, other.count)
    var index = 0
    while index + 8 <= most, word(at: index) == other.word(at: index) { index += 8 }
    while index < most, self[index] == other[index] { index += 1 }
    return index
  }

  /// Below 0 when these bytes come before the others, above 0 when behind them, and 0 when they are the same.
  package func order(_ other: Span<UInt8>) -> Int {
    let shared = countShared(with: other)
    guard shared < count, shared < other.count else { return count - other.count }
    return Int(self[shared]) - Int(other[shared])
  }

  /// The bytes from `start` on, of which there are fewer than eight; the last eight when there are as many.
  @inlinable func lastWord(from start: Int) -> UInt64 {
    if count >= 8 { return word(at: count - 8) }
    if count >= 4 { return half(at: 0) | half(at: count - 4) << 32 }
    var word: UInt64 = 0
    for index in 0..<count { word = word << 8 | UInt64(self[index]) }
    return word
  }

  @inlinable func half(at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + 4 <= count)
    return UInt64(unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self))
  }
}

extension UInt64 {
  /// The halves of a long product, one over the other: each bit depends on all.
  @inlinable package var mixed: UInt64 {
    let product = (self ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
