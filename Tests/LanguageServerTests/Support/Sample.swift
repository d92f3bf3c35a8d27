import Foundation
import Workspace

/// The data sets that tests are about.
enum Sample {
  /// The folder of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The files of the sample set, by path from its root.
  static func metropolis() throws -> [String: [UInt8]] {
    try files(in: package.appending(path: "Samples/metropolis-2021"))
  }

  /// The files of a folder, by path from it.
  static func files(in folder: URL) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: path)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      files[path] = Array(try Data(contentsOf: file))
    }
    return files
  }

  /// The same files below another folder.
  static func metropolis(in folder: String) throws -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try metropolis().map { (folder + "/" + $0.key, $0.value) })
  }
}
