/// Files as a data set has them: a disk, a disk with an editor's buffers before it, or a table in memory.
package protocol Files: Sendable {
  /// What stands at an absolute path; links are followed.
  func kind(of path: String) -> FileKind

  /// The folder at an absolute path.
  func folder(_ path: String) throws(FileProblem) -> any FileFolder

  /// An absolute path without the links that it leads through.
  func realPath(of path: String) throws(FileProblem) -> String
}

/// A folder whose files are found and read.
package protocol FileFolder: Sendable {
  /// Everything under the folder that is no folder and not hidden, by the bytes of the path.
  ///
  /// - Parameter enters: whether to look into the folder at this path.
  func files(enters: (String) -> Bool) -> [FoundFile]

  /// All bytes of the file at a path from the folder, which no link may lead out of.
  ///
  /// - Parameter limit: the most bytes that it may have.
  func bytes(of path: String, limit: Int) throws(FileProblem) -> [UInt8]

  /// The same with what the file system says of just these bytes; nothing when they are not those of a disk.
  func bytesWithStatus(of path: String, limit: Int) throws(FileProblem) -> (
    bytes: [UInt8], status: FileStatus?
  )

  /// What the file system says of the file at a path from the folder, without opening it; nothing when it is no file
  /// of a disk, or cannot be asked.
  func statusOnDisk(of path: String) -> FileStatus?

  /// The same folder for one who asks for one file after the other.
  func visited() -> any FileFolder
}

extension FileFolder {
  package func bytesWithStatus(of path: String, limit: Int) throws(FileProblem)
    -> (bytes: [UInt8], status: FileStatus?)
  {
    (try bytes(of: path, limit: limit), nil)
  }

  package func statusOnDisk(of path: String) -> FileStatus? { nil }

  package func visited() -> any FileFolder { self }
}

/// What stands at a path.
package enum FileKind: Sendable, Hashable {
  /// Nothing, or nothing that may be looked at.
  case absent
  /// A file with bytes.
  case file
  /// A folder.
  case folder
  /// A device, a pipe or a socket.
  case other
}

extension Files {
  package func realPath(of path: String) throws(FileProblem) -> String { path }

  /// All bytes of the file at an absolute path, wherever a link there leads: for files that the user named.
  package func bytes(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    // A folder opens no link, which could lead out of it.
    let path = try realPath(of: path)
    guard let parent = Path.parent(path) else { throw .special }
    return try folder(parent).bytes(
      of: String(path.dropFirst(parent == "/" ? 1 : parent.count + 1)), limit: limit)
  }
}
