// The flat binary form of facts, for the cache and for shards: little-endian numbers, counts before what they
// count. What is read back is checked to the last bound: a damaged form is refused, never believed.

extension FileFacts {
  /// The number at the beginning of a form, which changes when the form does.
  private static let version: UInt8 = 1

  /// The facts as bytes. The same facts give the same bytes.
  package func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.bytes.reserveCapacity(64 + values.count * 21 + text.count)
    writer.append(FileFacts.version)
    writer.append(state.rawValue)
    writer.append(text: Array(path.utf8))
    writer.append(documents)
    writer.append(sources.count)
    for source in sources { writer.append(Int(source)) }
    writer.append(selecting.count)
    for word in selecting {
      writer.append(UInt32(truncatingIfNeeded: word))
      writer.append(UInt32(truncatingIfNeeded: word >> 32))
    }
    writer.append(sections.count)
    for section in sections {
      writer.append(Int(section.collector))
      writer.append(section.start)
    }
    writer.append(values.count)
    for value in values {
      writer.append(value.kind.rawValue)
      for number in [value.node, value.start, value.end, value.textStart, value.textCount] {
        writer.append(number)
      }
    }
    writer.append(text: text)
    return writer.bytes
  }

  /// The facts that `bytes` are the form of, for `ruleset`; nothing when the form is damaged or not of that
  /// ruleset.
  package static func decode(_ bytes: some Collection<UInt8>, for ruleset: Ruleset) -> FileFacts? {
    var reader = ByteReader(Array(bytes))
    guard reader.byte() == version, let state = reader.byte().flatMap(State.init(rawValue:)),
      let path = reader.text().flatMap({ String(validating: $0, as: UTF8.self) }),
      let documents = reader.number(),
      let sources = reader.list({ $0.number() }),
      sources.allSatisfy({ $0 < ruleset.sources.count }),
      let selecting = reader.list({ $0.wide() }),
      let sections = reader.list({ $0.section() }),
      let values = reader.list({ $0.value() }),
      let text = reader.text(), reader.isAtEnd
    else { return nil }
    var facts = FileFacts(path: path, sources: sources, state: state, documents: documents)
    facts.sections = sections
    facts.values = values
    facts.text = text
    facts.selecting = selecting
    return facts.isSound(for: ruleset) ? facts : nil
  }

  /// Whether every place and text is inside its bounds and every section has whole rows.
  private func isSound(for ruleset: Ruleset) -> Bool {
    var last = -1
    for (number, section) in sections.enumerated() {
      guard Int(section.collector) > last, Int(section.collector) < ruleset.plan.collectors.count
      else {
        return false
      }
      last = Int(section.collector)
      let end = number + 1 < sections.count ? Int(sections[number + 1].start) : values.count
      let width = ruleset.plan.collectors[last].width
      guard Int(section.start) < end, end <= values.count, (end - Int(section.start)) % width == 0
      else {
        return false
      }
    }
    guard sections.first.map({ $0.start == 0 }) ?? values.isEmpty else { return false }
    return values.allSatisfy { value in
      Int(value.textStart) + Int(value.textCount) <= text.count && value.start <= value.end
    }
  }
}

/// Writes numbers and texts one after the other.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ number: UInt32) {
    for shift in [0, 8, 16, 24] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func append(_ number: Int) { append(UInt32(clamping: number)) }

  mutating func append(text: [UInt8]) {
    append(text.count)
    bytes.append(contentsOf: text)
  }
}

/// Reads what `ByteWriter` wrote; nothing where there is not enough left.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() -> UInt8? {
    guard position < bytes.count else { return nil }
    position += 1
    return bytes[position - 1]
  }

  mutating func word() -> UInt32? {
    guard bytes.count - position >= 4 else { return nil }
    var number: UInt32 = 0
    for index in 0..<4 { number |= UInt32(bytes[position + index]) << UInt32(8 * index) }
    position += 4
    return number
  }

  mutating func wide() -> UInt64? {
    guard let low = word(), let high = word() else { return nil }
    return UInt64(low) | UInt64(high) << 32
  }

  mutating func number() -> Int? { word().map { Int($0) } }

  mutating func text() -> [UInt8]? {
    guard let count = number(), count <= bytes.count - position else { return nil }
    position += count
    return Array(bytes[position - count..<position])
  }

  /// A list of things, each of at least one byte, with their number before them.
  mutating func list<Element>(_ element: (inout ByteReader) -> Element?) -> [Element]? {
    guard let count = number(), count <= bytes.count - position else { return nil }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count {
      guard let next = element(&self) else { return nil }
      elements.append(next)
    }
    return elements
  }

  fileprivate mutating func section() -> FileFacts.Section? {
    guard let collector = number().flatMap({ UInt16(exactly: $0) }), let start = word() else {
      return nil
    }
    return FileFacts.Section(collector: collector, start: start)
  }

  fileprivate mutating func value() -> FactValue? {
    guard let kind = byte().flatMap(FactValue.Kind.init(rawValue:)), let node = word(),
      let start = word(),
      let end = word(), let textStart = word(), let textCount = word()
    else { return nil }
    return FactValue(
      kind: kind, node: node, start: start, end: end, textStart: textStart, textCount: textCount)
  }
}
