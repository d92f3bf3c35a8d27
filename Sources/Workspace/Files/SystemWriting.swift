#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The calls of the operating system that files of the cache and of shards need: reading parts, and writing whole.

/// An open file of which parts are read.
package final class OpenFile: Sendable {
  private let descriptor: Descriptor
  /// What the file was when it was opened.
  let status: FileStatus

  /// Opens the regular file at `path`, as seen from the current folder. Links are followed.
  package init(_ path: String) throws(FileProblem) {
    descriptor = try Descriptor(file: path)
    status = try descriptor.status()
    guard status.kind == .regular else { throw .special }
  }
}

extension OpenFile: ByteSource {
  var count: Int { status.size }

  func bytes(in range: Range<Int>) throws(FileProblem) -> [UInt8] {
    try descriptor.bytes(at: range.lowerBound, atMost: range.count)
  }

  /// Notes that the file is used now, so that it is not taken for an old one.
  func noteUse() {
    descriptor.setTimesToNow()
  }
}

/// A file that is being written beside the one whose place it will take.
final class NewFile: Sendable {
  private let descriptor: Descriptor
  /// Its absolute path while it is written.
  private let path: String

  /// Makes a file at an absolute path where nothing may be.
  init(_ path: String) throws(FileProblem) {
    descriptor = try Descriptor(newFile: path)
    self.path = path
  }

  /// Writes all of `bytes` at its end.
  func write(_ bytes: [UInt8]) throws(FileProblem) {
    try descriptor.write(bytes)
  }

  /// Puts it in the place of the file at `target`, at once.
  func move(to target: String) throws(FileProblem) {
    _ = try checked { unsafe rename(path, target) }
  }

  /// Takes it away.
  func remove() {
    SystemFiles.remove(path)
  }
}

/// What is done to folders and whole files, by absolute path.
enum SystemFiles {
  /// Makes the folder at `path` and those that it is in, when they are not there; nobody else may look into new ones.
  static func makeFolder(_ path: String) throws(FileProblem) {
    do throws(FileProblem) {
      _ = try checked { unsafe mkdir(path, 0o700) }
    } catch {
      if FileKind(at: path) == .folder { return }
      guard error == .gone, let parent = Path.parent(path), FileKind(at: parent) != .file else {
        throw error
      }
      try makeFolder(parent)
      _ = try checked { unsafe mkdir(path, 0o700) }
    }
  }

  /// Takes the file at `path` away; nothing happens when that cannot be done.
  static func remove(_ path: String) {
    _ = unsafe unlink(path)
  }

  /// The number of this process.
  static var process: Int { Int(getpid()) }
}
