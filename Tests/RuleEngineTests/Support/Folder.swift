import Foundation
import RuleEngine

/// Files of the project, for tests that run over what it ships.
enum Folder {
  /// The package's folder.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The bytes of all files below `folder`, by path from it.
  static func files(in folder: URL) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
      let file = folder.appending(path: path)
      guard let isFile = try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile,
        isFile,
        let data = try? Data(contentsOf: file)
      else { continue }
      files[path] = Array(data)
    }
    return files
  }

  /// The names of the rulesets that metrolint ships.
  static var rulesets: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: package.appending(path: "Rules").path))
      ?? [])
      .sorted()
  }

  /// A ruleset that metrolint ships.
  static func ruleset(_ name: String) -> RulesetFiles {
    RulesetFiles(
      origin: "Rules/\(name)", files: files(in: package.appending(path: "Rules/\(name)")))
  }
}
