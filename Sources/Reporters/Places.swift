package import Findings
package import SourceText

/// A place in a file as a report tells it.
package struct Place: Hashable {
  /// The line, from 1.
  package var line: Int
  /// The column, from 1, in the unit that was asked for.
  package var column: Int
  /// The offset in the file, in bytes from 0.
  package var offset: Int
}

/// Lines, columns and offsets for many ranges of many files.
///
/// `SourceText` counts the characters of a line anew for each position, and of the whole text for an offset
/// in a file in UTF-16. That is quick for lines that people write and slow for a report with 100,000 findings
/// in one line of a generated file, so texts with long lines and those in UTF-16 get an index here.
package struct Places {
  private let sources: Sources
  private var counts: [String: CharacterCounts] = [:]

  /// A line up to which counting its characters is quicker than an index, in bytes.
  private static let shortLine = 2048

  /// Places in these texts.
  package init(_ sources: Sources) {
    self.sources = sources
  }

  /// The text of the file at `path`, when there is one.
  func text(of path: String) -> SourceText? { sources[path] }

  /// Where `range` of the file at `path` begins and ends (exclusive), with columns in `unit`. A file that
  /// could not be read has nothing but its beginning.
  package mutating func bounds(
    of range: ByteRange, in path: String, unit: ColumnUnit = .codePoints
  ) -> (start: Place, end: Place) {
    guard let text = sources[path] else {
      let beginning = Place(line: 1, column: 1, offset: 0)
      return (beginning, beginning)
    }
    return (
      place(at: range.start, in: text, path: path, unit: unit),
      place(at: range.end, in: text, path: path, unit: unit)
    )
  }

  /// Where `range` of the file at `path` begins, with its column in code points.
  mutating func start(of range: ByteRange, in path: String) -> Place {
    bounds(of: ByteRange(at: range.start), in: path).start
  }

  private mutating func place(at offset: Int, in text: SourceText, path: String, unit: ColumnUnit) -> Place {
    let offset = min(max(offset, text.contentStart), text.bytes.count)
    let line = text.lines.line(at: offset)
    let start = max(text.lines.start(ofLine: line), text.contentStart)
    let isUTF8 = text.isUTF8
    if isUTF8, unit == .utf8 || offset - start <= Self.shortLine {
      return Place(line: line + 1, column: text.position(at: offset, in: unit).column, offset: offset)
    }
    let counts = characterCounts(of: text, at: path)
    let before = counts.before(offset, in: text.bytes)
    let beforeLine = counts.before(start, in: text.bytes)
    let column =
      switch unit {
      case .utf8: offset - start
      case .codePoints: before.codePoints - beforeLine.codePoints
      case .utf16: before.utf16Units - beforeLine.utf16Units
      }
    // A file in UTF-16 begins with a byte order mark of two bytes.
    return Place(line: line + 1, column: column + 1, offset: isUTF8 ? offset : 2 + 2 * before.utf16Units)
  }

  private mutating func characterCounts(of text: SourceText, at path: String) -> CharacterCounts {
    if let known = counts[path] { return known }
    let new = CharacterCounts(text.bytes)
    counts[path] = new
    return new
  }
}

extension SourceText {
  /// Whether the file is in UTF-8, so that offsets of the text are those of the file.
  var isUTF8: Bool { encoding == .utf8 || encoding == .utf8WithMark }
}

/// How many characters stand before each of many bytes, so that no count begins at the text's first byte.
private struct CharacterCounts {
  /// Counts before one byte.
  struct Count {
    var codePoints = 0
    var utf16Units = 0

    mutating func add(_ byte: UInt8) {
      guard byte & 0xC0 != 0x80 else { return }
      codePoints += 1
      utf16Units += byte >= 0xF0 ? 2 : 1
    }
  }

  private static let step = 512
  private var marks: [Count] = []

  init(_ bytes: [UInt8]) {
    marks.reserveCapacity(bytes.count / Self.step + 1)
    var count = Count()
    let span = bytes.span
    for index in 0..<span.count {
      if index % Self.step == 0 { marks.append(count) }
      count.add(span[index])
    }
    if span.count % Self.step == 0 { marks.append(count) }
  }

  /// What stands before the byte at `offset`, which is at most the number of bytes.
  func before(_ offset: Int, in bytes: [UInt8]) -> Count {
    let mark = offset / Self.step
    var count = marks[mark]
    let span = bytes.span
    for index in mark * Self.step..<offset {
      count.add(span[index])
    }
    return count
  }
}
