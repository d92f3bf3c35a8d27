import RuleEngine

/// What the cache has of a file that is found, before anything is read of it.
enum Sighting: Sendable, Hashable {
  /// Nothing.
  case new
  /// An entry, with this number, of a file that is another one now.
  case other(Int)
  /// An entry of a file with as many bytes, which may be the same.
  case alike(Int)
  /// An entry of certainly the same file.
  case same(Int)

  /// The number of the entry.
  var entry: Int? {
    switch self {
    case .new: nil
    case .other(let entry), .alike(let entry), .same(let entry): entry
    }
  }

  /// Whether the file is certainly the same.
  var isSame: Bool { if case .same = self { true } else { false } }
}

/// Files held against the results that the cache has, one after the other: the paths of both rise.
struct KnownFiles {
  private let results: [PhaseOne.Result]
  private let entries: [ResultsReader.Entry]
  private let folder: any FileFolder
  /// The next entry.
  private var next = 0
  /// The sources of the last file: one array for all files that follow each other and are of the same.
  private var sources: (known: [UInt16], numbers: [Int]) = ([], [])

  /// Begins with the entries of files that do not come before the one at `path`.
  init(_ reader: ResultsReader?, _ folder: any FileFolder, from path: String) {
    results = reader?.results ?? []
    entries = reader?.entries ?? []
    self.folder = folder
    var end = results.count
    while next < end {
      let middle = (next + end) / 2
      if Path.precedes(results[middle].facts.path, path) { next = middle + 1 } else { end = middle }
    }
  }

  /// The number of the entry of the file at `path`; nothing when there is none.
  mutating func entry(of path: String) -> Int? {
    while next < results.count {
      let order = Path.order(results[next].facts.path, path)
      if order > 0 { return nil }
      next += 1
      if order == 0 { return next - 1 }
    }
    return nil
  }

  /// The sources that the file of an entry belongs to. They follow from its path and the ruleset, which is that of the results.
  mutating func sources(of entry: Int) -> [Int] {
    let known = results[entry].facts.sources
    if known != sources.known { sources = (known, known.map(Int.init)) }
    return sources.numbers
  }

  /// What became of the file of an entry, whose bytes are at `content`.
  func sighting(of entry: Int, at content: Result<String, FileProblem>) -> Sighting {
    guard case .success(let path) = content, let status = folder.statusOnDisk(of: path) else {
      return .other(entry)
    }
    let known = results[entry].status
    if status == known, entries[entry].isSettled { return .same(entry) }
    return status.size == known?.size ? .alike(entry) : .other(entry)
  }
}
