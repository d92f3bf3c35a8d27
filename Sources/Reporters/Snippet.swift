import SourceText

/// The lines of a source that a finding is about, with carets under its range.
struct Snippet {
  /// One line beside the gutter.
  enum Line {
    /// A line of the source with its number, from 1.
    case source(Int, String)
    /// Carets: how many columns stand before them, and how many there are.
    case carets(indent: Int, count: Int)
    /// Lines of the source that are left out.
    case gap
  }

  /// The lines from top to bottom; the last are carets.
  let lines: [Line]

  /// The largest line number shown.
  let lastNumber: Int

  /// The lines of `range` in `source`: the one line it is on, or its first and its last, each cut to
  /// `columns`.
  init(_ source: SourceText, range: ByteRange, columns: Int) {
    let range = source.withoutSpaceAtEnd(range)
    let first = source.lines.line(at: range.start) + 1
    let last = source.lines.line(at: range.end) + 1
    var lines = Self.lines(first, of: source, range: range, columns: columns)
    if last > first {
      if last > first + 1 { lines.append(.gap) }
      let line = source.rangeOfLine(last)
      let start = line.indices.first { source.bytes[$0] != UInt8(ascii: " ") } ?? line.start
      lines += Self.lines(last, of: source, range: ByteRange(start, range.end), columns: columns)
    }
    self.lines = lines
    lastNumber = last
  }

  private static func lines(
    _ number: Int, of source: SourceText, range: ByteRange, columns: Int
  ) -> [Line] {
    let line = DisplayLine(source, line: source.rangeOfLine(number), range: range, columns: columns)
    return [.source(number, line.text), .carets(indent: line.indent, count: line.carets)]
  }
}

extension SourceText {
  /// `range` without the white space at its end when it goes over several lines: a block of YAML ends where
  /// the next thing begins, which is not what people see as its end.
  fileprivate func withoutSpaceAtEnd(_ range: ByteRange) -> ByteRange {
    let start = min(max(range.start, contentStart), bytes.count)
    var end = min(max(range.end, start), bytes.count)
    guard lines.line(at: start) != lines.line(at: end) else { return ByteRange(start, end) }
    while end > start, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return ByteRange(start, end)
  }
}
