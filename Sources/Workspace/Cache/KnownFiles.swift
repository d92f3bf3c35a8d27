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

/// Files held against what the cache has, one after the other: the paths of both rise.
struct KnownFiles {
  private let parts: [[ResultsReader.Entry]]
  private let starts: [Int]
  private let sourcesOfHeads: [[Int]]
  private let folder: any FileFolder
  /// The part that the next entry is in, and its place there.
  private var part = 0
  private var entries: [ResultsReader.Entry] = []
  private var next = 0
  /// The number of the first entry of the part.
  private var start = 0

  /// Begins with the entries of files that do not come before `file`.
  init(_ reader: ResultsReader?, _ folder: any FileFolder, from file: FoundFile?) {
    parts = reader?.parts ?? []
    starts = reader?.starts ?? []
    sourcesOfHeads = reader?.sources ?? []
    self.folder = folder
    guard let reader, let file, reader.count > 0 else { return }
    var (low, high) = (0, reader.count)
    while low < high {
      let middle = (low + high) / 2
      if file.order(reader[middle].path) > 0 { low = middle + 1 } else { high = middle }
    }
    part = reader.part(of: low)
    begin()
    next = low - start
  }

  /// Finds what the cache has of a file, of which the others speak then; false when it has nothing.
  mutating func find(_ file: FoundFile) -> Bool {
    while true {
      while next < entries.count {
        let order = file.order(entries[next].path)
        if order < 0 { return false }
        next += 1
        if order == 0 { return true }
      }
      guard part + 1 < parts.count else { return false }
      part += 1
      begin()
    }
  }

  private mutating func begin() {
    entries = parts[part]
    start = starts[part]
    next = 0
  }

  /// The path of the file.
  var path: String { entries[next - 1].path }

  /// The sources that it belongs to. They follow from its path and the ruleset, which is that of the results.
  var sources: [Int] { sourcesOfHeads[entries[next - 1].head] }

  /// What became of the file, which is `kind` now.
  func sighting(_ kind: FoundFile.Kind) -> Sighting {
    let number = start + next - 1
    let status: FileStatus?
    switch kind {
    case .file: status = folder.statusOnDisk(of: entries[next - 1].path)
    case .link(let target): status = folder.statusOnDisk(of: target)
    case .problem: status = nil
    }
    guard let status else { return .other(number) }
    if entries[next - 1].isSettled, status == entries[next - 1].status { return .same(number) }
    return status.size == entries[next - 1].status?.size ? .alike(number) : .other(number)
  }
}
