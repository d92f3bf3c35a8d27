// The form of facts for the cache and for shards, in two parts: the head, which says what a file is, and the rows,
// which only a join needs and which are many.

extension FileFacts {
  /// The number of the form, which changes when the form does.
  package static let formVersion = 8

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
    var contents = Contents(
      path: path, sources: sources.asSources, state: state, documents: documents)
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

  /// Facts without rows of another file that have the same head.
  package func moved(to path: String) -> FileFacts {
    var moved = Contents(path: path, sources: sources, state: state, documents: documents)
    moved.selecting = selecting
    moved.refused = refused
    moved.doubted = doubted
    return FileFacts(moved)
  }
}

// MARK: The rows

extension FileFacts {
  /// Writes the rows.
  package func encodeRows(_ writer: inout ByteWriter) { writer.append(rows.bytes) }

  /// Takes the rows in that `encodeRows` wrote; false when they are damaged or not of `ruleset`.
  package mutating func decodeRows(_ reader: inout ByteReader, for ruleset: Ruleset) -> Bool {
    guard let bytes = reader.text(), let rows = FactRows(bytes, for: ruleset) else { return false }
    var contents = contents
    contents.rows = rows
    self = FileFacts(contents)
    return true
  }
}
