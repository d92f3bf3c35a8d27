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
  /// For each collector, where its rows are, by file.
  var spans: [[Span]]
  var symbols = Symbols()
  private var known = KnownTexts()

  /// The rows of one collector in one file.
  struct Span: Sendable {
    /// The number of the file.
    var file: UInt32
    /// Where the values of the rows begin and end among those of the file.
    let start: UInt32
    let end: UInt32
    /// The nodes of the first and of the last row when they rise from row to row: the highest number for all from there
    /// on. The first is after the last when they do not rise.
    let firstNode: UInt16
    let lastNode: UInt16
  }

  /// A reading of no file, for facts that are taken for `ruleset`.
  package init(for ruleset: Ruleset) { self.init(widths: ruleset.plan.collectors.map(\.width)) }

  init(widths: [Int]) {
    self.widths = widths
    spans = widths.map { _ in [] }
  }

  /// How many files were read.
  package var fileCount: Int { firstMarks.count }
}

// MARK: Reading

extension FactReading {
  /// Reads the rows of the next file.
  mutating func add(_ rows: FactRows) {
    let file = fileCount
    firstMarks.append(marks.count)
    let (bytes, texts) = (rows.bytes, rows.texts)
    known.begin(count: texts.count)
    rows.forEachSection { section in
      var cursor = FactCursor(at: section)
      var nodes = Nodes()
      var column = 0
      for _ in section.values {
        guard let value = cursor.next(in: bytes.span) else { return }
        add(value, texts.span)
        if column == 0 { nodes.add(value.node) }
        column = column + 1 == widths[section.collector] ? 0 : column + 1
      }
      spans[section.collector].append(Span(file: file, section.values, nodes))
    }
  }

  /// Reads the values of the next file before its rows are made of them.
  mutating func add(_ beginnings: [FactRows.Beginning], _ values: [FactValue], texts: [UInt8]) {
    let file = fileCount
    firstMarks.append(marks.count)
    known.begin(count: texts.count)
    for (number, beginning) in beginnings.enumerated() {
      let end = number + 1 < beginnings.count ? beginnings[number + 1].start : values.count
      var nodes = Nodes()
      for row in stride(from: beginning.start, to: end, by: widths[beginning.collector]) {
        nodes.add(values[row].node)
      }
      for index in beginning.start..<end { add(values[index], texts.span) }
      spans[beginning.collector].append(Span(file: file, beginning.start..<end, nodes))
    }
  }

  private mutating func add(_ value: FactValue, _ texts: Swift.Span<UInt8>) {
    marks.append(FactMark(value.kind, value.hasText ? symbol(of: value, texts) : Symbols.none))
  }

  private mutating func symbol(of value: FactValue, _ texts: Swift.Span<UInt8>) -> UInt32 {
    guard value.textCount > 0 else { return symbols.intern(texts.extracting(0..<0)) }
    if let symbol = known.symbol(at: value.textStart) { return symbol }
    let symbol = symbols.intern(texts.extracting(value.textRange))
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

extension FactReading.Span {
  fileprivate init(file: Int, _ values: Range<Int>, _ nodes: FactReading.Nodes) {
    self.init(
      file: UInt32(truncatingIfNeeded: file), start: UInt32(truncatingIfNeeded: values.lowerBound),
      end: UInt32(truncatingIfNeeded: values.upperBound),
      firstNode: nodes.areRising ? UInt16(clamping: nodes.first) : 1,
      lastNode: nodes.areRising ? UInt16(clamping: nodes.last) : 0)
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
