import CYAML
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

  /// The number of bytes of the text.
  var count: Int { bytes.count }

  /// A reader of marks in `input`.
  init(_ input: ParserInput) {
    isASCII = input.isASCII
    bytes = input.bytes
    contentStart = input.start
    byte = input.start
  }

  /// The offset in bytes of a mark.
  mutating func offset(_ mark: yaml_mark_t) -> Int {
    offset(ofCodePoint: mark.index)
  }

  /// The offset in bytes of the code point at `target`, from 0 at the content's start.
  mutating func offset(ofCodePoint target: Int) -> Int {
    if isASCII { return min(contentStart + target, bytes.count) }
    while index < target, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      index += 1
    }
    while index > target, byte > contentStart {
      byte -= 1
      while byte > contentStart, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      index -= 1
    }
    return byte
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

  /// `range` without blanks and line breaks at its end.
  func trimmed(_ range: ByteRange) -> ByteRange {
    var end = range.end
    while end > range.start, isBlank(bytes[end - 1]) { end -= 1 }
    return ByteRange(range.start, end)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
