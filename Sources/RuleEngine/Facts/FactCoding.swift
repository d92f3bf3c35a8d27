// The form of facts for the cache and for shards, in two parts: the head, which says what a file is, and the rows,
// which only a join needs and which are many.

extension FileFacts {
  /// The number of the form, which changes when the form does.
  package static let formVersion = 4

  /// The facts as bytes. The same facts give the same bytes.
  package func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(FileFacts.formVersion)
    encodeHead(&writer)
    encodeRows(&writer)
    return writer.bytes
  }

  /// The facts that `bytes` are the form of, for `ruleset`; nothing when the form is damaged or not of that
  /// ruleset.
  package static func decode(_ bytes: some Collection<UInt8>, for ruleset: Ruleset) -> FileFacts? {
    var reader = ByteReader(Array(bytes))
    guard reader.number() == formVersion, var facts = decodeHead(&reader, for: ruleset),
      facts.decodeRows(&reader, for: ruleset), reader.isAtEnd
    else { return nil }
    return facts
  }
}

// MARK: The head

extension FileFacts {
  /// Writes all but the rows.
  package func encodeHead(_ writer: inout ByteWriter) {
    writer.append(path)
    writer.append(state.rawValue)
    writer.append(documents)
    writer.append(list: sources) { $0.append(Int($1)) }
    writer.append(list: selecting) { $0.append($1) }
    writer.append(list: refused) { $0.append(Int($1)) }
    writer.append(list: doubted) { $0.append(Int($1)) }
  }

  /// Facts without their rows, as `encodeHead` wrote them; nothing when they are damaged or not of `ruleset`.
  package static func decodeHead(_ reader: inout ByteReader, for ruleset: Ruleset) -> FileFacts? {
    guard let path = reader.string(), let state = reader.byte().flatMap(State.init(rawValue:)),
      let documents = reader.number(),
      let sources = reader.list({ $0.number() }), sources.allSatisfy({ $0 < ruleset.sources.count }),
      let selecting = reader.list({ $0.word() }), let refused = reader.list({ $0.short() }),
      let doubted = reader.list({ reader in reader.number().flatMap { UInt16(exactly: $0) } }),
      doubted.allSatisfy({ $0 < ruleset.plan.collectors.count })
    else { return nil }
    var contents = Contents(path: path, sources: sources, state: state, documents: documents)
    contents.selecting = selecting
    contents.refused = refused
    contents.doubted = doubted
    return FileFacts(contents)
  }

  /// These facts without their path and rows.
  package var head: FileFacts { FileFacts(contents.head) }

  /// Whether all but path and rows is the same in `other`.
  package func hasHead(of other: FileFacts) -> Bool {
    state == other.state && documents == other.documents && sources == other.sources
      && selecting == other.selecting && refused == other.refused && doubted == other.doubted
  }

  /// The same for another file.
  package func moved(to path: String) -> FileFacts {
    var contents = contents
    contents.path = path
    return FileFacts(contents)
  }
}

// MARK: The rows

extension FileFacts {
  /// What stands for a value that is not there and so stands nowhere. It is no kind's number.
  private static let absent: UInt8 = 0xFF

  /// Writes the rows. Most texts begin where the one before ended; how far from there is written, since values may
  /// share a text.
  package func encodeRows(_ writer: inout ByteWriter) {
    writer.append(list: sections) { writer, section in
      writer.append(Int(section.collector))
      writer.append(Int(section.start))
    }
    writer.append(values.count)
    var (node, start, text) = (0, 0, 0)
    for value in values {
      guard value != .absent else {
        writer.append(FileFacts.absent)
        continue
      }
      writer.append(value.kind.rawValue)
      writer.append(signed: Int(value.node) - node)
      writer.append(signed: Int(value.start) - start)
      writer.append(Int(value.end) - Int(value.start))
      if value.hasText {
        writer.append(signed: Int(value.textStart) - text)
        writer.append(Int(value.textCount))
        text = max(text, value.textRange.upperBound)
      }
      (node, start) = (Int(value.node), Int(value.start))
    }
    writer.append(self.text)
  }

  /// Takes the rows in that `encodeRows` wrote; false when they are damaged or not of `ruleset`.
  package mutating func decodeRows(_ reader: inout ByteReader, for ruleset: Ruleset) -> Bool {
    guard let sections = reader.list({ $0.section() }), let values = FileFacts.values(&reader),
      let text = reader.text()
    else { return false }
    var contents = contents
    contents.sections = sections
    contents.values = values
    contents.text = text
    self = FileFacts(contents)
    return isSound(for: ruleset)
  }

  private static func values(_ reader: inout ByteReader) -> [FactValue]? {
    var (node, start, text) = (0, 0, 0)
    return reader.list { reader in
      guard let byte = reader.byte() else { return nil }
      guard byte != absent else { return .absent }
      guard let kind = FactValue.Kind(rawValue: byte), let nodeStep = reader.signed(),
        let startStep = reader.signed(),
        let length = reader.short()
      else { return nil }
      node &+= nodeStep
      start &+= startStep
      guard let number = UInt32(exactly: node), let first = UInt32(exactly: start),
        let last = UInt32(exactly: start + Int(length))
      else { return nil }
      var value = FactValue(
        kind: kind, node: number, start: first, end: last, textStart: 0, textCount: 0)
      guard value.hasText else { return value }
      guard let textStep = reader.signed(), let textStart = UInt32(exactly: text &+ textStep),
        let count = reader.short()
      else { return nil }
      value.textStart = textStart
      value.textCount = count
      text = max(text, value.textRange.upperBound)
      return value
    }
  }

  /// Whether every text is inside its bounds and every section has whole rows.
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
    return values.allSatisfy { Int($0.textStart) + Int($0.textCount) <= text.count }
  }
}

extension ByteReader {
  fileprivate mutating func section() -> FileFacts.Section? {
    guard let collector = number().flatMap({ UInt16(exactly: $0) }), let start = short() else {
      return nil
    }
    return FileFacts.Section(collector: collector, start: start)
  }
}
