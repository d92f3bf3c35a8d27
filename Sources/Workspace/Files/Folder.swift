/// A folder on disk, as the root that files are found under and read from.
package final class Folder: Sendable {
  /// The folder's path without links, from the file system's root.
  package let realPath: String

  let descriptor: Descriptor

  /// The folder at `path`, which may be a link.
  ///
  /// - Throws: `FileProblem` when there is no such folder or it may not be opened.
  package init(_ path: String) throws(FileProblem) {
    descriptor = try Descriptor(folder: path)
    realPath = try Workspace.realPath(path)
  }

  /// The folder at `path` in another one. It may be no link.
  init(_ path: String, in parent: Folder) throws(FileProblem) {
    descriptor = try Descriptor(path, in: parent.descriptor)
    realPath = "\(parent.realPath)/\(path)"
  }

  /// What the file system says of the file at `path`, relative to the folder, without opening it.
  ///
  /// - Parameter start: where the path relative to the folder begins in `path`, in bytes.
  /// - Throws: `FileProblem` when there is no regular file.
  package func status(of path: String, from start: Int = 0) throws(FileProblem) -> FileStatus {
    let status = try descriptor.status(of: path, from: start)
    guard status.kind == .regular else { throw .special }
    return status
  }

  /// All bytes of the regular file at `path`, relative to the folder, and what the file system said of it before they were
  /// read: a file that changes while it is read is read again.
  ///
  /// A small file is read by one call, which sees as well whether it has grown or shrunk. When something is written over its
  /// bytes meanwhile, what the file system says of it next is another thing, so that nobody takes it for the same.
  ///
  /// - Parameters:
  ///   - start: where the path relative to the folder begins in `path`, in bytes.
  ///   - limit: the most bytes a file may have. A larger one is not read at all.
  /// - Throws: `FileProblem`, `.changing` when the file changed each time.
  package func read(_ path: String, from start: Int = 0, limit: Int) throws(FileProblem) -> (
    bytes: [UInt8], status: FileStatus
  ) {
    for _ in 0..<3 {
      let file = try Descriptor(path, from: start, in: descriptor)
      let before = try file.status()
      guard before.kind == .regular else { throw .special }
      guard before.size <= limit else { throw .tooLarge(bytes: before.size, limit: limit) }
      let bytes = try file.bytes(ofSize: before.size)
      // Some file systems make files up as they are read, and say that they are empty.
      if before.size == 0, try !file.bytes(atMost: 1).isEmpty { throw .special }
      guard bytes.count == before.size else { continue }
      if bytes.count <= Folder.smallBytes { return (bytes, before) }
      if try file.status() == before { return (bytes, before) }
    }
    throw .changing
  }

  /// How many bytes a call reads that nothing comes between.
  private static let smallBytes = 1 << 16
}
