import Foundation

/// A folder of its own for a test, in which commands run with an environment of their own.
final class Sandbox {
  /// What a command did.
  struct Outcome {
    /// What it wrote to standard output.
    let output: Data
    /// What it wrote to standard error.
    let errors: Data
    /// Its exit status; 128 and the signal's number for one that a signal ended.
    let status: Int32

    /// Standard output as text.
    var outputText: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  /// The folder in which commands run.
  let folder: URL
  private let outside: URL

  init() throws {
    outside = FileManager.default.temporaryDirectory.appending(path: "metrolint-\(UUID().uuidString)")
    folder = outside.appending(path: "set")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: outside)
  }

  /// Makes a file.
  func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  /// Makes a file.
  func write(_ bytes: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// Copies a file or folder of the package.
  func copy(_ path: String, to target: String) throws {
    let file = folder.appending(path: target)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Package.root.appending(path: path), to: file)
  }

  /// The text of a file; nothing when it is not there.
  func text(of path: String) -> String? {
    (try? Data(contentsOf: folder.appending(path: path))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in the folder, hidden ones too, sorted.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  /// Runs a line with `sh`, for at most `seconds`. `metrolint` is the program that is tested; of the environment only
  /// what is given here is there.
  func run(_ line: String, _ variables: [String: String] = [:], seconds: Int = 60) throws -> Outcome {
    let (output, errors) = (outside.appending(path: "output"), outside.appending(path: "errors"))
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["timeout", "-k", "5", "\(seconds)", "sh", "-c", line]
    process.currentDirectoryURL = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = [
      "HOME": outside.path, "PATH": "\(Package.products.path):\(path)",
      "XDG_CACHE_HOME": outside.path + "/cache",
    ].merging(variables) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let isEndedBySignal = process.terminationReason == .uncaughtSignal
    return Outcome(
      output: try Data(contentsOf: output), errors: try Data(contentsOf: errors),
      status: process.terminationStatus + (isEndedBySignal ? 128 : 0))
  }
}
