import SourceText

/// Turns libyaml's marks, which count code points, into offsets in bytes. Marks come nearly in the order of the
/// text, so the reader walks on from the last one.
struct MarkReader {
  private let bytes: [UInt8]
  private let contentStart: Int
  private let isASCII: Bool
  /// The place of the last mark, in code points from the content's start and in bytes from the file's.
  private var index = 0
  private var byte: Int

  /// Where what is read ends.
  let end: Int

  /// A reader of marks in `input`.
  init(_ input: ParserInput) {
    isASCII = input.isASCII
    bytes = input.bytes
    end = input.end
    contentStart = input.start
    byte = input.start
  }

  /// The offset in bytes of the code point at `target`, from 0 at the content's start: of a mark of that index.
  mutating func offset(_ target: Int) -> Int {
    if isASCII { return min(contentStart + target, end) }
    if target > index { walk(to: target) } else if target < index { walkBack(to: target) }
    return byte
  }

  private mutating func walk(to target: Int) {
    let text = bytes
    let bytes = text.span
    while index < target, byte < bytes.count {
      // As many bytes as code points are left, less those that only go on with a character.
      let start = byte
      let end = min(start + target - index, bytes.count)
      index += end - start - bytes.extracting(start..<end).continuationCount
      byte = end
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
    }
  }

  private mutating func walkBack(to target: Int) {
    while index > target, byte > contentStart {
      byte -= 1
      while byte > contentStart, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      index -= 1
    }
  }

  /// The first byte of a node's own text, after anchor, tag, blanks, line breaks and comments; at most `end`.
  func skipProperties(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        position += 1
      case UInt8(ascii: "#"):
        while position < end, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") {
          position += 1
        }
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        while position < end, !isBlank(bytes[position]) { position += 1 }
      default:
        return position
      }
    }
    return end
  }

  /// `place` without blanks and line breaks at its end.
  func trimmed(_ place: Place) -> Place {
    var end = place.end
    while end > place.start, isBlank(bytes[end - 1]) { end -= 1 }
    return Place(start: place.start, end: end)
  }

  /// The empty place before the blanks that `place` comes after.
  func afterLastBefore(_ place: Place) -> Place {
    var end = place.start
    while end > contentStart, bytes[end - 1].isBlank { end -= 1 }
    return Place(start: end, end: end)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
