import Synchronization

// The rows of a large file are put together of those of its pieces when somebody asks for them: a join does only when it has
// something to say. Nearly all of them are copied as they are written: steps between values of a piece are the same in the file.

/// The rows of a file that was checked in pieces.
final class UnitedRows: Sendable {
  private enum Content {
    case pieces([FactRows.Piece])
    case bytes([UInt8])
  }

  private let content: Mutex<Content>

  /// - Parameter pieces: the rows of all pieces, in order.
  init(_ pieces: [FactRows.Piece]) { content = Mutex(.pieces(pieces)) }

  /// What is written.
  var bytes: [UInt8] {
    content.withLock { content in
      switch content {
      case .bytes(let bytes): return bytes
      case .pieces(let pieces):
        let bytes = FactRows.united(pieces)
        content = .bytes(bytes)
        return bytes
      }
    }
  }
}

extension FactRows {
  /// The rows of a piece of a file.
  struct Piece {
    let rows: FactRows
    /// How many nodes of the file are in the pieces before it.
    let nodesBefore: Int
  }

  /// The rows of a file out of those of its pieces, in order, as bytes.
  fileprivate static func united(_ pieces: [Piece]) -> [UInt8] {
    let textCount = pieces.reduce(0) { $0 + $1.rows.texts.count }
    var writer = ByteWriter()
    writer.bytes.reserveCapacity(pieces.reduce(mostBytesOfNumber) { $0 + $1.rows.bytes.count })
    writer.append(textCount)
    var parts: [Part] = []
    var textsBefore = 0
    for (number, piece) in pieces.enumerated() {
      let shift = FactSteps(
        node: UInt32(truncatingIfNeeded: piece.nodesBefore), start: 0,
        text: UInt32(truncatingIfNeeded: textsBefore))
      piece.rows.forEachSection {
        parts.append(Part(piece: number, rows: piece.rows, section: $0, shift: shift))
      }
      textsBefore += piece.rows.texts.count
      writer.bytes += piece.rows.texts
    }
    guard !parts.isEmpty else { return [] }
    parts.sort { ($0.section.collector, $0.piece) < ($1.section.collector, $1.piece) }
    var values: [UInt8] = []
    values.reserveCapacity(pieces.reduce(0) { $0 + $1.rows.bytes.count } - textCount)
    var table = ByteWriter()
    var (next, last, sections) = (0, -1, 0)
    while next < parts.count {
      let (collector, start) = (parts[next].section.collector, values.count)
      var count = 0
      while next < parts.count, parts[next].section.collector == collector {
        parts[next].append(to: &values)
        count += parts[next].section.values.count
        next += 1
      }
      table.append(collector - last)
      table.append(count)
      table.append(values.count - start)
      (last, sections) = (collector, sections + 1)
    }
    writer.append(values)
    writer.append(sections)
    writer.bytes += table.bytes
    return writer.bytes
  }

  /// A section of a piece.
  private struct Part {
    let piece: Int
    let rows: FactRows
    let section: Section
    /// How many nodes and bytes of texts of the file are before those of the piece.
    let shift: FactSteps

    /// Writes the values up to the first that has a node and the first that has a text, from which on nothing is another
    /// number in the file, and copies the others.
    func append(to values: inout [UInt8]) {
      var cursor = FactCursor(at: section)
      var steps = FactSteps()
      var memory = [UInt8](repeating: 0, count: FactRows.mostBytesOfValue)
      var (hasNode, hasText, left) = (false, false, section.values.count)
      while left > 0, !(hasNode && hasText) {
        guard var value = cursor.next(in: rows.bytes.span) else { return }
        left -= 1
        var end = 0
        if value.kind != .absent {
          value.node &+= shift.node
          if value.hasText { value.textStart &+= shift.text }
        }
        var written = memory.mutableSpan
        written.put(value, steps: &steps, at: &end)
        if value.kind != .absent, !hasNode { written[0] |= FactHead.isAnew }
        hasNode = hasNode || value.kind != .absent
        hasText = hasText || value.hasText
        values += memory[..<end]
      }
      values += rows.bytes[cursor.position..<section.end]
    }
  }
}
