/// What `\s` matches in ECMA-262: WhiteSpace and LineTerminator, which are the space separators (`Zs`), the
/// ASCII controls below, U+2028, U+2029 and U+FEFF.
enum WhiteSpace {
  /// The white space, as PCRE2 writes the members of a class.
  static let members = text(ranges)

  /// All other code points, likewise.
  static let others: String = {
    var others: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges {
      others.append(start...(range.lowerBound - 1))
      start = range.upperBound + 1
    }
    others.append(start...0x10FFFF)
    return text(others)
  }()

  private static let ranges: [ClosedRange<UInt32>] = [
    0x9...0xD, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ]

  private static func text(_ ranges: [ClosedRange<UInt32>]) -> String {
    var writer = Writer()
    for range in ranges { writer.write(members: range) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
