/// Finds data sets in folders.
package struct SetFinder {
  /// How many folders are looked into at most: what an editor has open may be a whole disk.
  private static let mostFolders = 20_000

  private let files: any Files

  /// A finder in these files.
  package init(_ files: any Files) {
    self.files = files
  }

  /// The root of the data set that the file or folder at `path` is in; nothing when it is in none. What is wrong with
  /// that set does not matter here.
  package func root(around path: String) -> String? {
    let start = files.kind(of: path) == .folder ? path : Path.parent(path) ?? "/"
    if let root = Path.upwards(from: start).first(where: isRoot) { return root }
    return try? RulesetChoice.find(from: Path.upwards(from: start), files: files).root
  }

  /// The nearest folder around the file at `path` that has a configuration.
  package func configuredRoot(around path: String) -> String? {
    Path.upwards(from: Path.parent(path) ?? "/").first(where: isRoot)
  }

  /// The roots of all data sets in the folder at `path`, and of the one that it is in, sorted.
  package func roots(in path: String) -> [String] {
    var roots: Set<String> = []
    if let root = root(around: path) { roots.insert(root) }
    guard let folder = try? files.folder(path) else { return roots.sorted() }
    var left = SetFinder.mostFolders
    _ = folder.files { inner in
      left -= 1
      if isRoot(Path.join(path, inner)) { roots.insert(Path.join(path, inner)) }
      return left > 0 && !inner.hasSuffix("node_modules")
    }
    return roots.sorted()
  }

  private func isRoot(_ folder: String) -> Bool {
    files.kind(of: Path.join(folder, Configuration.fileName)) != .absent
  }
}
