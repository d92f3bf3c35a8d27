import SourceText
import Testing

@Suite("Texts, lines and columns")
struct SourceTextTests {
  @Test(
    "lines end at LF, CR LF and a lone CR, and nowhere else",
    arguments: [
      ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\r\nb\rc\n\nd", [0, 3, 5, 7, 8]),
      ("\r\r\n\n", [0, 1, 3, 4]),
      ("a\u{85}b\u{2028}c\u{2029}d\u{B}e\u{C}f", [0]),
    ] as [(String, [Int])])
  func lines(text: String, starts: [Int]) {
    let lines = SourceText(text).lines
    #expect(lines.count == starts.count)
    #expect((0..<lines.count).map { lines.start(ofLine: $0) } == starts)
    for (line, start) in starts.enumerated() { #expect(lines.line(at: start) == line) }
    #expect(lines.line(at: 1_000) == starts.count - 1)
  }

  @Test(
    "an offset is a line and a column in each unit",
    arguments: [
      (0, 1, [1, 1, 1]), (1, 1, [2, 2, 2]), (3, 1, [4, 3, 3]), (7, 1, [8, 4, 5]), (8, 1, [9, 5, 6]),
      (9, 2, [1, 1, 1]), (10, 2, [2, 2, 2]),
    ] as [(Int, Int, [Int])])
  func positions(offset: Int, line: Int, columns: [Int]) {
    let source = SourceText("aé🐟\r\nb")
    for (unit, column) in zip(ColumnUnit.allCases, columns) {
      let position = Position(line: line, column: column)
      #expect(source.position(at: offset, in: unit) == position)
      // Between CR and LF there is no place: it is the line's end.
      if offset != 8 { #expect(source.offset(of: position, in: unit) == offset) }
    }
  }

  @Test("a byte order mark takes no column", arguments: ColumnUnit.allCases)
  func byteOrderMark(unit: ColumnUnit) {
    let source = SourceText("\u{FEFF}ab\nc")
    #expect(source.encoding == .utf8WithMark)
    #expect(source.contentRange == ByteRange(3, 7))
    #expect(source.position(at: 0, in: unit) == Position(line: 1, column: 1))
    #expect(source.position(at: 4, in: unit) == Position(line: 1, column: 2))
    #expect(source.offset(of: Position(line: 1, column: 1), in: unit) == 3)
    #expect(source.position(at: 6, in: unit) == Position(line: 2, column: 1))
    #expect(source.rangeOfLine(1) == ByteRange(3, 5))
  }

  @Test("a position outside the text is the nearest place in it")
  func outside() {
    let source = SourceText("ab\r\ncd")
    #expect(source.offset(of: Position(line: 1, column: 99)) == 2)
    #expect(source.offset(of: Position(line: 99, column: 1)) == 6)
    #expect(source.offset(of: Position(line: 0, column: 5)) == 0)
    #expect(source.offset(of: Position(line: 2, column: 0)) == 4)
    #expect(source.position(at: 99) == Position(line: 2, column: 3))
    #expect(source.position(at: -1) == Position(line: 1, column: 1))
  }

  @Test("a position inside a character is its beginning")
  func insideCharacter() {
    let source = SourceText("a🐟b")
    #expect(source.offset(of: Position(line: 1, column: 3), in: .utf8) == 1)
    #expect(source.offset(of: Position(line: 1, column: 3), in: .utf16) == 1)
    #expect(source.offset(of: Position(line: 1, column: 4), in: .utf16) == 5)
  }

  @Test(
    "in a very long line each character has the column that counting from the line's start gives",
    arguments: ColumnUnit.allCases)
  func longLine(unit: ColumnUnit) {
    // Pieces of 11 bytes, so that characters lie across every place from which one could count on.
    let line = String(repeating: "aé🐟\u{FFFD}b", count: 1_000)
    let source = SourceText("x\n" + line + "\ny")
    let (start, end) = (2, 2 + line.utf8.count)
    var (offset, column) = (start, 1)
    for character in line.unicodeScalars {
      let position = Position(line: 2, column: column)
      #expect(source.position(at: offset, in: unit) == position)
      #expect(source.offset(of: position, in: unit) == offset)
      let text = String(character)
      let width = [.utf8: text.utf8.count, .utf16: text.utf16.count][unit] ?? 1
      // Inside a character there is no place: it is the character's beginning.
      for inside in 1..<max(width, 2) where inside < width {
        #expect(source.offset(of: Position(line: 2, column: column + inside), in: unit) == offset)
      }
      offset += text.utf8.count
      column += width
    }
    #expect(source.position(at: end, in: unit) == Position(line: 2, column: column))
    #expect(source.offset(of: Position(line: 2, column: column), in: unit) == end)
    #expect(source.offset(of: Position(line: 2, column: column + 99_999), in: unit) == end)
    #expect(source.position(at: end + 1, in: unit) == Position(line: 3, column: 1))
  }

  @Test("the range of a line is without its break", arguments: [(1, 0, 1), (2, 3, 3), (3, 4, 6)])
  func rangeOfLine(line: Int, start: Int, end: Int) {
    #expect(SourceText("a\r\n\rbc").rangeOfLine(line) == ByteRange(start, end))
  }

  @Test("UTF-16 becomes UTF-8 and leads back", arguments: [true, false])
  func utf16(isLittleEndian: Bool) {
    let text = "é🐟\na"
    var bytes: [UInt8] = isLittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for unit in text.utf16 {
      bytes +=
        isLittleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let source = SourceText(fileBytes: bytes)
    #expect(source.bytes == Array(text.utf8))
    #expect(source.encoding == (isLittleEndian ? .utf16LittleEndian : .utf16BigEndian))
    #expect(source.firstBrokenUnit == nil)
    #expect([0, 2, 6, 7, 8].map { source.fileOffset(of: $0) } == [2, 4, 8, 10, 12])
  }

  @Test(
    "half a surrogate pair or an odd byte is kept as U+FFFD with its place",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8], 1), ([0xFE, 0xFF, 0xDC, 0x00], 0),
      ([0xFF, 0xFE, 0x61, 0x00, 0x62], 1),
    ] as [([UInt8], Int)])
  func brokenUTF16(bytes: [UInt8], start: Int) {
    let source = SourceText(fileBytes: bytes)
    #expect(source.firstBrokenUnit == ByteRange(start, start + 3))
    #expect(source.text(in: ByteRange(start, start + 3)) == "\u{FFFD}")
  }

  @Test("the text of a range is cut at the file's end, and bytes that are no UTF-8 are replaced")
  func text() {
    let source = SourceText(fileBytes: [0x61, 0xFF, 0x62])
    #expect(source.text(in: ByteRange(0, 99)) == "a\u{FFFD}b")
    #expect(source.text(in: ByteRange(50, 99)).isEmpty)
  }

  @Test("equal texts are equal, whether their lines were asked for or not")
  func equality() {
    let (left, right) = (SourceText("a\nb"), SourceText("a\nb"))
    #expect(left.lines.count == 2)
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(left != SourceText("a\nc"))
    #expect(SourceText("\u{FEFF}a") != SourceText("a"))
  }
}
