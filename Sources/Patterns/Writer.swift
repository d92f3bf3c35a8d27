/// A pattern for PCRE2 while it is written.
struct Writer {
  private(set) var bytes: [UInt8] = []
  private(set) var marks: [Translation.Mark] = []

  /// Says that what is written next comes from `source`, in code points.
  mutating func mark(_ source: Int) {
    marks.append(Translation.Mark(output: bytes.count, source: source))
  }

  /// Writes `text` in PCRE2's notation.
  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes what `other` has written.
  mutating func write(_ other: Writer) {
    bytes.append(contentsOf: other.bytes)
  }

  /// Writes `scalar` so that it stands for itself, in a class and outside.
  mutating func write(literal scalar: Unicode.Scalar) {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "\u{A0}"...:
      bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    case "!"..."~":
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    default:
      write(Self.escape(scalar.value))
    }
  }

  /// Writes the code points of `range` as members of a class.
  mutating func write(members range: ClosedRange<UInt32>) {
    write(Self.escape(range.lowerBound))
    if range.count > 1 { write("-" + Self.escape(range.upperBound)) }
  }

  private static func escape(_ codePoint: UInt32) -> String {
    "\\x{" + String(codePoint, radix: 16) + "}"
  }
}
