import SourceText
import YAML

// What a join asks a store for.

extension FactStore {
  /// Calls `body` with each row of a collector, by file and in the order of the query.
  ///
  /// - Parameter path: the only file whose rows are wanted; nothing for all.
  @inline(__always)
  func forEachRow(of collector: Int, in path: String? = nil, _ body: (Row) -> Void) {
    guard let path else { return reading.forEachPart(of: collector) { forEachRow(in: $0, $1, body) } }
    let place = position(of: path)
    guard place < files.count, files[place].path == path, let part = reading.part(of: collector, in: place)
    else { return }
    forEachRow(in: UInt32(truncatingIfNeeded: place), part, body)
  }

  @inline(__always)
  private func forEachRow(in file: UInt32, _ part: FactShapes.Part, _ body: (Row) -> Void) {
    let width = UInt32(truncatingIfNeeded: reading.widths[Int(part.collector)])
    var start = part.start
    while start < part.end {
      body(Row(file: file, start: start))
      start += width
    }
  }

  /// Whether a collector has rows in some file.
  func hasRows(of collector: Int) -> Bool { !reading.files[collector].isEmpty }

  /// Whether some row of a collector has a value at `index`.
  func hasValue(_ index: Int, of collector: Int) -> Bool {
    reading.contains(collector) { file, part in
      let first = reading.firstMarks[Int(file)]
      return stride(from: Int(part.start) + index, to: Int(part.end), by: reading.widths[collector])
        .contains { reading.marks[first + $0].kind != .absent }
    }
  }

  /// The symbols of the scalars with a text that some collectors select, each once.
  ///
  /// - Parameter path: the only file that is looked at; nothing for all.
  func symbols(of collectors: [Int], in path: String? = nil) -> [UInt32] {
    var isSeen = [Bool](repeating: false, count: symbolCount)
    var seen: [UInt32] = []
    for collector in collectors {
      forEachRow(of: collector, in: path) { row in
        let symbol = symbol(0, of: row)
        // The same text may also be that of a value that is none, such as a list.
        guard symbol < isSeen.count, !isSeen[Int(symbol)], kind(0, of: row).isScalarText else { return }
        isSeen[Int(symbol)] = true
        seen.append(symbol)
      }
    }
    return seen
  }

  /// The rows of a collector in the file at `path`, in the order of the query.
  func rows(of collector: Int, in path: String) -> [Row] {
    var rows: [Row] = []
    forEachRow(of: collector, in: path) { rows.append($0) }
    return rows
  }

  /// Whether `body` holds for a row of a collector in another file than the one at `path`.
  func containsRow(of collector: Int, notIn path: String, where body: (Row) -> Bool) -> Bool {
    let (width, place) = (UInt32(truncatingIfNeeded: reading.widths[collector]), position(of: path))
    return reading.contains(collector) { file, part in
      guard file != place else { return false }
      var start = part.start
      while start < part.end {
        if body(Row(file: file, start: start)) { return true }
        start += width
      }
      return false
    }
  }

  /// The rows of one collector in one file.
  private typealias FilePart = (file: UInt32, part: FactShapes.Part)

  /// The rows of some collectors, by file and place in it, each node once.
  ///
  /// - Parameter path: the only file whose rows are wanted; nothing for all.
  func rows(of collectors: [Int], in path: String? = nil) -> [Row] {
    var parts: [FilePart] = []
    if let path {
      let place = position(of: path)
      guard place < files.count, files[place].path == path else { return [] }
      for collector in collectors {
        if let part = reading.part(of: collector, in: place) {
          parts.append((UInt32(truncatingIfNeeded: place), part))
        }
      }
    } else {
      for collector in collectors { reading.forEachPart(of: collector) { parts.append(($0, $1)) } }
    }
    if collectors.count > 1 {
      parts.sort { ($0.file, $0.part.firstNode) < ($1.file, $1.part.firstNode) }
    }
    var rows: [Row] = []
    rows.reserveCapacity(
      parts.reduce(0) { $0 + Int($1.part.end - $1.part.start) / reading.widths[Int($1.part.collector)] })
    var index = 0
    while index < parts.count {
      let first = index
      // Whether each part is in order, and begins after the one before it ends.
      var isOrdered = true
      while index < parts.count, parts[index].file == parts[first].file {
        let part = parts[index].part
        if !part.isRising || index > first && part.firstNode <= parts[index - 1].part.lastNode {
          isOrdered = false
        }
        index += 1
      }
      if isOrdered {
        for (file, part) in parts[first..<index] { forEachRow(in: file, part) { rows.append($0) } }
      } else {
        rows += ordered(parts[first..<index])
      }
    }
    return rows
  }

  /// The rows of some parts of one file by place, each node once.
  private func ordered(_ parts: ArraySlice<FilePart>) -> [Row] {
    var rows: [(node: UInt32, row: Row)] = []
    for (file, part) in parts {
      let written = files[Int(file)].rows
      guard let section = written.section(of: Int(part.collector)) else { continue }
      var cursor = FactCursor(at: section)
      let bytes = written.bytes
      forEachRow(in: file, part) { row in
        let node = cursor.next(in: bytes.span)?.node ?? 0
        for _ in 1..<reading.widths[section.collector] { _ = cursor.next(in: bytes.span) }
        rows.append((node, row))
      }
    }
    rows.sort { $0.node < $1.node }
    var last: UInt32?
    rows.removeAll { row in
      defer { last = row.node }
      return row.node == last
    }
    return rows.map(\.row)
  }

  /// What a join asks of the value at `index` of a row; the node itself is at 0.
  func mark(_ index: Int, of row: Row) -> FactMark {
    reading.marks[reading.firstMarks[Int(row.file)] + Int(row.start) + index]
  }

  /// What the value at `index` of a row is.
  func kind(_ index: Int, of row: Row) -> FactValue.Kind { mark(index, of: row).kind }

  /// The symbol of the value at `index` of a row; `Symbols.none` when it has no text.
  func symbol(_ index: Int, of row: Row) -> UInt32 { mark(index, of: row).symbol }

  /// The value at `index` of a row, as it is written: much slower to ask for than its kind and its symbol.
  func value(_ index: Int, of row: Row) -> FactValue {
    let file = files[Int(row.file)]
    return places.value(Int(row.start) + index, of: file.rows, at: file.path)
  }

  /// The text of the value at `index` of a row; empty when it has none.
  func text(_ index: Int, of row: Row) -> String {
    reading.symbols.text(of: symbol(index, of: row))
  }

  /// The text of a symbol.
  func text(of symbol: UInt32) -> String {
    reading.symbols.text(of: symbol)
  }

  /// The symbol of `text`, when some fact has it.
  func symbol(of text: String) -> UInt32? {
    let bytes = Array(text.utf8)
    return reading.symbols.symbol(of: bytes.span)
  }

  /// The file of a row.
  func path(of row: Row) -> String {
    files[Int(row.file)].path
  }

  /// Where the value at `index` of a row stands.
  func place(_ index: Int, of row: Row) -> Place {
    let value = value(index, of: row)
    return Place(path: path(of: row), node: value.nodeID, range: value.range)
  }
}

/// A node of a file, with its bytes.
struct Place: Hashable, Sendable {
  let path: String
  let node: NodeID
  let range: ByteRange
}

extension Place: Comparable {
  static func < (left: Place, right: Place) -> Bool {
    left.path == right.path
      ? left.range < right.range : left.path.precedesInBytes(right.path)
  }
}

extension String {
  /// Whether the bytes in UTF-8 are before those of `other`: the order of paths.
  func precedesInBytes(_ other: String) -> Bool {
    utf8Span.span.order(other.utf8Span.span) < 0
  }
}
