/// Some characters of ASCII.
struct ByteSet: Sendable {
  private var bits: (low: UInt64, high: UInt64) = (0, 0)

  /// The characters of `text`, which is ASCII.
  init(_ text: String) {
    for byte in text.utf8 {
      if byte < 64 { bits.low |= 1 << UInt64(byte) } else { bits.high |= 1 << UInt64(byte - 64) }
    }
  }

  /// Whether `byte` is one of them.
  func contains(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return (byte < 64 ? bits.low >> UInt64(byte) : bits.high >> UInt64(byte - 64)) & 1 != 0
  }
}
