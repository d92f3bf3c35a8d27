import Findings
import RuleEngine

/// Bytes of which parts are read: a file, or an array.
protocol ByteSource: Sendable {
  /// How many there are.
  var count: Int { get }

  /// Those of a part; fewer when they are not there any more.
  func bytes(in range: Range<Int>) throws(FileProblem) -> [UInt8]
}

extension [UInt8]: ByteSource {
  func bytes(in range: Range<Int>) -> [UInt8] {
    Array(self[range.clamped(to: indices)])
  }
}

/// Why a file of results is of no use.
enum ResultsMistake: Error, Hashable {
  /// It is none, or not whole.
  case damaged
  /// It cannot be read.
  case unreadable(FileProblem)
  /// It is of another version of the program.
  case version(String)
  /// It was made with another ruleset.
  case ruleset
  /// It was made with other rules in force.
  case rules
}

/// A file of results of which all but the rows was read and is whole.
struct ResultsReader: Sendable {
  /// What is known of a file besides what phase one says of it.
  struct Entry: Sendable {
    /// Whether a file of the same status is certainly the same file.
    var isSettled: Bool
    /// Where its rows are.
    var rows: Range<Int>
    /// The hash of its rows.
    var rowsHash: UInt64
  }

  private let source: any ByteSource
  /// Which part of the set this is, when it is one.
  let shard: Shard?
  /// What phase one says of each file, by path, without the rows of the facts.
  private(set) var results: [PhaseOne.Result] = []
  /// What else is known of each, in the same order.
  private(set) var entries: [Entry] = []
  /// What phase two says of these files, when they are a whole set.
  let joined: JoinedFindings?

  /// Reads a file of results that must be of `key`, whose ruleset is `ruleset`, `jobs` of its parts side by side.
  init(
    _ source: any ByteSource, key: ResultsKey, ruleset: Ruleset, jobs: Int?
  ) async throws(ResultsMistake) {
    self.source = source
    let table = try Table(source, key, ruleset)
    shard = table.shard
    joined = table.joined
    let heads = table.heads
    let parts = await inParallel(table.parts, jobs: jobs) {
      Part.read(source, $0.part, rowsStart: $0.rowsStart, heads)
    }
    let count = table.parts.reduce(0) { $0 + $1.part.files }
    results.reserveCapacity(count)
    entries.reserveCapacity(count)
    for part in parts {
      let part = try part.get()
      if let last = results.last, let next = part.results.first,
        !Path.precedes(last.facts.path, next.facts.path)
      {
        throw .damaged
      }
      results += part.results
      entries += part.entries
    }
  }
}

/// The table of a file of results, whole and of the right key.
private struct Table {
  let shard: Shard?
  let heads: FileHeads
  /// The parts, each with where its rows begin.
  let parts: [(part: ResultsPart, rowsStart: Int)]
  let joined: JoinedFindings?

  init(_ source: any ByteSource, _ key: ResultsKey, _ ruleset: Ruleset) throws(ResultsMistake) {
    let bytes: [UInt8]
    let end: Int
    do throws(FileProblem) {
      let footer = try source.bytes(in: max(0, source.count - ResultsWriter.footerCount)..<source.count)
      guard let footer = Footer(footer, fileCount: source.count) else { throw .gone }
      bytes = try source.bytes(in: footer.table)
      guard ContentHash.of(bytes) == footer.tableHash else { throw .gone }
      end = footer.table.lowerBound
    } catch {
      throw ResultsMistake(error)
    }
    var reader = ByteReader(bytes)
    guard let foundKey = ResultsKey(&reader) else { throw .damaged }
    if foundKey.version != key.version { throw .version(foundKey.version) }
    if foundKey.build != key.build { throw .damaged }
    if foundKey.ruleset != key.ruleset { throw .ruleset }
    if foundKey.rules != key.rules { throw .rules }
    guard let shard = reader.optional({ Shard(&$0) }), let heads = FileHeads(&reader, ruleset),
      let parts = reader.list({ ResultsPart(&$0) }), let joined = reader.optional({ JoinedFindings(&$0) }),
      reader.isAtEnd
    else { throw .damaged }
    self.shard = shard
    self.heads = heads
    self.joined = joined
    var placed: [(ResultsPart, Int)] = []
    var start = 0
    for part in parts {
      guard part.rows <= end - start, part.entries <= end - start - part.rows else { throw .damaged }
      placed.append((part, start))
      start += part.rows + part.entries
    }
    guard start == end else { throw .damaged }
    self.parts = placed
  }
}

/// What a part of a file of results says of its files besides their rows.
private struct Part {
  var results: [PhaseOne.Result] = []
  var entries: [ResultsReader.Entry] = []

  /// Reads it.
  static func read(
    _ source: any ByteSource, _ part: ResultsPart, rowsStart: Int, _ heads: FileHeads
  ) -> Result<Part, ResultsMistake> {
    Result { () throws(ResultsMistake) in try Part(source, part, rowsStart: rowsStart, heads) }
  }

  private init(
    _ source: any ByteSource, _ part: ResultsPart, rowsStart: Int, _ heads: FileHeads
  ) throws(ResultsMistake) {
    let bytes: [UInt8]
    let rowsEnd = rowsStart + part.rows
    do throws(FileProblem) {
      bytes = try source.bytes(in: rowsEnd..<rowsEnd + part.entries)
    } catch {
      throw ResultsMistake(error)
    }
    guard bytes.count == part.entries, ContentHash.of(bytes) == part.entriesHash else { throw .damaged }
    var reader = ByteReader(bytes)
    results.reserveCapacity(part.files)
    entries.reserveCapacity(part.files)
    var lastPath: [UInt8] = []
    var start = rowsStart
    for _ in 0..<part.files {
      guard let path = reader.string(behind: &lastPath),
        let result = PhaseOne.Result(&reader, path: path, heads), let isSettled = reader.flag(),
        let count = reader.number(), count <= rowsEnd - start, let hash = reader.fixed()
      else { throw .damaged }
      results.append(result)
      entries.append(
        ResultsReader.Entry(isSettled: isSettled, rows: start..<start + count, rowsHash: hash))
      start += count
    }
    guard start == rowsEnd, reader.isAtEnd else { throw .damaged }
  }
}

extension ResultsMistake {
  /// What it is that a file cannot be read, or has not what it should have.
  fileprivate init(_ problem: FileProblem) {
    self = problem == .gone ? .damaged : .unreadable(problem)
  }
}

extension Shard {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let index = reader.number(), let count = reader.number() else { return nil }
    self.init(index: index, count: count)
  }
}

/// Where the table of a file of results is.
private struct Footer {
  let table: Range<Int>
  let tableHash: UInt64

  init?(_ bytes: [UInt8], fileCount: Int) {
    var reader = ByteReader(bytes)
    guard bytes.count == ResultsWriter.footerCount, let start = reader.fixed(), let count = reader.fixed(),
      let tableHash = reader.fixed(), reader.fixed() == ResultsWriter.mark,
      reader.fixed() == ContentHash.of(bytes.span.extracting(..<(bytes.count - 8))),
      let start = Int(exactly: start), let count = Int(exactly: count),
      start <= fileCount - bytes.count, count == fileCount - bytes.count - start
    else { return nil }
    table = start..<start + count
    self.tableHash = tableHash
  }
}

// MARK: Rows

extension ResultsReader {
  /// The results with all their rows, for those of the entries that `isWanted` holds for; nothing for the others, and
  /// for those whose rows are not whole.
  func results(
    of ruleset: Ruleset, jobs: Int?, isWanted: (Int) -> Bool
  ) async -> [PhaseOne.Result?] {
    var results: [PhaseOne.Result?] = Array(repeating: nil, count: entries.count)
    let parts = parts(of: entries.indices.filter(isWanted))
    for part in await inParallel(parts, jobs: jobs, { complete($0, ruleset) }) {
      for (index, result) in part { results[index] = result }
    }
    return results
  }

  /// Entries that lie beside each other and whose rows are read together.
  private static let partBytes = 1 << 20

  private func parts(of wanted: [Int]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    for index in wanted {
      if let last = parts.last, last.upperBound == index,
        entries[index].rows.upperBound - entries[last.lowerBound].rows.lowerBound <= Self.partBytes
      {
        parts[parts.count - 1] = last.lowerBound..<index + 1
      } else {
        parts.append(index..<index + 1)
      }
    }
    return parts
  }

  private func complete(_ part: Range<Int>, _ ruleset: Ruleset) -> [(Int, PhaseOne.Result)] {
    let start = entries[part.lowerBound].rows.lowerBound
    let end = entries[part.upperBound - 1].rows.upperBound
    guard let bytes = try? source.bytes(in: start..<end), bytes.count == end - start else { return [] }
    return part.compactMap { index in
      let entry = entries[index]
      let rows = entry.rows.lowerBound - start..<entry.rows.upperBound - start
      guard ContentHash.of(bytes.span.extracting(rows)) == entry.rowsHash else { return nil }
      var reader = ByteReader(bytes, in: rows)
      var facts = results[index].facts
      guard facts.decodeRows(&reader, for: ruleset), reader.isAtEnd else { return nil }
      return (index, results[index].with(facts: facts))
    }
  }
}
