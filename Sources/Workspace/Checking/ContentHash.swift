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
    while index + 8 <= bytes.count {
      hash = (hash ^ bytes.word(at: index)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      index += 8
    }
    while index < bytes.count {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
      index += 1
    }
    return hash
  }
}
