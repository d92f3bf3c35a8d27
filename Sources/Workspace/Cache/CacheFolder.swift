/// A folder of the cache, such as that with one file of results for each data set and key.
///
/// Files are written beside and put in place at once, so whoever reads has a whole one, and of two runs that write at
/// once the later one's stays. A file may be taken away while another run reads it; that run still has it.
struct CacheFolder: Sendable {
  /// How names end of what is still being written.
  static let unfinishedEnding = ".unfinished"

  /// How old something unfinished is when nobody writes it any more, in nanoseconds: one hour.
  private static let mostUnfinished: Int64 = 3_600_000_000_000
  /// How long after its last use a file's use is noted again, in nanoseconds: one hour.
  private static let useStep: Int64 = 3_600_000_000_000

  let place: CachePlace
  /// How the files' names end.
  let ending: String

  /// The absolute path of the file of this name, which need not be there.
  func path(_ name: String) -> String { Path.join(place.folder, name + ending) }

  /// The file of this name, when there is one that can be read.
  func open(_ name: String) -> OpenFile? {
    guard let file = try? OpenFile(path(name)) else { return nil }
    if file.status.modified < place.now - Self.useStep { file.noteUse() }
    return file
  }

  /// Begins a file of this name.
  ///
  /// - Throws: why it cannot be written.
  func begin(_ name: String) throws(FileProblem) -> UnfinishedFile {
    try SystemFiles.makeFolder(place.folder)
    let target = path(name)
    return UnfinishedFile(file: try newFile(target), target: target, mostBytes: place.mostBytes)
  }

  /// Puts a file of this name with these bytes in place of the one that is there.
  ///
  /// - Throws: why it cannot be written; then the one that was there is still there.
  func write(_ name: String, _ bytes: [UInt8]) throws(FileProblem) {
    var file = try begin(name)
    do throws(FileProblem) {
      try file.append(bytes)
      try file.finish()
    } catch {
      file.drop()
      throw error
    }
  }

  private func newFile(_ target: String) throws(FileProblem) -> NewFile {
    var attempt = 0
    while true {
      let path = "\(target).\(SystemFiles.process)-\(attempt)\(Self.unfinishedEnding)"
      do throws(FileProblem) {
        return try NewFile(path)
      } catch {
        guard FileKind(at: path) != .absent, attempt < 100 else { throw error }
        attempt += 1
      }
    }
  }

  /// Takes away what nobody writes any more, and of the rest what was used longest ago, until no more is there than
  /// may be.
  ///
  /// - Parameter kept: the name of a file that stays.
  func clean(keeping kept: String) {
    guard let folder = try? Folder(place.folder) else { return }
    var files: [(name: String, status: FileStatus)] = []
    for found in folder.files(enters: { _ in false }) {
      guard let status = try? folder.status(of: found.path) else { continue }
      if found.path.hasSuffix(ending) {
        files.append((found.path, status))
      } else if found.path.hasSuffix(Self.unfinishedEnding),
        status.modified < place.now - Self.mostUnfinished
      {
        SystemFiles.remove(Path.join(place.folder, found.path))
      }
    }
    files.sort { ($0.status.modified, $0.name) < ($1.status.modified, $1.name) }
    var count = files.reduce(0) { $0 + $1.status.size }
    for file in files where count > place.mostBytes && file.name != kept + ending {
      SystemFiles.remove(Path.join(place.folder, file.name))
      count -= file.status.size
    }
  }
}

/// A file of the cache that is not in its place yet.
struct UnfinishedFile: Sendable {
  fileprivate let file: NewFile
  fileprivate let target: String
  fileprivate let mostBytes: Int
  private var count = 0

  fileprivate init(file: NewFile, target: String, mostBytes: Int) {
    self.file = file
    self.target = target
    self.mostBytes = mostBytes
  }

  /// Writes the next bytes.
  mutating func append(_ bytes: [UInt8]) throws(FileProblem) {
    count += bytes.count
    guard count <= mostBytes else { throw .tooLarge(bytes: count, limit: mostBytes) }
    try file.write(bytes)
  }

  /// Puts it in the place of the one that is there.
  func finish() throws(FileProblem) {
    try file.move(to: target)
  }

  /// Takes it away; the one that is there stays.
  func drop() {
    file.remove()
  }
}

extension FileProblem {
  /// Why nothing can be kept, as the end of a sentence.
  var cacheReason: String {
    switch self {
    case .refused(let code): systemReason(code)
    case .tooLarge(_, let limit): "what is known of the set has more than \(limit) bytes"
    default: "it is no folder"
    }
  }
}
