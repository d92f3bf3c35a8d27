/// What a column counts.
package enum ColumnUnit: Sendable, Hashable, CaseIterable {
  /// Bytes of UTF-8.
  case utf8
  /// Unicode code points.
  case codePoints
  /// Code units of UTF-16: a character outside the basic multilingual plane counts two.
  case utf16

  /// How many units the character takes that begins with `byte` in UTF-8; a byte that continues a character
  /// takes none, and one that cannot stand where it does counts as one character.
  func width(ofLeadByte byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .codePoints: byte & 0xC0 == 0x80 ? 0 : 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }
  }
}

/// A place between two characters of a text, as people count it.
package struct Position: Hashable, Sendable, Comparable {
  /// The line, from 1.
  package var line: Int

  /// The column, from 1, in the unit that the position was asked for.
  package var column: Int

  /// A position from a line and a column, both from 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// In the order of the text.
  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
