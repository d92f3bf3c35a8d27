/// A pattern for PCRE2 while it is written.
struct Writer: PatternOutput {
  private(set) var bytes: [UInt8] = []
  private(set) var marks: [Translation.Mark] = []

  var count: Int { bytes.count }

  mutating func mark(_ source: Int) {
    marks.append(Translation.Mark(output: bytes.count, source: source))
  }

  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ number: Int) {
    write(String(number))
  }

  mutating func write(literal scalar: Unicode.Scalar) {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "\u{A0}"...:
      bytes.append(contentsOf: scalar.utf8)
    case "!"..."~":
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    default:
      write(Self.escape(scalar.value))
    }
  }

  mutating func write(members range: ClosedRange<UInt32>) {
    write(Self.escape(range.lowerBound))
    if range.count > 1 { write("-" + Self.escape(range.upperBound)) }
  }

  mutating func removeAll(from count: Int) {
    bytes.removeSubrange(count...)
  }

  private static func escape(_ codePoint: UInt32) -> String {
    "\\x{" + String(codePoint, radix: 16) + "}"
  }
}
