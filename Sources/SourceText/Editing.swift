extension SourceText {
  /// The text after some edits.
  package struct Edited: Sendable, Hashable {
    /// The text in UTF-8.
    package let bytes: [UInt8]
    /// The edits that were applied, in the order of the text.
    package let applied: [TextEdit]
  }

  /// The text with `edits` applied. Of edits that overlap, the first in the order of the text wins, of two that
  /// begin at one place the longer, then the one whose text is first; what is put in there goes before both. An edit that is there twice is applied once. Edits outside
  /// the text are left out.
  package func applying(_ edits: [TextEdit]) -> Edited {
    let sorted = edits.sorted { left, right in
      if left.range.start != right.range.start { return left.range.start < right.range.start }
      if left.range.isEmpty != right.range.isEmpty { return left.range.isEmpty }
      if left.range.end != right.range.end { return left.range.end > right.range.end }
      return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
    var applied: [TextEdit] = []
    for edit in sorted where edit.range.end <= bytes.count {
      if let last = applied.last,
        last.range.overlaps(edit.range) || edit.range.start < last.range.end
      {
        continue
      }
      applied.append(edit)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for edit in applied {
      result.append(contentsOf: bytes[position..<edit.range.start])
      result.append(contentsOf: edit.text.utf8)
      position = edit.range.end
    }
    result.append(contentsOf: bytes[position...])
    return Edited(bytes: result, applied: applied)
  }
}
