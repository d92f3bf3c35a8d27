/// The rows that a file gives, in few bytes: those of all files are kept at once. A cache and a shard keep the same bytes.
///
/// First come the texts of the values, in UTF-8 and Normalization Form C, then the values, row after row, each as a step
/// from the one before, and then what collectors they are of. The texts and the values have their number of bytes before
/// them. A file without rows has no bytes.
struct FactRows: Sendable, Hashable {
  /// The rows of one collector.
  struct Section: Sendable, Hashable {
    let collector: Int
    /// Its values among those of the file.
    let values: Range<Int>
    /// Where the first of them is written, in bytes, and where the last one ends.
    let start: Int
    let end: Int
  }

  private enum Content: Sendable {
    case bytes([UInt8])
    case pieces(UnitedRows)
  }

  private let content: Content

  /// What is written.
  var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .pieces(let rows): rows.bytes
    }
  }

  init(bytes: [UInt8]) { content = .bytes(bytes) }

  /// The rows of a file out of those of its pieces, in order.
  init(_ pieces: [Piece]) { content = .pieces(UnitedRows(pieces)) }

  static func == (left: FactRows, right: FactRows) -> Bool { left.bytes == right.bytes }

  func hash(into hasher: inout Hasher) { bytes.hash(into: &hasher) }

  /// No rows.
  static let none = FactRows(bytes: [])

  /// How many values there are.
  var count: Int {
    var count = 0
    forEachSection { count = $0.values.upperBound }
    return count
  }

  /// Calls `body` with each section, by collector.
  func forEachSection(_ body: (Section) -> Void) {
    var reader = ByteReader(bytes)
    guard reader.skip(), let count = reader.number(), reader.hasLeft(count) else { return }
    var start = reader.position
    reader.move(by: count)
    var (collector, first) = (-1, 0)
    for _ in 0..<(reader.number() ?? 0) {
      guard let step = reader.number(), let values = reader.number(), let bytes = reader.number() else {
        return
      }
      collector += step
      body(Section(collector: collector, values: first..<first + values, start: start, end: start + bytes))
      first += values
      start += bytes
    }
  }

  /// The sections, by collector.
  var sections: [Section] {
    var sections: [Section] = []
    forEachSection { sections.append($0) }
    return sections
  }

  /// The section of a collector; nothing when it has no rows.
  func section(of collector: Int) -> Section? {
    var found: Section?
    forEachSection { if $0.collector == collector { found = $0 } }
    return found
  }

  /// The section that the value with this number is in.
  func section(with value: Int) -> Section? {
    var found: Section?
    forEachSection { if $0.values.contains(value) { found = $0 } }
    return found
  }

  /// The values of a collector's rows; none when it has no rows.
  func values(of collector: Int) -> [FactValue] {
    guard let section = section(of: collector) else { return [] }
    var cursor = FactCursor(at: section)
    var values: [FactValue] = []
    values.reserveCapacity(section.values.count)
    for _ in section.values {
      guard let value = cursor.next(in: bytes.span) else { break }
      values.append(value)
    }
    return values
  }

  /// The texts of all values, one after the other: `FactValue.textRange` is a part of them.
  var texts: ArraySlice<UInt8> {
    var reader = ByteReader(bytes)
    let count = reader.number() ?? 0
    return bytes[reader.position..<min(reader.position + count, bytes.count)]
  }
}

// MARK: Reading

/// Reads the values of rows one after the other. A plain value, so that where it stands can be kept.
struct FactCursor: Sendable {
  /// Where the next value is written, in bytes.
  private(set) var position: Int
  private var (node, start, text) = (UInt32(0), UInt32(0), UInt32(0))

  /// A cursor before the first value of a section.
  init(at section: FactRows.Section) {
    position = section.start
  }

  /// The next value; nothing when none is written there.
  ///
  /// - Parameter bytes: those of the rows.
  mutating func next(in bytes: Span<UInt8>) -> FactValue? {
    var place = position
    defer { position = place }
    guard place < bytes.count else { return nil }
    let head = bytes[place]
    place += 1
    guard let kind = FactValue.Kind(rawValue: head & FactHead.kind) else { return nil }
    if kind == .absent { return head == 0 ? .absent : nil }
    if head & FactHead.isAnew != 0 { (node, start, text) = (0, 0, 0) }
    guard let nodeStep = bytes.number(at: &place), let startStep = bytes.number(at: &place),
      let length = bytes.number(at: &place)
    else { return nil }
    node &+= UInt32(step: nodeStep)
    start &+= UInt32(step: startStep)
    var value = FactValue(
      kind: kind, node: node, start: start, end: start &+ UInt32(truncatingIfNeeded: length), textStart: 0,
      textCount: 0)
    guard value.end >= start else { return nil }
    guard value.hasText else { return head & ~FactHead.isAnew == kind.rawValue ? value : nil }
    value.textStart = text
    value.textCount = UInt32(truncatingIfNeeded: length)
    if head & FactHead.isAtEnd == 0 {
      guard let step = bytes.number(at: &place) else { return nil }
      value.textStart &+= UInt32(step: step)
    }
    if head & FactHead.isAsLong == 0 {
      guard let count = bytes.number(at: &place) else { return nil }
      value.textCount = UInt32(truncatingIfNeeded: count)
    }
    text = max(text, value.textStart &+ value.textCount)
    return value
  }
}

extension UInt32 {
  /// How far it is to a number, as `UInt64.init(from:to:)` wrote it; it goes around at the end of the numbers.
  fileprivate init(step: UInt64) {
    let step = UInt32(truncatingIfNeeded: step)
    self = step >> 1 ^ (0 &- step & 1)
  }
}

extension UInt64 {
  /// How far it is from one number to another, small in both directions.
  fileprivate init(from: UInt32, to: UInt32) {
    let step = Int32(bitPattern: to &- from)
    self = UInt64(UInt32(bitPattern: step << 1 ^ step >> 31))
  }
}

/// The byte that a value begins with.
enum FactHead {
  /// The bits of the kind.
  static let kind: UInt8 = 7
  /// Its text begins where those before it end.
  static let isAtEnd: UInt8 = 8
  /// Its text has as many bytes as the place where it stands.
  static let isAsLong: UInt8 = 16
  /// Its steps begin at 0, as those of the first value of a section do.
  static let isAnew: UInt8 = 32
}

extension FactRows {
  /// Rows that were written before; nothing when they are damaged or not of `ruleset`.
  init?(_ bytes: [UInt8], for ruleset: Ruleset) {
    self.init(bytes: bytes)
    guard !bytes.isEmpty else { return }
    var reader = ByteReader(bytes)
    guard let textCount = reader.number(), reader.hasLeft(textCount) else { return nil }
    reader.move(by: textCount)
    guard let count = reader.number(), reader.hasLeft(count) else { return nil }
    let end = reader.position + count
    reader.move(by: count)
    guard let sectionCount = reader.number(), sectionCount > 0 else { return nil }
    var (collector, start) = (-1, end - count)
    for _ in 0..<sectionCount {
      guard let step = reader.number(), step > 0, step < ruleset.plan.collectors.count - collector,
        let values = reader.number(), values > 0, let bytes = reader.number(), bytes <= end - start
      else { return nil }
      collector += step
      guard values % ruleset.plan.collectors[collector].width == 0, values <= bytes else { return nil }
      var cursor = FactCursor(
        at: Section(collector: collector, values: 0..<values, start: start, end: start + bytes))
      for _ in 0..<values {
        guard let value = cursor.next(in: self.bytes.span), value.textRange.upperBound <= textCount
        else { return nil }
      }
      start += bytes
      guard cursor.position == start else { return nil }
    }
    guard start == end, reader.isAtEnd else { return nil }
  }
}

// MARK: Writing

extension FactRows {
  /// Where the values of a collector begin, among all.
  struct Beginning: Sendable {
    let collector: Int
    let start: Int
    /// How many bytes its values take, once they are written.
    fileprivate(set) var bytes = 0

    init(collector: Int, start: Int) {
      self.collector = collector
      self.start = start
    }
  }

  /// Rows with these values, which have these texts.
  ///
  /// - Parameters:
  ///   - beginnings: by collector; each has a value.
  ///   - memory: what is written to before it is known how much there is, for one file after the other.
  init(_ beginnings: inout [Beginning], _ values: [FactValue], texts: [UInt8], memory: inout [UInt8]) {
    guard !values.isEmpty else {
      self = .none
      return
    }
    let most = FactRows.mostBytesOfValue * values.count + FactRows.mostBytesOfSection * (beginnings.count + 1)
    if memory.count < most { memory = Array(repeating: 0, count: 2 * most) }
    var table = memory.mutableSpan
    var end = 0
    for number in beginnings.indices {
      let (start, next) = (end, number + 1 < beginnings.count ? beginnings[number + 1].start : values.count)
      table.put(values[beginnings[number].start..<next], at: &end)
      beginnings[number].bytes = end - start
    }
    var tableEnd = end
    table.put(UInt64(beginnings.count), at: &tableEnd)
    var collector = -1
    for (number, beginning) in beginnings.enumerated() {
      let next = number + 1 < beginnings.count ? beginnings[number + 1].start : values.count
      table.put(UInt64(beginning.collector - collector), at: &tableEnd)
      table.put(UInt64(next - beginning.start), at: &tableEnd)
      table.put(UInt64(beginning.bytes), at: &tableEnd)
      collector = beginning.collector
    }
    var writer = ByteWriter()
    writer.bytes.reserveCapacity(texts.count.writtenCount + texts.count + end.writtenCount + tableEnd)
    writer.append(texts)
    writer.append(end)
    writer.bytes.append(contentsOf: memory[..<tableEnd])
    self.init(bytes: writer.bytes)
    if memory.count > FactRows.mostMemory { memory = [] }
  }

  /// A number of 32 bits takes five bytes.
  static let mostBytesOfNumber = 5
  static let mostBytesOfValue = 1 + 5 * mostBytesOfNumber
  static let mostBytesOfSection = 3 * mostBytesOfNumber
  /// How much is kept from one file to the next, in bytes.
  private static let mostMemory = 1 << 20
}

extension MutableSpan<UInt8> {
  /// Writes a number as `ByteWriter` does.
  fileprivate mutating func put(_ number: UInt64, at position: inout Int) {
    var rest = number
    while rest >= 0x80 {
      self[position] = UInt8(truncatingIfNeeded: rest) | 0x80
      position += 1
      rest >>= 7
    }
    self[position] = UInt8(truncatingIfNeeded: rest)
    position += 1
  }

  /// Writes the values of a section.
  fileprivate mutating func put(_ values: ArraySlice<FactValue>, at position: inout Int) {
    var steps = FactSteps()
    for value in values { put(value, steps: &steps, at: &position) }
  }

  /// Writes a value.
  ///
  /// - Parameter steps: where the steps to it begin.
  mutating func put(_ value: FactValue, steps: inout FactSteps, at position: inout Int) {
    let head = position
    self[head] = value.kind.rawValue
    position += 1
    guard value.kind != .absent else { return }
    put(UInt64(from: steps.node, to: value.node), at: &position)
    put(UInt64(from: steps.start, to: value.start), at: &position)
    put(UInt64(value.end - value.start), at: &position)
    (steps.node, steps.start) = (value.node, value.start)
    guard value.hasText else { return }
    if value.textStart == steps.text {
      self[head] |= FactHead.isAtEnd
    } else {
      put(UInt64(from: steps.text, to: value.textStart), at: &position)
    }
    if value.textCount == value.end - value.start {
      self[head] |= FactHead.isAsLong
    } else {
      put(UInt64(value.textCount), at: &position)
    }
    steps.text = max(steps.text, value.textStart &+ value.textCount)
  }
}

/// Where the steps to the next value begin: the node and the place of the last one, and the end of all texts so far.
struct FactSteps {
  var node: UInt32 = 0
  var start: UInt32 = 0
  var text: UInt32 = 0
}
