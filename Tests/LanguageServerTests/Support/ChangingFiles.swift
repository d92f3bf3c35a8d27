import Synchronization
import Workspace

/// Files in memory that a test changes while others look at them.
final class ChangingFiles: Files {
  private let files: Mutex<MemoryFiles>

  init(_ contents: [String: [UInt8]]) {
    files = Mutex(MemoryFiles(contents))
  }

  /// The bytes of the file at `path`; nothing when there is none.
  subscript(path: String) -> [UInt8]? {
    get { files.withLock { $0.contents[path] } }
    set { files.withLock { $0.contents[path] = newValue } }
  }

  /// The paths of all files, sorted.
  var paths: [String] { files.withLock { $0.contents.keys.sorted() } }

  func kind(of path: String) -> FileKind { files.withLock { $0.kind(of: path) } }

  func folder(_ path: String) throws(FileProblem) -> any FileFolder {
    try files.withLock { $0 }.folder(path)
  }
}
