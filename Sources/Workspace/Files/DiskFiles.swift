/// The files of the disk.
package struct DiskFiles: Files {
  /// The disk.
  package init() {}

  package func kind(of path: String) -> FileKind {
    FileKind(at: path)
  }

  package func folder(_ path: String) throws(FileProblem) -> any FileFolder {
    try Folder(path)
  }

  package func realPath(of path: String) throws(FileProblem) -> String {
    try Workspace.realPath(path)
  }
}

extension Folder: FileFolder {
  package func bytes(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    try read(path, limit: limit).bytes
  }

  package func bytesWithStatus(of path: String, limit: Int) throws(FileProblem)
    -> (bytes: [UInt8], status: FileStatus?)
  {
    let (bytes, status) = try read(path, limit: limit)
    return (bytes, status)
  }

  package func statusOnDisk(of path: String) -> FileStatus? {
    try? status(of: path)
  }

  package func visited() -> any FileFolder { FolderVisit(self) }
}
