package import SourceText

/// A text in which `⟦` and `⟧` mark where a rule must report.
package struct MarkedText: Sendable, Hashable {
  /// The text without the marks, in UTF-8.
  package let bytes: [UInt8]

  /// The marked places, in bytes of `bytes`, by where they begin.
  package let ranges: [ByteRange]

  /// A mark without its other half.
  package struct Mistake: Error, Hashable {
    /// What is wrong, without a final stop.
    package let message: String
    /// Where the mark is in the text with the marks, in code points.
    package let codePoint: Int

    /// A mark without its other half.
    package init(message: String, codePoint: Int) {
      self.message = message
      self.codePoint = codePoint
    }
  }

  private static let open: [UInt8] = [0xE2, 0x9F, 0xA6]
  private static let close: [UInt8] = [0xE2, 0x9F, 0xA7]

  /// Takes the marks out of `text`. Marks may be inside each other.
  package init(_ text: [UInt8]) throws(Mistake) {
    var bytes: [UInt8] = []
    var ranges: [ByteRange] = []
    var opened: [(start: Int, codePoint: Int)] = []
    var (index, codePoint) = (0, 0)
    bytes.reserveCapacity(text.count)
    while index < text.count {
      if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x9F {
        if text[index + 2] == Self.open[2] {
          opened.append((bytes.count, codePoint))
          index += 3
          codePoint += 1
          continue
        }
        if text[index + 2] == Self.close[2] {
          guard let last = opened.popLast() else {
            throw Mistake(message: "the mark ⟧ has no ⟦ before it", codePoint: codePoint)
          }
          ranges.append(ByteRange(last.start, bytes.count))
          index += 3
          codePoint += 1
          continue
        }
      }
      bytes.append(text[index])
      if text[index] & 0xC0 != 0x80 { codePoint += 1 }
      index += 1
    }
    if let last = opened.last {
      throw Mistake(message: "the mark ⟦ has no ⟧ after it", codePoint: last.codePoint)
    }
    self.bytes = bytes
    self.ranges = ranges.sorted()
  }
}
