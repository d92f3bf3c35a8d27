/// Files that are nowhere but in memory: those of examples and tests.
package struct MemoryFiles: Files {
  /// The bytes of each file, by absolute path.
  package var contents: [String: [UInt8]]

  /// These files.
  package init(_ contents: [String: [UInt8]]) {
    self.contents = contents
  }

  package func kind(of path: String) -> FileKind {
    if contents[path] != nil { return .file }
    return contents.keys.contains { Path.below($0, path) != nil } ? .folder : .absent
  }

  package func folder(_ path: String) throws(FileProblem) -> any FileFolder {
    guard kind(of: path) == .folder else { throw .gone }
    return MemoryFolder(contents: contents, path: path)
  }
}

private struct MemoryFolder: FileFolder {
  let contents: [String: [UInt8]]
  let path: String

  func files(enters: (String) -> Bool) -> [FoundFile] {
    contents.keys.compactMap { Path.below($0, path) }
      .filter { !Path.isHidden($0) && Path.folders(of: $0).allSatisfy(enters) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { FoundFile(path: $0, kind: .file) }
  }

  func bytes(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    guard let bytes = contents[Path.join(self.path, path)] else { throw .gone }
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    return bytes
  }
}
