import Foundation

/// Where the package's files are.
enum Package {
  /// The package's folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder with the program that is tested, which is built beside the tests.
  static let products =
    Bundle.main.executableURL?.deletingLastPathComponent() ?? root.appending(path: ".build/debug")
}

/// Whether a program that a test needs is there. Where all are required it counts as there, so that its absence is a
/// failure there and never a silent gap.
func isWanted(_ program: String) -> Bool {
  let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    || ProcessInfo.processInfo.environment["METROLINT_REQUIRE_ALL"] == "1"
}
