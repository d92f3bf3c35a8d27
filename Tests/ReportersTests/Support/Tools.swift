import Foundation
import Testing

/// Where the package's files are.
enum Package {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let tests = root.appending(path: "Tests")

  /// A file of the schemas that are kept outside the package; nothing when they are not there.
  static func sharedFormat(_ name: String) -> URL? {
    let file = root.deletingLastPathComponent().appending(path: "shared/formats/\(name)")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }
}

/// A program that reads what metrolint writes.
struct Tool: Sendable {
  let path: String

  /// Python with the packages of `Tests/requirements.txt`.
  static let python = Tool(path: Package.root.appending(path: ".venv/bin/python").path)
  static let xmllint = Tool(path: "/usr/bin/xmllint")
  static let vim = Tool(path: "/usr/bin/vim")

  /// Whether a test that needs the program runs: when the program is there, and where all are required, so
  /// that its absence is a failure there and never a silent gap.
  var isWanted: Bool {
    FileManager.default.isExecutableFile(atPath: path)
      || ProcessInfo.processInfo.environment["METROLINT_REQUIRE_ALL"] == "1"
  }

  /// What the program wrote to standard output and standard error, and its exit status.
  func run(_ arguments: [String]) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }
}

/// Gives `body` a file with these bytes, which is gone afterwards.
func withTemporaryFile<Result>(
  _ bytes: [UInt8], ending: String, _ body: (URL) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "metrolint-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: "report.\(ending)")
  try Data(bytes).write(to: file)
  return try body(file)
}
