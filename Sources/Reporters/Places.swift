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

/// Lines, columns and offsets of ranges of many files.
package struct Places {
  private let sources: Sources

  /// Places in these texts.
  package init(_ sources: Sources) {
    self.sources = sources
  }

  /// The text of the file at `path`, when there is one.
  func text(of path: String) -> SourceText? { sources[path] }

  /// Where `range` of the file at `path` begins and ends (exclusive), with columns in `unit`. A file that
  /// could not be read has nothing but its beginning.
  package func bounds(
    of range: ByteRange, in path: String, unit: ColumnUnit = .codePoints
  ) -> (start: Place, end: Place) {
    guard let text = sources[path] else {
      let beginning = Place(line: 1, column: 1, offset: 0)
      return (beginning, beginning)
    }
    return (text.place(at: range.start, unit: unit), text.place(at: range.end, unit: unit))
  }

  /// Where `range` of the file at `path` begins, with its column in code points.
  func start(of range: ByteRange, in path: String) -> Place {
    bounds(of: ByteRange(at: range.start), in: path).start
  }
}

extension SourceText {
  fileprivate func place(at offset: Int, unit: ColumnUnit) -> Place {
    let offset = min(max(offset, contentStart), bytes.count)
    let position = position(at: offset, in: unit)
    return Place(line: position.line, column: position.column, offset: fileOffset(of: offset))
  }

  /// Whether the file is in UTF-8, so that offsets of the text are those of the file.
  var isUTF8: Bool { encoding == .utf8 || encoding == .utf8WithMark }
}
