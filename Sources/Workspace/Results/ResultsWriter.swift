import Findings
import RuleEngine

// A file of results is made of parts, the table and the footer. A part is the rows of some files' facts, one after the
// other, and behind them what else is known of these files, with a hash of each file's rows. The table says where the
// parts are, with a hash of each, and the footer has a hash of the table: so everything is known to be whole before it is
// believed, rows that nobody asks for are never read, and parts are written and read one by one.

/// Makes the bytes of a file of results, in parts, so that not all of them need be in memory.
struct ResultsWriter {
  /// What a file of results ends with, but for the hash of the footer itself.
  static let mark: UInt64 = 0x7374_6361_6674_6E69
  /// The bytes of the footer.
  static let footerCount = 40
  /// From how many bytes of rows on a part is whole.
  static let partBytes = 1 << 18

  private var bytes = ByteWriter()
  private var bytesWritten = 0
  /// What else is known of the files of the part that is being written.
  private var entries = EntryWriter()
  private var rowsOfPart = 0
  private var parts: [ResultsPart] = []
  private var heads = FileHeads()
  private let key: ResultsKey
  private let shard: Shard?

  /// A file of results of `key`; `shard` says which part of the set they are, when it is one.
  init(_ key: ResultsKey, shard: Shard? = nil) {
    self.key = key
    self.shard = shard
  }

  /// Adds the results of a file, whose paths rise.
  ///
  /// - Parameter isSettled: whether a file of the same status is certainly the same file.
  mutating func append(_ result: PhaseOne.Result, isSettled: Bool) {
    let start = bytes.bytes.count
    result.facts.encodeRows(&bytes)
    let rows = bytes.bytes.count - start
    let hash = ContentHash.of(bytes.bytes.span.extracting(start...))
    entries.append(result, &heads, isSettled: isSettled, rows: rows, rowsHash: hash)
    rowsOfPart += rows
    if rowsOfPart >= Self.partBytes { endPart() }
  }

  private mutating func endPart() {
    guard entries.count > 0 else { return }
    let written = entries.writer.bytes
    parts.append(
      ResultsPart(
        rows: rowsOfPart, files: entries.count, entries: written.count, entriesHash: ContentHash.of(written)))
    bytes.bytes += written
    rowsOfPart = 0
    entries.removeAll()
  }

  /// The next bytes of the file.
  var pending: [UInt8] { bytes.bytes }

  /// Goes on behind the next bytes of the file, which were written.
  mutating func dropPending() {
    bytesWritten += bytes.bytes.count
    bytes.bytes.removeAll(keepingCapacity: true)
  }

  /// The last bytes of the file.
  ///
  /// - Parameter joined: what phase two says of these files, when they are a whole set.
  mutating func finish(joined: JoinedFindings?) -> [UInt8] {
    endPart()
    var table = ByteWriter()
    key.encode(&table)
    table.append(optional: shard) { writer, shard in
      writer.append(shard.index)
      writer.append(shard.count)
    }
    heads.encode(&table)
    table.append(list: parts) { $1.encode(&$0) }
    table.append(optional: joined) { $1.encode(&$0) }

    var footer = ByteWriter()
    footer.append(fixed: UInt64(bytesWritten + bytes.bytes.count))
    footer.append(fixed: UInt64(table.bytes.count))
    footer.append(fixed: ContentHash.of(table.bytes))
    footer.append(fixed: Self.mark)
    footer.append(fixed: ContentHash.of(footer.bytes))
    return bytes.bytes + table.bytes + footer.bytes
  }
}

/// What the table says of a part: how many bytes of rows it has, how many files, and what is behind the rows.
struct ResultsPart: Sendable {
  var rows: Int
  var files: Int
  var entries: Int
  var entriesHash: UInt64

  func encode(_ writer: inout ByteWriter) {
    writer.append(rows)
    writer.append(files)
    writer.append(entries)
    writer.append(fixed: entriesHash)
  }
}

extension ResultsPart {
  /// What `encode` wrote.
  init?(_ reader: inout ByteReader) {
    guard let rows = reader.number(), let files = reader.number(), let entries = reader.number(),
      files <= entries, let entriesHash = reader.fixed()
    else { return nil }
    self.init(rows: rows, files: files, entries: entries, entriesHash: entriesHash)
  }
}

/// Writes what is known of the files of a part besides their rows.
private struct EntryWriter {
  private(set) var writer = ByteWriter()
  private(set) var count = 0
  /// The path of the last file, of which the next one mostly has the beginning.
  private var lastPath = ""

  /// - Parameter rows: how many bytes those of the file have.
  mutating func append(
    _ result: PhaseOne.Result, _ heads: inout FileHeads, isSettled: Bool, rows: Int, rowsHash: UInt64
  ) {
    let path = result.facts.path
    writer.append(path, behind: lastPath)
    lastPath = path
    count += 1
    result.encodeHead(&writer, &heads)
    writer.append(isSettled ? 1 : 0 as UInt8)
    writer.append(rows)
    writer.append(fixed: rowsHash)
  }

  mutating func removeAll() {
    writer.bytes.removeAll(keepingCapacity: true)
    count = 0
    lastPath = ""
  }
}
