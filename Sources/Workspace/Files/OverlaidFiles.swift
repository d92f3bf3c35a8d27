/// Files with others before them: the buffers of an editor, or standard input in the place of a file.
package struct OverlaidFiles: Files {
  /// The files behind.
  package let base: any Files
  /// The files before them, also such as are not there yet.
  package var buffers: MemoryFiles

  /// `base` with `buffers`, by absolute path, before it.
  package init(_ base: any Files, buffers: [String: [UInt8]]) {
    self.base = base
    self.buffers = MemoryFiles(buffers)
  }

  package func kind(of path: String) -> FileKind {
    let kind = buffers.kind(of: path)
    return kind == .absent ? base.kind(of: path) : kind
  }

  package func folder(_ path: String) throws(FileProblem) -> any FileFolder {
    guard let front = try? buffers.folder(path) else { return try base.folder(path) }
    return OverlaidFolder(front: front, behind: try? base.folder(path))
  }

  package func realPath(of path: String) throws(FileProblem) -> String {
    buffers.kind(of: path) == .absent ? try base.realPath(of: path) : path
  }
}

private struct OverlaidFolder: FileFolder {
  let front: any FileFolder
  let behind: (any FileFolder)?

  func files(enters: (String) -> Bool) -> [FoundFile] {
    let buffers = front.files(enters: enters)
    let covered = Set(buffers.map(\.path))
    let files = (behind?.files(enters: enters) ?? []).filter { !covered.contains($0.path) }
    return (buffers + files).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  func bytes(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    do {
      return try front.bytes(of: path, limit: limit)
    } catch {
      guard error == .gone, let behind else { throw error }
      return try behind.bytes(of: path, limit: limit)
    }
  }

  func bytesWithStatus(of path: String, limit: Int) throws(FileProblem)
    -> (bytes: [UInt8], status: FileStatus?)
  {
    do {
      return (try front.bytes(of: path, limit: limit), nil)
    } catch {
      guard error == .gone, let behind else { throw error }
      return try behind.bytesWithStatus(of: path, limit: limit)
    }
  }

  func statusOnDisk(of path: String) -> FileStatus? {
    (try? front.bytes(of: path, limit: .max)) == nil ? behind?.statusOnDisk(of: path) : nil
  }
}
