import Findings
import RuleEngine

// A file of results: the rows of all files' facts one after the other, then the table, then the footer. The table says
// what belongs to what, with a hash of each file's rows, and the footer has a hash of the table: so everything is known
// to be whole before it is believed, and rows that nobody asks for are never read.

/// Makes the bytes of a file of results, in parts, so that not all of them need be in memory.
struct ResultsWriter {
  /// What a file of results ends with, but for the hash of the footer itself.
  static let mark: UInt64 = 0x7374_6361_6674_6E69
  /// The bytes of the footer.
  static let footerCount = 40

  private var rows = ByteWriter()
  private var rowsWritten = 0
  private var entries = ByteWriter()
  private var heads = FileHeads()
  private var count = 0
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
    let start = rows.bytes.count
    result.file.facts.encodeRows(&rows)
    count += 1
    result.encodeHead(&entries, &heads)
    entries.append(isSettled ? 1 : 0 as UInt8)
    entries.append(rows.bytes.count - start)
    entries.append(fixed: ContentHash.of(rows.bytes.span.extracting(start...)))
  }

  /// The next bytes of the file.
  var pending: [UInt8] { rows.bytes }

  /// Goes on behind the next bytes of the file, which were written.
  mutating func dropPending() {
    rowsWritten += rows.bytes.count
    rows.bytes.removeAll(keepingCapacity: true)
  }

  /// The last bytes of the file.
  ///
  /// - Parameter joined: what phase two says of these files, when they are a whole set.
  mutating func finish(joined: JoinedFindings?) -> [UInt8] {
    var table = ByteWriter()
    key.encode(&table)
    table.append(optional: shard) { writer, shard in
      writer.append(shard.index)
      writer.append(shard.count)
    }
    heads.encode(&table)
    table.append(count)
    table.bytes += entries.bytes
    table.append(optional: joined) { $1.encode(&$0) }

    var footer = ByteWriter()
    footer.append(fixed: UInt64(rowsWritten + rows.bytes.count))
    footer.append(fixed: UInt64(table.bytes.count))
    footer.append(fixed: ContentHash.of(table.bytes))
    footer.append(fixed: Self.mark)
    footer.append(fixed: ContentHash.of(footer.bytes))
    return rows.bytes + table.bytes + footer.bytes
  }
}
