import Foundation
import Testing

/// Real editors, with the files that the documentation gives people. The server is the built program.
@Suite("Real clients")
struct ClientTests {
  private static let clients = Sample.package.appending(path: "Tests/LanguageServerTests/Clients").path
  private static let documentation = Sample.package.appending(path: "Documentation/Editors").path
  private static let isRequired = ProcessInfo.processInfo.environment["METROLINT_REQUIRE_ALL"] == "1"
  private static let pytest = Sample.package.appending(path: ".venv/bin/pytest").path

  private static func has(_ command: String) -> Bool {
    if isRequired { return true }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(command)") }
  }

  /// Whether Emacs and its client are there.
  private static let hasEglot: Bool = {
    if isRequired { return true }
    guard has("emacs") else { return false }
    let words = ["emacs", "--batch", "--eval", "(package-initialize)", "--eval", "(require 'eglot)"]
    return (try? Run(words, in: Sample.package).status) == 0
  }()

  private static let seen = [
    "complete L1A2D1", "complete L1A2D2", "complete L1A2D3", "complete L1A2D4", "cleared",
  ]

  @Test("Neovim with its own client", .enabled(if: has("nvim"), "nvim is not installed"))
  func neovim() throws {
    let copy = try WorkingCopy()
    defer { copy.remove() }
    let run = try Run(
      [
        "nvim", "--headless", "--clean", "-u", "\(Self.documentation)/neovim.lua", "-c",
        "luafile \(Self.clients)/neovim.lua",
        // Only a mistake in the script leads here; without it Neovim would wait for keys.
        "-c", "cquit 1",
      ], in: copy.folder)
    #expect(
      run.lines == ["diagnostic L1A2D9 outcome-exists L1A2D9 is no outcome of the Strategic Action Plan"]
        + Self.seen + [
          "definition L1A2D3", "refused L1A1D1 is taken: it is the outcome in plan.yaml, line 9",
          "rename 6 L1A2D99", "fix L1A2D99",
        ], "\(run.all)")
    #expect(run.status == 0, "\(run.all)")
  }

  @Test("Emacs with eglot", .enabled(if: hasEglot, "Emacs or eglot is not installed"))
  func emacs() throws {
    let copy = try WorkingCopy()
    defer { copy.remove() }
    let run = try Run(
      [
        "emacs", "--batch", "--no-site-file", "-q", "--eval", "(package-initialize)", "-l",
        "\(Self.documentation)/emacs.el", "-l", "\(Self.clients)/emacs.el",
      ], in: copy.folder)
    #expect(
      run.lines == [
        "diagnostic L1A2D9 metrolint [outcome-exists]: L1A2D9 is no outcome of the Strategic Action Plan"
      ] + Self.seen + [
        "definition plan.yaml L1A2D3", "refused L1A1D1 is taken: it is the outcome in plan.yaml, line 9",
        "rename L1A2D99", "fix L1A2D99",
      ], "\(run.all)")
    #expect(run.status == 0, "\(run.all)")
  }

  @Test(
    "pytest-lsp",
    .enabled(
      if: isRequired || FileManager.default.isExecutableFile(atPath: pytest), "make test installs pytest-lsp")
  )
  func pytestLSP() throws {
    let copy = try WorkingCopy()
    defer { copy.remove() }
    let run = try Run(
      [Self.pytest, "-q", "-p", "no:cacheprovider", "\(Self.clients)/test_lsp.py"], in: copy.folder)
    #expect(run.status == 0, "\(run.all)")
    #expect(run.output.contains("4 passed"), "\(run.all)")
  }
}

/// A folder with the sample set and one more activity.
private struct WorkingCopy {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "metrolint-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try FileManager.default.copyItem(
      at: Sample.package.appending(path: "Samples/metropolis-2021"), to: folder)
    try Data(Editor.line.utf8).write(to: folder.appending(path: Editor.activity))
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }
}

/// A program that was run to its end.
private struct Run {
  let output: String
  let error: String
  let status: Int32

  /// What it printed, without the line that is not there after the last line break.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// All that it printed, in one line: summaries of test runs show no more than the first line of a failure.
  var all: String { "output \(output.debugDescription), errors \(error.debugDescription), exit \(status)" }

  init(_ words: [String], in folder: URL) throws {
    let products =
      Bundle.main.executableURL?.deletingLastPathComponent() ?? Sample.package.appending(path: ".build/debug")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = products.path + ":" + (environment["PATH"] ?? "")
    environment["METROLINT"] = products.appending(path: "metrolint").path
    // Nobody's own settings count.
    environment["HOME"] = folder.path
    process.environment = environment
    // Files take any amount without anybody reading them.
    let streams = FileManager.default.temporaryDirectory.appending(path: "metrolint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let (out, err) = (streams.appending(path: "out"), streams.appending(path: "err"))
    for file in [out, err] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: out), as: UTF8.self)
    error = String(decoding: try Data(contentsOf: err), as: UTF8.self)
    status = process.terminationStatus
  }
}
