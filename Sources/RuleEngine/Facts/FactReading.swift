/// The rows of some files, read so that they can be joined: for each value a mark, for each collector where its rows are.
/// Each of those who check files reads the rows of its own, and `init(merging:)` puts readings together.
package struct FactReading: Sendable {
  /// The values of a row of each collector.
  let widths: [Int]
  /// What a join asks of each value, those of a file together.
  var marks: [FactMark] = []
  /// How many marks are of rows that were replaced.
  var oldMarks = 0
  /// For each file, where its marks begin.
  var firstMarks: [Int] = []
  /// For each file, where its rows are among its values.
  var shapeNumbers: [UInt32] = []
  var shapes = FactShapes()
  /// For each collector, the files that have rows of it, rising. Only of what is put together: who reads does not ask.
  var files: [[UInt32]] = []
  var symbols = Symbols()
  private var known = KnownTexts()
  /// The shape of the file that is read.
  private var parts: [FactShapes.Part] = []

  /// A reading of no file, for facts that are taken for `ruleset`.
  package init(for ruleset: Ruleset) { self.init(widths: ruleset.plan.collectors.map(\.width)) }

  init(widths: [Int]) { self.widths = widths }

  /// How many files were read.
  package var fileCount: Int { firstMarks.count }
}

// MARK: Reading

extension FactReading {
  /// Reads the rows of the next file.
  mutating func add(_ rows: FactRows) {
    firstMarks.append(marks.count)
    shapeNumbers.append(read(rows))
  }

  /// Reads the rows of the next file, the values of which are known as they were before they were written.
  mutating func add(_ rows: FactRows, _ beginnings: [FactRows.Beginning], _ values: [FactValue]) {
    firstMarks.append(marks.count)
    let (bytes, texts) = begin(rows)
    for (number, beginning) in beginnings.enumerated() {
      let end = number + 1 < beginnings.count ? beginnings[number + 1].start : values.count
      var nodes = Nodes()
      for row in stride(from: beginning.start, to: end, by: widths[beginning.collector]) {
        nodes.add(values[row].node)
      }
      for index in beginning.start..<end { add(values[index], bytes, texts) }
      parts.append(FactShapes.Part(beginning.collector, beginning.start..<end, nodes))
    }
    shapeNumbers.append(shapes.intern(parts))
  }

  /// Reads the rows of a file; the number of its shape.
  mutating func read(_ rows: FactRows) -> UInt32 {
    let (bytes, texts) = begin(rows)
    rows.forEachSection { section in
      var cursor = FactCursor(at: section)
      var nodes = Nodes()
      var column = 0
      for _ in section.values {
        guard let value = cursor.next(in: bytes.span) else { return }
        add(value, bytes, texts)
        if column == 0 { nodes.add(value.node) }
        column = column + 1 == widths[section.collector] ? 0 : column + 1
      }
      parts.append(FactShapes.Part(section.collector, section.values, nodes))
    }
    return shapes.intern(parts)
  }

  /// Begins another file.
  ///
  /// - Returns: the bytes of its rows, and where the texts of its values begin among them.
  private mutating func begin(_ rows: FactRows) -> (bytes: [UInt8], texts: Int) {
    let texts = rows.texts.indices
    symbols.begin(rows.bytes)
    known.begin(count: texts.count)
    parts.removeAll(keepingCapacity: true)
    return (rows.bytes, texts.lowerBound)
  }

  private mutating func add(_ value: FactValue, _ rows: [UInt8], _ texts: Int) {
    marks.append(FactMark(value.kind, value.hasText ? symbol(of: value, rows, texts) : Symbols.none))
  }

  private mutating func symbol(of value: FactValue, _ rows: [UInt8], _ texts: Int) -> UInt32 {
    let start = texts + Int(value.textStart)
    let text = rows.span.extracting(start..<start + Int(value.textCount))
    guard !text.isEmpty else { return symbols.intern(text, at: start) }
    if let symbol = known.symbol(at: value.textStart) { return symbol }
    let symbol = symbols.intern(text, at: start)
    known.add(symbol, at: value.textStart)
    return symbol
  }

  /// The nodes of the rows of a section: whether they rise, and from where to where.
  fileprivate struct Nodes {
    var first = UInt32.max
    var last: UInt32 = 0
    var areRising = true

    mutating func add(_ node: UInt32) {
      if first == .max {
        first = node
      } else if node <= last {
        areRising = false
      }
      last = node
    }
  }
}

extension FactShapes.Part {
  fileprivate init(_ collector: Int, _ values: Range<Int>, _ nodes: FactReading.Nodes) {
    self.init(
      collector: UInt16(truncatingIfNeeded: collector),
      firstNode: nodes.areRising ? UInt16(clamping: nodes.first) : 1,
      lastNode: nodes.areRising ? UInt16(clamping: nodes.last) : 0,
      start: UInt32(truncatingIfNeeded: values.lowerBound),
      end: UInt32(truncatingIfNeeded: values.upperBound))
  }
}

/// What a join asks of a value again and again: its kind and the symbol of its text. 4 bytes. Values that are one as JSON
/// have one mark.
struct FactMark: Sendable, Hashable {
  let bits: UInt32

  init(_ kind: FactValue.Kind, _ symbol: UInt32) {
    bits = symbol << 3 | UInt32(kind.rawValue)
  }

  var kind: FactValue.Kind { FactValue.Kind(rawValue: UInt8(truncatingIfNeeded: bits & 7)) ?? .absent }

  /// `Symbols.none` when it has no text.
  var symbol: UInt32 { bits >> 3 }
}

/// The texts of one file whose symbols are known: values may share one.
private struct KnownTexts {
  /// By where a text begins: the file's number and the symbol. What has another file's number counts as not there, so
  /// that nothing is cleared.
  private var entries: [UInt64] = []
  private var file: UInt64 = 0

  /// For how many bytes room is kept from one file to the next at most.
  private static let mostKept = 1 << 20

  /// Begins another file, with so many bytes of texts.
  mutating func begin(count: Int) {
    file += 1
    if entries.count > Self.mostKept, count < Self.mostKept { entries = [] }
    if entries.count < count { entries += repeatElement(0, count: count - entries.count) }
  }

  /// The symbol of the text that begins at `start`.
  func symbol(at start: UInt32) -> UInt32? {
    let entry = entries[Int(start)]
    return entry >> 32 == file ? UInt32(truncatingIfNeeded: entry) : nil
  }

  mutating func add(_ symbol: UInt32, at start: UInt32) {
    entries[Int(start)] = file << 32 | UInt64(symbol)
  }
}
