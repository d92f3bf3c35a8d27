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

/// A file of results of which all but the rows was read and is whole. What it knows of files has numbers, in the order of
/// their paths.
struct ResultsReader: Sendable {
  /// What is known of a file, of which a result is only made when somebody asks for it.
  struct Entry: Sendable {
    let path: String
    /// The number of what its facts have in common with those of others.
    let head: Int
    /// A hash of the bytes that were checked.
    let contentHash: UInt64
    let status: FileStatus?
    /// What phase one has to say of it: of most there is nothing.
    let said: PhaseOne.Result.Said?
    /// Whether a file of the same status is certainly the same file.
    let isSettled: Bool
    /// Where its rows are.
    let rows: Range<Int>
    /// The hash of its rows.
    let rowsHash: UInt64
  }

  private let source: any ByteSource
  /// Which part of the set this is, when it is one.
  let shard: Shard?
  /// What the facts of the files have besides path and rows.
  let heads: FileHeads
  /// The sources that the files of each head belong to, by number.
  let sources: [[Int]]
  /// What is known of each file, in the parts that it was read in.
  let parts: [[Entry]]
  /// The number of the first file of each part, and at the end how many files there are.
  let starts: [Int]
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
    self.heads = heads
    sources = (0..<heads.count).map { heads[$0].sources.map(Int.init) }
    var (parts, starts, lastPath): ([[Entry]], [Int], String?) = ([], [0], nil)
    for part in await inParallel(
      table.parts, jobs: jobs, { Part.read(source, $0.part, rowsStart: $0.rowsStart, heads) })
    {
      let entries = try part.get().entries
      guard let first = entries.first, lastPath.map({ Path.precedes($0, first.path) }) ?? true else {
        throw .damaged
      }
      lastPath = entries.last?.path
      starts.append((starts.last ?? 0) + entries.count)
      parts.append(entries)
    }
    self.parts = parts
    self.starts = starts
  }

  /// How many files are known.
  var count: Int { starts.last ?? 0 }

  /// What is known of the file with a number.
  subscript(_ number: Int) -> Entry {
    let part = part(of: number)
    return parts[part][number - starts[part]]
  }

  /// The part that has what is known of the file with a number.
  func part(of number: Int) -> Int {
    var (low, high) = (0, parts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }

  /// The result of the file with a number, without the rows of its facts.
  func result(_ number: Int) -> PhaseOne.Result {
    let entry = self[number]
    return result(entry, heads[entry.head].moved(to: entry.path))
  }

  private func result(_ entry: Entry, _ facts: FileFacts) -> PhaseOne.Result {
    PhaseOne.Result(
      facts: facts, said: entry.said, contentHash: entry.contentHash, status: entry.status, reading: .unread)
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
    entries.reserveCapacity(part.files)
    var lastPath: [UInt8] = []
    var start = rowsStart
    for _ in 0..<part.files {
      guard let path = reader.string(behind: &lastPath),
        let entry = ResultsReader.Entry(&reader, path: path, heads, rows: start..<rowsEnd)
      else { throw .damaged }
      start = entry.rows.upperBound
      entries.append(entry)
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
  /// The results with all their rows, for those of the files that `isWanted` holds for; nothing for the others, and for
  /// those whose rows are not whole.
  func results(
    of ruleset: Ruleset, jobs: Int?, isWanted: (Int) -> Bool
  ) async -> [PhaseOne.Result?] {
    var results: [PhaseOne.Result?] = Array(repeating: nil, count: count)
    let stretches = stretches(of: (0..<count).filter(isWanted))
    for stretch in await inParallel(stretches, jobs: jobs, { complete($0, ruleset) }) {
      for (number, result) in stretch { results[number] = result }
    }
    return results
  }

  /// How many bytes of rows are read together.
  private static let stretchBytes = 1 << 20

  /// Files that lie beside each other and whose rows are read together.
  private func stretches(of wanted: [Int]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for number in wanted {
      if let last = stretches.last, last.upperBound == number,
        self[number].rows.upperBound - self[last.lowerBound].rows.lowerBound <= Self.stretchBytes
      {
        stretches[stretches.count - 1] = last.lowerBound..<number + 1
      } else {
        stretches.append(number..<number + 1)
      }
    }
    return stretches
  }

  private func complete(_ stretch: Range<Int>, _ ruleset: Ruleset) -> [(Int, PhaseOne.Result)] {
    let start = self[stretch.lowerBound].rows.lowerBound
    let end = self[stretch.upperBound - 1].rows.upperBound
    guard let bytes = try? source.bytes(in: start..<end), bytes.count == end - start else { return [] }
    return stretch.compactMap { number in
      let entry = self[number]
      let rows = entry.rows.lowerBound - start..<entry.rows.upperBound - start
      guard ContentHash.of(bytes.span.extracting(rows)) == entry.rowsHash else { return nil }
      var reader = ByteReader(bytes, in: rows)
      var facts = heads[entry.head].moved(to: entry.path)
      guard facts.decodeRows(&reader, for: ruleset), reader.isAtEnd else { return nil }
      return (number, result(entry, facts))
    }
  }
}
