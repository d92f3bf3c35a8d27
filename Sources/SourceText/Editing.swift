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

extension SourceText {
  /// The bytes of a file that says `text`, which is UTF-8, in this file's encoding and, when this file has one, with
  /// the byte order mark in front.
  package func fileBytes(of text: [UInt8]) -> [UInt8] {
    let isHighByteFirst: Bool
    switch encoding {
    // The mark is among the text's own bytes.
    case .utf8, .utf8WithMark: return text
    case .utf16LittleEndian: isHighByteFirst = false
    case .utf16BigEndian: isHighByteFirst = true
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * text.count + 2)
    for unit in [0xFEFF] + Array(String(decoding: text, as: UTF8.self).utf16) {
      let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
      bytes += isHighByteFirst ? [high, low] : [low, high]
    }
    return bytes
  }
}
