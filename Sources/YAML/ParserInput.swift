import CYAML
import SourceText

/// What libyaml is given to read: the source's bytes, but for characters that it takes for something else than
/// YAML 1.2 does. Others of the same length stand in for them, so that every offset stays.
struct ParserInput {
  /// As many bytes as the source has.
  private(set) var bytes: [UInt8]

  /// Where what is read begins in the bytes: the text proper, or a piece of it.
  let start: Int

  /// Where it ends.
  let end: Int

  /// Whether it has none but characters that all readers of YAML take for the same.
  let isEveryday: Bool

  /// The stand-ins for line separators.
  private var standIns: [StandIn] = []

  /// Where the escapes of surrogate pairs begin for which others stand in.
  private var pairs: [Int] = []

  /// How many lines of a file that is not small begin like a directive. libyaml compares each %TAG with all before
  /// it.
  var directiveLines: Int {
    count > Self.smallFile ? bytes.span.extracting(start..<end).directiveLines : 0
  }

  /// The bytes up to which the number of directives does not matter.
  private static let smallFile = 16 << 10

  /// A line separator for which no character is free to stand in.
  private(set) var unreadable: ByteRange?

  private struct StandIn {
    let original: [UInt8]
    let bytes: [UInt8]
  }

  init(_ source: SourceText) {
    self.init(source, piece: source.contentRange)
  }

  /// The same for a piece of the text proper.
  init(_ source: SourceText, piece: ByteRange) {
    bytes = source.bytes
    start = piece.start
    end = piece.end
    isEveryday = source.bytes.span.extracting(piece.indices).isEverydayText
    if !isEveryday { maskLineSeparators() }
  }

  /// How many bytes are read.
  var count: Int { end - start }

  /// Whether it is ASCII, so that a code point is a byte.
  var isASCII: Bool { bytes.span.extracting(start..<end).isASCII }

  /// Calls `body` with a libyaml parser that reads the text proper; false when there is no memory for one.
  @discardableResult
  func withParser(_ body: (UnsafeMutablePointer<yaml_parser_t>) -> Void) -> Bool {
    unsafe withUnsafeTemporaryAllocation(of: yaml_parser_t.self, capacity: 1) { storage in
      guard let parser = storage.baseAddress, unsafe yaml_parser_initialize(parser) == 1 else { return false }
      defer { unsafe yaml_parser_delete(parser) }
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        if let base = bytes.baseAddress {
          unsafe yaml_parser_set_input_string(parser, base + start, count)
        } else {
          unsafe yaml_parser_set_input_string(parser, nil, 0)
        }
        unsafe body(parser)
      }
      return true
    }
  }
}

// MARK: Line separators

extension ParserInput {
  /// NEL, LS and PS: line breaks of YAML 1.1, and so to libyaml; mere characters in YAML 1.2 (section 5.4).
  private static let lineSeparators: [[UInt8]] = [[0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]]

  private mutating func maskLineSeparators() {
    for original in Self.lineSeparators {
      guard let first = offset(of: original, from: start) else { continue }
      guard let free = Self.candidates(original.count).first(where: { !isUsed($0) }) else {
        unreadable = ByteRange(first, first + original.count)
        return
      }
      var next: Int? = first
      while let offset = next {
        bytes.replaceSubrange(offset..<offset + original.count, with: free)
        next = self.offset(of: original, from: offset + original.count)
      }
      standIns.append(StandIn(original: original, bytes: free))
    }
  }

  /// Characters of `count` bytes that hardly any text has: of NKo, and of the area for private use.
  private static func candidates(_ count: Int) -> [[UInt8]] {
    (UInt8(0x80)...0xBF).map { count == 2 ? [0xDF, $0] : [0xEF, 0xA3, $0] }
  }

  private func isUsed(_ character: [UInt8]) -> Bool {
    offset(of: character, from: start) != nil
  }

  /// The first offset from `from` on at which `text` stands in what is read.
  private func offset(of text: [UInt8], from: Int) -> Int? {
    bytes.span.extracting(..<end).offset(of: text, from: from)
  }
}

// MARK: Surrogate pairs

extension ParserInput {
  /// The same input with the escapes of surrogate pairs readable, which JSON has and libyaml refuses; nothing
  /// when there are none. `\uD83D\uDE00` is read as `\uE83D\uEE00`, which `restored` takes back.
  func withSurrogatePairs() -> ParserInput? {
    var input = self
    var index = start
    var isEscaped = false
    while index + 12 <= end {
      if bytes[index] == UInt8(ascii: "\\"), !isEscaped {
        if isSurrogate(at: index, high: true), isSurrogate(at: index + 6, high: false) {
          input.bytes[index + 2] = UInt8(ascii: "E")
          input.bytes[index + 8] = UInt8(ascii: "E")
          input.pairs.append(index)
          index += 12
          continue
        }
        isEscaped = true
      } else {
        isEscaped = false
      }
      index += 1
    }
    return input.pairs.isEmpty ? nil : input
  }

  private func isSurrogate(at index: Int, high: Bool) -> Bool {
    guard bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u"),
      bytes[index + 2] | 0x20 == UInt8(ascii: "d")
    else { return false }
    switch bytes[index + 3] | 0x20 {
    case UInt8(ascii: "8") | 0x20, UInt8(ascii: "9") | 0x20, UInt8(ascii: "a"), UInt8(ascii: "b"): return high
    case UInt8(ascii: "c")...UInt8(ascii: "f"): return !high
    default: return false
    }
  }

  private func hasPair(in range: ByteRange) -> Bool {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < range.start { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low] < range.end
  }
}

// MARK: The way back

extension ParserInput {
  /// Whether anything stands in for something else.
  var hasStandIns: Bool { !standIns.isEmpty || !pairs.isEmpty }

  /// The text that is meant by `text`, which libyaml made of the scalar in `range`; nothing when that cannot be
  /// told, because the scalar has itself characters that stand in for others.
  func restored(_ text: Span<UInt8>, style: ScalarStyle, range: ByteRange) -> [UInt8]? {
    let isPaired = hasPair(in: range)
    if isPaired, style != .doubleQuoted || hasPrivateCharacters(in: range) { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if let standIn = standIns.first(where: { text.has($0.bytes, at: index) }) {
        result += standIn.original
        index += standIn.bytes.count
      } else if isPaired, let scalar = text.surrogatePair(at: index) {
        result += Array(String(scalar).utf8)
        index += 6
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// Whether the source has in `range` characters from U+E800 to U+EFFF, or their escapes.
  private func hasPrivateCharacters(in range: ByteRange) -> Bool {
    for index in range.indices where !hasPair(in: ByteRange(index - 9, index + 1)) {
      if bytes[index] == 0xEE { return true }
      if bytes[index] == UInt8(ascii: "\\"), index + 2 < range.end,
        bytes[index + 1] | 0x20 == UInt8(ascii: "u")
      {
        if bytes[index + 1] == UInt8(ascii: "U") || bytes[index + 2] | 0x20 == UInt8(ascii: "e") {
          return true
        }
      }
    }
    return false
  }
}

extension Span<UInt8> {
  /// Whether `other` stands at `offset`.
  fileprivate func has(_ other: [UInt8], at offset: Int) -> Bool {
    guard offset + other.count <= count else { return false }
    for index in other.indices where self[offset + index] != other[index] { return false }
    return true
  }

  /// The first offset from `start` on at which `other` stands.
  fileprivate func offset(of other: [UInt8], from start: Int) -> Int? {
    guard let first = other.first else { return nil }
    var next = offset(of: first, from: start)
    while let index = next {
      if has(other, at: index) { return index }
      next = offset(of: first, from: index + 1)
    }
    return nil
  }

  /// The character meant by two from U+E800 to U+EFFF that begin at `offset`.
  fileprivate func surrogatePair(at offset: Int) -> Unicode.Scalar? {
    guard offset + 6 <= count, self[offset] == 0xEE, self[offset + 3] == 0xEE else { return nil }
    let high = UInt32(self[offset + 1] & 0x3F) << 6 | UInt32(self[offset + 2] & 0x3F)
    let low = UInt32(self[offset + 4] & 0x3F) << 6 | UInt32(self[offset + 5] & 0x3F)
    guard high >= 0x800, high < 0xC00, low >= 0xC00 else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0x800) << 10 + (low - 0xC00))
  }
}
