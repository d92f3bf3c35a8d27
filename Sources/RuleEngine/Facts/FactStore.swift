import SourceText
import YAML

/// The facts of all files of a set, ready to be joined. One file's facts can be replaced without a look at the
/// others.
package struct FactStore: Sendable {
  /// The files, by path.
  package private(set) var files: [FileFacts] = []

  private let widths: [Int]
  /// For each file, its values; apart from the rest of its facts, so that looking at one costs no copy of them.
  private var valuesOfFiles: [[FactValue]] = []
  /// For each file, the symbol of each of its values.
  private var symbolsOfFiles: [[UInt32]] = []
  /// For each collector, where its rows are.
  private var spans: [[Span]]
  private var symbols = Symbols()

  /// A row of facts.
  struct Row: Hashable, Sendable {
    /// The file's place in `FactStore.files`.
    let file: UInt32
    /// Where the row's values begin among the file's.
    let start: UInt32
  }

  /// The rows of one collector in one file.
  private struct Span: Sendable {
    let file: UInt32
    let start: UInt32
    let end: UInt32
  }

  /// A store for facts that were taken for `ruleset`, in any order.
  package init(_ facts: [FileFacts], for ruleset: Ruleset) {
    widths = ruleset.plan.collectors.map(\.width)
    files = facts
    // Most often they come in order, and a comparison is much less than a sort.
    if !zip(facts, facts.dropFirst()).allSatisfy({ $0.path.precedesInBytes($1.path) }) {
      files.sort { $0.path.precedesInBytes($1.path) }
    }
    symbolsOfFiles.reserveCapacity(files.count)
    var known = KnownTexts()
    for file in files { symbolsOfFiles.append(symbols.numbers(of: file, &known)) }
    valuesOfFiles = files.map(\.values)
    spans = []
    findSpans()
  }

  private mutating func findSpans() {
    spans = widths.map { _ in [] }
    for file in files.indices {
      let sections = files[file].sections
      for (number, section) in sections.enumerated() {
        let end =
          number + 1 < sections.count
          ? sections[number + 1].start : UInt32(truncatingIfNeeded: valuesOfFiles[file].count)
        spans[Int(section.collector)].append(
          Span(file: UInt32(truncatingIfNeeded: file), start: section.start, end: end))
      }
    }
  }

  /// How many symbols there are: all are smaller.
  var symbolCount: Int { symbols.count }
}

// MARK: Changes

extension FactStore {
  /// Puts the facts of one file in, in place of what was known of it before.
  package mutating func replace(with facts: FileFacts) {
    let place = position(of: facts.path)
    var known = KnownTexts()
    let numbers = symbols.numbers(of: facts, &known)
    guard place < files.count, files[place].path == facts.path else {
      files.insert(facts, at: place)
      valuesOfFiles.insert(facts.values, at: place)
      symbolsOfFiles.insert(numbers, at: place)
      return findSpans()
    }
    let collectors = (files[place].sections + facts.sections).map { Int($0.collector) }
    files[place] = facts
    valuesOfFiles[place] = facts.values
    symbolsOfFiles[place] = numbers
    for collector in Set(collectors) { findSpan(of: collector, in: place) }
  }

  /// Corrects where the rows of one collector are in one file.
  private mutating func findSpan(of collector: Int, in file: Int) {
    var low = 0
    var high = spans[collector].count
    while low < high {
      let middle = (low + high) / 2
      if Int(spans[collector][middle].file) < file { low = middle + 1 } else { high = middle }
    }
    let values = files[file].values(of: collector)
    let isThere = low < spans[collector].count && Int(spans[collector][low].file) == file
    let span = Span(
      file: UInt32(truncatingIfNeeded: file), start: UInt32(truncatingIfNeeded: values.lowerBound),
      end: UInt32(truncatingIfNeeded: values.upperBound))
    switch (isThere, values.isEmpty) {
    case (true, false): spans[collector][low] = span
    case (true, true): spans[collector].remove(at: low)
    case (false, false): spans[collector].insert(span, at: low)
    case (false, true): break
    }
  }

  /// Takes the file at `path` out, when it is there.
  package mutating func remove(_ path: String) {
    let place = position(of: path)
    guard place < files.count, files[place].path == path else { return }
    files.remove(at: place)
    valuesOfFiles.remove(at: place)
    symbolsOfFiles.remove(at: place)
    findSpans()
  }

  /// The facts of the file at `path`.
  package func facts(of path: String) -> FileFacts? {
    let place = position(of: path)
    return place < files.count && files[place].path == path ? files[place] : nil
  }

  /// The place of the first file whose path is not before `path`.
  private func position(of path: String) -> Int {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path.precedesInBytes(path) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

extension Symbols {
  /// The symbol of each value of a file.
  ///
  /// - Parameter known: what only gives the memory, for one file after the other.
  fileprivate mutating func numbers(of file: FileFacts, _ known: inout KnownTexts) -> [UInt32] {
    let (values, bytes) = (file.values, file.text)
    let text = bytes.span
    var numbers: [UInt32] = []
    numbers.reserveCapacity(values.count)
    known.begin(count: text.count)
    for value in values {
      guard value.hasText else {
        numbers.append(Symbols.none)
        continue
      }
      guard value.textCount > 0 else {
        numbers.append(intern(text.extracting(value.textRange)))
        continue
      }
      if let symbol = known.symbol(at: value.textStart) {
        numbers.append(symbol)
      } else {
        let symbol = intern(text.extracting(value.textRange))
        known.add(symbol, at: value.textStart)
        numbers.append(symbol)
      }
    }
    return numbers
  }
}

/// The texts of one file whose symbols are known: values may share one.
private struct KnownTexts {
  /// By where a text begins: the file's number and the symbol. What has another file's number counts as not there, so
  /// that nothing is cleared.
  private var entries: [UInt64] = []
  private var file: UInt64 = 0

  /// Begins another file, with so many bytes of texts.
  mutating func begin(count: Int) {
    file += 1
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

// MARK: Rows

extension FactStore {
  /// Calls `body` with each row of a collector, by file and in the order of the query.
  func forEachRow(of collector: Int, _ body: (Row) -> Void) {
    let width = UInt32(truncatingIfNeeded: widths[collector])
    for span in spans[collector] {
      var start = span.start
      while start < span.end {
        body(Row(file: span.file, start: start))
        start += width
      }
    }
  }

  /// The symbols of the scalars with a text that some collectors select, each once.
  func symbols(of collectors: [Int]) -> [UInt32] {
    var isSeen = [Bool](repeating: false, count: symbolCount)
    var seen: [UInt32] = []
    for collector in collectors {
      forEachRow(of: collector) { row in
        let symbol = symbol(0, of: row)
        // The same text may also be that of a value that is none, such as a list.
        guard symbol < isSeen.count, !isSeen[Int(symbol)], value(0, of: row).isScalarText else { return }
        isSeen[Int(symbol)] = true
        seen.append(symbol)
      }
    }
    return seen
  }

  /// The rows of a collector in the file at `path`, in the order of the query.
  func rows(of collector: Int, in path: String) -> [Row] {
    let place = position(of: path)
    guard place < files.count, files[place].path == path else { return [] }
    let values = files[place].values(of: collector)
    return stride(from: values.lowerBound, to: values.upperBound, by: widths[collector]).map {
      Row(file: UInt32(truncatingIfNeeded: place), start: UInt32(truncatingIfNeeded: $0))
    }
  }

  /// How many rows a collector has.
  private func count(of collector: Int) -> Int {
    spans[collector].reduce(0) { $0 + Int($1.end - $1.start) } / widths[collector]
  }

  /// Whether `body` holds for a row of a collector in another file than the one at `path`.
  func containsRow(of collector: Int, notIn path: String, where body: (Row) -> Bool) -> Bool {
    let (width, place) = (UInt32(truncatingIfNeeded: widths[collector]), position(of: path))
    for span in spans[collector] where Int(span.file) != place {
      var start = span.start
      while start < span.end {
        if body(Row(file: span.file, start: start)) { return true }
        start += width
      }
    }
    return false
  }

  /// The rows of some collectors, by file and place in it, each node once.
  ///
  /// - Parameter path: the only file whose rows are wanted; nothing for all.
  func rows(of collectors: [Int], in path: String? = nil) -> [Row] {
    var rows: [Row] = []
    var isSorted = true
    func add(_ row: Row) {
      if isSorted, let last = rows.last, last.file >= row.file, !isBefore(last, row) { isSorted = false }
      rows.append(row)
    }
    if let path {
      for collector in collectors { self.rows(of: collector, in: path).forEach(add) }
    } else {
      rows.reserveCapacity(collectors.reduce(0) { $0 + count(of: $1) })
      for collector in collectors { forEachRow(of: collector, add) }
    }
    guard !isSorted else { return rows }
    rows.sort { isBefore($0, $1) }
    var last: Row?
    rows.removeAll { row in
      defer { last = row }
      return last.map { $0.file == row.file && value(0, of: $0).node == value(0, of: row).node }
        ?? false
    }
    return rows
  }

  private func isBefore(_ left: Row, _ right: Row) -> Bool {
    (left.file, value(0, of: left).node) < (right.file, value(0, of: right).node)
  }

  /// The value at `index` of a row; the node itself is at 0.
  func value(_ index: Int, of row: Row) -> FactValue {
    valuesOfFiles[Int(row.file)][Int(row.start) + index]
  }

  /// The symbol of the value at `index` of a row; `Symbols.none` when it has no text.
  func symbol(_ index: Int, of row: Row) -> UInt32 {
    symbolsOfFiles[Int(row.file)][Int(row.start) + index]
  }

  /// The text of the value at `index` of a row; empty when it has none.
  func text(_ index: Int, of row: Row) -> String {
    symbols.text(of: symbol(index, of: row))
  }

  /// The text of a symbol.
  func text(of symbol: UInt32) -> String {
    symbols.text(of: symbol)
  }

  /// The symbol of `text`, when some fact has it.
  func symbol(of text: String) -> UInt32? {
    let bytes = Array(text.utf8)
    return symbols.symbol(of: bytes.span)
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
    let (left, right) = (utf8Span.span, other.utf8Span.span)
    let shared = min(left.count, right.count)
    for index in 0..<shared where left[index] != right[index] { return left[index] < right[index] }
    return left.count < right.count
  }
}
