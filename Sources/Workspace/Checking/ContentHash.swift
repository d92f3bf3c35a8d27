import YAML

/// A hash of bytes, the same on every machine.
enum ContentHash {
  /// 64 bits over all bytes and their number, eight bytes a step.
  static func of(_ bytes: [UInt8]) -> UInt64 {
    of(bytes.span)
  }

  /// The same for a part of some bytes. Another seed gives another hash of the same bytes.
  static func of(_ bytes: Span<UInt8>, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    var index = 0
    if bytes.count >= 32 {
      // Four hashes side by side: a step of one waits for the step before it.
      var (second, third, fourth) = (hash &+ 1, hash &+ 2, hash &+ 3)
      while index + 32 <= bytes.count {
        hash.mix(bytes.word(at: index))
        second.mix(bytes.word(at: index + 8))
        third.mix(bytes.word(at: index + 16))
        fourth.mix(bytes.word(at: index + 24))
        index += 32
      }
      hash.mix(second)
      hash.mix(third)
      hash.mix(fourth)
    }
    while index + 8 <= bytes.count {
      hash.mix(bytes.word(at: index))
      index += 8
    }
    while index < bytes.count {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
      index += 1
    }
    return hash
  }
}

extension UInt64 {
  /// Mixes another number in. Of two that differ none gives what the other does.
  fileprivate mutating func mix(_ other: UInt64) {
    self = (self ^ other) &* 0x9E37_79B9_7F4A_7C15
    self ^= self >> 32
  }
}
