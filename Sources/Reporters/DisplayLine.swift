import SourceText

/// One line of a source as a terminal shows it, with a range of it to point at.
///
/// Only the part that can be seen is decoded, so that a line of 100 MB costs no more than another.
struct DisplayLine {
  /// What is shown: tabs expanded, control characters made visible, `…` where text was cut.
  let text: String

  /// How many columns stand before the range.
  let indent: Int

  /// How many columns the range takes of what is shown; 1 when there is nothing in it to see.
  let carets: Int

  /// Columns from one tab stop to the next.
  private static let tabStop = 4

  /// How many bytes are looked at for each column that can be shown. A column can hold several code points of
  /// up to four bytes each; what has more marks than that on one letter is cut.
  private static let bytesForColumn = 16

  /// The line of `source` with the bytes `line`, as far as it goes into `columns`, with `range` in view. Both
  /// ranges are in bytes of the text; of `range`, only what is in `line` counts.
  init(_ source: SourceText, line: ByteRange, range: ByteRange, columns: Int) {
    let columns = max(columns, 8)
    let start = min(max(range.start, line.start), line.end)
    let end = min(max(range.end, start), line.end)
    let reach = columns * Self.bytesForColumn
    let left = source.characterStart(max(line.start, start - reach), notBefore: line.start)
    let middle = source.characterStart(min(end, start + reach), notBefore: start)
    let right = source.characterStart(min(line.end, end + reach), notBefore: end)

    // What cannot be seen costs nothing more: every character takes a column or is hardly ever there.
    let textBefore = source.text(in: ByteRange(left, start))
    let textShown = source.text(in: ByteRange(start, middle))
    let textAfter = source.text(in: ByteRange(end, right))
    let (seenBefore, seenShown) = (textBefore.suffix(columns), textShown.prefix(columns))
    let seenAfter = textAfter.prefix(columns)
    let isCutBefore = left > line.start || seenBefore.startIndex > textBefore.startIndex
    let isCutWithin = middle < end || seenShown.endIndex < textShown.endIndex
    let isCutAfter = right < line.end || seenAfter.endIndex < textAfter.endIndex

    var cells = Cells(tabStop: Self.tabStop)
    var before = cells.add(seenBefore)
    var shown = cells.add(seenShown)
    var after = cells.add(seenAfter)

    let isCut = isCutBefore || isCutWithin || isCutAfter
    if isCut || before.columns + shown.columns + after.columns > columns {
      shown.keepFirst(columns - 2, isCut: isCutWithin)
      let spare = columns - shown.columns
      let forAfter = min(after.columns, max(spare - before.columns, spare / 3))
      before.keepLast(spare - forAfter, isCut: isCutBefore)
      after.keepFirst(spare - before.columns, isCut: isCutAfter)
    }
    text = before.text + shown.text + after.text
    indent = before.columns
    carets = max(shown.columns, 1)
  }
}

/// Makes cells of text, with tab stops counted from the first.
private struct Cells {
  let tabStop: Int
  private var column = 0

  init(tabStop: Int) {
    self.tabStop = tabStop
  }

  mutating func add(_ text: Substring) -> CellRun {
    var run = CellRun()
    for character in Visible.text(text, keepingTabs: true) {
      let isTab = character == "\t"
      let width = isTab ? tabStop - column % tabStop : DisplayWidth.of(character)
      run.append(isTab ? String(repeating: " ", count: width) : String(character), columns: width)
      column += width
    }
    return run
  }
}

/// Some text with the columns that each of its characters takes.
private struct CellRun {
  private var cells: [(text: String, columns: Int)] = []
  private(set) var columns = 0

  var text: String { cells.reduce(into: "") { $0 += $1.text } }

  mutating func append(_ text: String, columns: Int) {
    cells.append((text, columns))
    self.columns += columns
  }

  /// Cuts the end so that at most `limit` columns are left; `isCut` tells that text is missing there already.
  mutating func keepFirst(_ limit: Int, isCut: Bool) {
    guard isCut || columns > limit else { return }
    while columns > max(limit - 1, 0), let last = cells.popLast() { columns -= last.columns }
    if limit > 0 { append("…", columns: 1) }
  }

  /// Cuts the beginning so that at most `limit` columns are left; `isCut` tells that text is missing there
  /// already.
  mutating func keepLast(_ limit: Int, isCut: Bool) {
    cells.reverse()
    keepFirst(limit, isCut: isCut)
    cells.reverse()
  }
}

extension SourceText {
  /// The first byte of the character that the byte at `offset` is part of, unless that is before `first`.
  fileprivate func characterStart(_ offset: Int, notBefore first: Int) -> Int {
    var start = offset
    while start > first, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
