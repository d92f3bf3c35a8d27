extension Span<UInt8> {
  /// Whether the bytes are UTF-8 and of none but characters that every reader of YAML takes as text: no tab, no
  /// control character but the line feed, no mark of byte order, no line break beside the line feed (which NEL, LS and
  /// PS are to some), nothing that is no character.
  var isEverydayText: Bool {
    var index = 0
    while index < count {
      while index + 32 <= count, hasEverydayASCII(at: index) { index += 32 }
      while index + 8 <= count, word(at: index).isEverydayASCII { index += 8 }
      // What is left: eight bytes that are not all ASCII, or the end of the text.
      let end = Swift.min(index + 8, count)
      while index < end {
        let byte = self[index]
        if byte < 0x80 {
          guard byte == UInt8(ascii: "\n") || byte >= 0x20 && byte < 0x7F else { return false }
          index += 1
        } else {
          guard let length = everydayCharacter(at: index) else { return false }
          index += length
        }
      }
    }
    return true
  }

  /// The same as `UInt64.isEverydayASCII` of 32 bytes at a time.
  private func hasEverydayASCII(at index: Int) -> Bool {
    let first = word(at: index).isNoEverydayASCII | word(at: index + 8).isNoEverydayASCII
    let last = word(at: index + 16).isNoEverydayASCII | word(at: index + 24).isNoEverydayASCII
    return (first | last) & UInt64.highBits == 0
  }

  /// How many bytes the character beyond ASCII at `index` takes (Unicode, table 3-7); nothing when it is none, or one
  /// that readers differ about.
  private func everydayCharacter(at index: Int) -> Int? {
    let first = self[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + length <= count else { return nil }
    for place in 1..<length where self[index + place] & 0xC0 != 0x80 { return nil }
    let second = self[index + 1]
    switch first {
    // C1 controls, NEL among them.
    case 0xC2: return second >= 0xA0 ? length : nil
    case 0xE0: return second >= 0xA0 ? length : nil
    // LS and PS are U+2028 and U+2029.
    case 0xE2: return second == 0x80 && self[index + 2] & 0xFE == 0xA8 ? nil : length
    // Surrogates.
    case 0xED: return second < 0xA0 ? length : nil
    // The mark of byte order is U+FEFF; U+FFFE and U+FFFF are no characters.
    case 0xEF:
      let third = self[index + 2]
      return second == 0xBB && third == 0xBF || second == 0xBF && third >= 0xBE ? nil : length
    case 0xF0: return second >= 0x90 ? length : nil
    case 0xF4: return second < 0x90 ? length : nil
    default: return length
    }
  }
}

extension UInt64 {
  /// The highest bit of each byte.
  fileprivate static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// Whether each of the eight bytes is a line feed or from a space to `~`.
  fileprivate var isEverydayASCII: Bool { isNoEverydayASCII & UInt64.highBits == 0 }

  /// The highest bit of a byte says whether it is something else. One that is beyond ASCII may borrow from the next one or carry
  /// into it, but then it is itself what is told of.
  fileprivate var isNoEverydayASCII: UInt64 {
    let high = UInt64.highBits
    let isBeyond = self | (self &+ 0x0101_0101_0101_0101)
    let isControl = ~((self | high) &- 0x2020_2020_2020_2020)
    let isNoLineFeed = (self ^ 0x0A0A_0A0A_0A0A_0A0A) &+ ~high
    return isBeyond | isControl & isNoLineFeed
  }
}
