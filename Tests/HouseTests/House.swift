import Foundation

/// The files of the package, as the tests of the house look at them.
enum House {
  /// The package's folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// All files that belong to the package, relative to its folder, sorted.
  static let files: [String] = {
    let skipped: Set = [".build", ".git", ".venv"]
    guard let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
    else { return [] }
    var files: [String] = []
    while let file = walk.nextObject() as? URL {
      if skipped.contains(file.lastPathComponent) {
        walk.skipDescendants()
        continue
      }
      let values = try? file.resourceValues(forKeys: [.isRegularFileKey])
      if values?.isRegularFile == true { files.append(String(file.path.dropFirst(root.path.count + 1))) }
    }
    return files.sorted()
  }()

  /// The Swift files below a folder.
  static func swiftFiles(in folder: String) -> [String] {
    files.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".swift") }
  }

  /// The text of a file.
  static func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  /// The lines of a file.
  static func lines(of path: String) throws -> [Substring] {
    try text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
