import SourceText

// Places of the protocol: lines and columns from 0, columns in the unit that client and server have agreed on. All
// counting is done by `SourceText`. (LSP 3.17, Position and Range.)

extension SourceText {
  /// The place of the byte at `offset`, as the protocol has it.
  func json(at offset: Int, in unit: ColumnUnit) -> JSON {
    let position = position(at: offset, in: unit)
    return ["line": .int(position.line - 1), "character": .int(position.column - 1)]
  }

  /// The bytes of `range`, as the protocol has them.
  func json(of range: ByteRange, in unit: ColumnUnit) -> JSON {
    ["start": json(at: range.start, in: unit), "end": json(at: range.end, in: unit)]
  }

  /// The offset of the byte that a place of the protocol means. One outside the text is moved into it, as the
  /// protocol wants.
  func offset(of json: JSON?, in unit: ColumnUnit) throws(ResponseError) -> Int {
    guard let line = json?["line"]?.int, let character = json?["character"]?.int else {
      throw ResponseError(
        code: .invalidParams, message: "a position has a line and a character, both numbers")
    }
    guard line >= 0 else { return contentStart }
    let most = Int(Int32.max)
    return offset(of: Position(line: min(line, most) + 1, column: max(min(character, most), 0) + 1), in: unit)
  }

  /// The bytes that a range of the protocol means. One whose end is before its start is turned round.
  func range(of json: JSON?, in unit: ColumnUnit) throws(ResponseError) -> ByteRange {
    let start = try offset(of: json?["start"], in: unit)
    let end = try offset(of: json?["end"], in: unit)
    return ByteRange(min(start, end), max(start, end))
  }
}

extension ColumnUnit {
  /// The units there are, by the names of the protocol. (LSP 3.17, PositionEncodingKind.)
  static let names: [(name: String, unit: ColumnUnit)] = [
    ("utf-8", .utf8), ("utf-16", .utf16), ("utf-32", .codePoints),
  ]
}
