import Synchronization

/// The bytes of one file as UTF-8 text with lines and columns.
///
/// A file in UTF-8 keeps its very bytes, its byte order mark included. A file in UTF-16 (which must have a
/// byte order mark) is turned into UTF-8 here, and ranges are of that text; `fileOffset(of:)` leads back.
@usableFromInline package struct SourceText: Sendable {
  /// How the file was written.
  package enum Encoding: Sendable, Hashable {
    /// UTF-8 without a byte order mark.
    case utf8
    /// UTF-8 with a byte order mark.
    case utf8WithMark
    /// UTF-16, low byte first, with a byte order mark.
    case utf16LittleEndian
    /// UTF-16, high byte first, with a byte order mark.
    case utf16BigEndian
  }

  /// What makes up a text. One reference, so that handing a text on costs one count.
  @usableFromInline final class Storage: Sendable {
    @usableFromInline let bytes: [UInt8]
    let encoding: Encoding
    let firstBrokenUnit: ByteRange?
    /// What was measured so far.
    let measures = Mutex(Measures())

    init(_ bytes: [UInt8], _ encoding: Encoding, firstBrokenUnit: ByteRange? = nil) {
      self.bytes = bytes
      self.encoding = encoding
      self.firstBrokenUnit = firstBrokenUnit
    }
  }

  /// What is found out about a text when it is first asked for, because most files have no finding.
  struct Measures {
    var lines: LineTable?
    var counts: CharacterCounts?
  }

  @usableFromInline let storage: Storage

  /// The text in UTF-8. It may hold bytes that are no UTF-8 when the file does.
  @inlinable package var bytes: [UInt8] { storage.bytes }

  /// How the file was written.
  package var encoding: Encoding { storage.encoding }

  /// Where the lines begin.
  package var lines: LineTable {
    storage.measures.withLock { measures in
      if let lines = measures.lines { return lines }
      let lines = LineTable(bytes)
      measures.lines = lines
      return lines
    }
  }

  /// What stands before the bytes of a text with very long lines, or in UTF-16.
  private var counts: CharacterCounts {
    storage.measures.withLock { measures in
      if let counts = measures.counts { return counts }
      let counts = CharacterCounts(bytes)
      measures.counts = counts
      return counts
    }
  }

  /// For a file in UTF-16, the place in `bytes` of the first code unit that is half of a surrogate pair or of
  /// a last odd byte; it stands there as U+FFFD.
  package var firstBrokenUnit: ByteRange? { storage.firstBrokenUnit }

  /// The text of a file with these bytes.
  package init(fileBytes: [UInt8]) {
    switch (fileBytes.first, fileBytes.dropFirst().first) {
    case (0xFF, 0xFE):
      let (bytes, broken) = transcode(fileBytes, highByteFirst: false)
      storage = Storage(bytes, .utf16LittleEndian, firstBrokenUnit: broken)
    case (0xFE, 0xFF):
      let (bytes, broken) = transcode(fileBytes, highByteFirst: true)
      storage = Storage(bytes, .utf16BigEndian, firstBrokenUnit: broken)
    default:
      storage = Storage(fileBytes, fileBytes.starts(with: byteOrderMark) ? .utf8WithMark : .utf8)
    }
  }

  /// The text of `string`, as a file in UTF-8 has it.
  package init(_ string: String) {
    self.init(fileBytes: Array(string.utf8))
  }

  /// The offset of the first byte of the text proper: 3 after a byte order mark in UTF-8, else 0.
  package var contentStart: Int { encoding == .utf8WithMark ? byteOrderMark.count : 0 }

  /// The whole text proper, without a byte order mark.
  package var contentRange: ByteRange { ByteRange(contentStart, bytes.count) }

  /// The text of `range`; bytes that are no UTF-8 become U+FFFD.
  package func text(in range: ByteRange) -> String {
    String(decoding: bytes[clamp(range).indices], as: UTF8.self)
  }

  private func clamp(_ range: ByteRange) -> ByteRange {
    ByteRange(min(range.start, bytes.count), min(range.end, bytes.count))
  }
}

extension SourceText: Hashable {
  /// Whether both are the same text, written in the same way.
  @usableFromInline package static func == (left: SourceText, right: SourceText) -> Bool {
    left.encoding == right.encoding && left.bytes == right.bytes
      && left.firstBrokenUnit == right.firstBrokenUnit
  }

  /// Equal texts have equal hashes.
  @usableFromInline package func hash(into hasher: inout Hasher) {
    hasher.combine(encoding)
    hasher.combine(bytes)
  }
}

// MARK: Lines and columns

extension SourceText {
  /// The bytes of `line` (from 1) without its line break and without a byte order mark.
  package func rangeOfLine(_ line: Int) -> ByteRange {
    let lines = lines
    let start = max(lines.start(ofLine: line - 1), contentStart)
    var end = line < lines.count ? lines.start(ofLine: line) : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return ByteRange(start, end)
  }

  /// The line and column, both from 1, of the byte at `offset`. A byte order mark takes no column, and an
  /// offset inside a character counts as after it.
  package func position(at offset: Int, in unit: ColumnUnit = .codePoints) -> Position {
    let offset = min(max(offset, contentStart), bytes.count)
    let lines = lines
    let line = lines.line(at: offset)
    let start = max(lines.start(ofLine: line), contentStart)
    guard unit != .utf8 else { return Position(line: line + 1, column: offset - start + 1) }
    guard offset - start <= CharacterCounts.shortLine else {
      let column = units(unit, before: offset) - units(unit, before: start)
      return Position(line: line + 1, column: column + 1)
    }
    var column = 1
    let span = bytes.span
    for index in start..<offset {
      column += unit.width(ofLeadByte: span[index])
    }
    return Position(line: line + 1, column: column)
  }

  /// The offset in bytes of a line and a column, both from 1. A place after the end of its line is the end of
  /// the line, one after the last line the end of the text, and one inside a character its beginning.
  package func offset(of position: Position, in unit: ColumnUnit = .codePoints) -> Int {
    guard position.line >= 1 else { return contentStart }
    guard position.line <= lines.count else { return bytes.count }
    let line = rangeOfLine(position.line)
    let span = bytes.span
    var left = position.column - 1
    var offset = line.start
    if left > CharacterCounts.shortLine, line.count > CharacterCounts.shortLine {
      let before = units(unit, before: line.start)
      offset = counts.start(within: line, unit, atMost: before + left, in: bytes)
      left -= units(unit, before: offset) - before
    }
    while offset < line.end, left > 0 {
      var next = offset + 1
      while next < line.end, span[next] & 0xC0 == 0x80 { next += 1 }
      left -= unit == .utf8 ? next - offset : unit.width(ofLeadByte: span[offset])
      if left < 0 { break }
      offset = next
    }
    return offset
  }

  /// The offset in the file, in bytes from 0, of the byte at `offset` of the text: the same for UTF-8, and the
  /// place of the code unit for UTF-16.
  package func fileOffset(of offset: Int) -> Int {
    switch encoding {
    case .utf8, .utf8WithMark:
      return offset
    case .utf16LittleEndian, .utf16BigEndian:
      // A file in UTF-16 begins with a byte order mark of two bytes.
      return 2 + 2 * units(.utf16, before: min(offset, bytes.count))
    }
  }

  private func units(_ unit: ColumnUnit, before offset: Int) -> Int {
    counts.units(unit, before: offset, in: bytes)
  }
}

// MARK: Encodings

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

private func transcode(_ file: [UInt8], highByteFirst: Bool) -> ([UInt8], ByteRange?) {
  var units: [UInt16] = []
  units.reserveCapacity(file.count / 2)
  var index = 2
  while index + 1 < file.count {
    let (first, second) = (UInt16(file[index]), UInt16(file[index + 1]))
    units.append(highByteFirst ? first << 8 | second : second << 8 | first)
    index += 2
  }
  // A last odd byte is half of nothing.
  if index < file.count { units.append(0xD800) }

  var bytes: [UInt8] = []
  bytes.reserveCapacity(units.count)
  var broken: ByteRange?
  var decoder = UTF16()
  var iterator = units.makeIterator()
  decoding: while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar):
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    case .error:
      let start = bytes.count
      bytes.append(contentsOf: UTF8.encodedReplacementCharacter)
      broken = broken ?? ByteRange(start, bytes.count)
    case .emptyInput:
      break decoding
    }
  }
  return (bytes, broken)
}
