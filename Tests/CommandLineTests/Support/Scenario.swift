import Foundation

/// A text file that says which files there are, what is run among them, and exactly what comes of it.
///
///     What it is about, in as many lines as wanted.
///
///     === file plan.yaml
///     lines: []
///     === copy Samples/metropolis-2021 set
///     === run metrolint check
///     === status 1
///     === stdout
///     …
///     === stderr
///     …
///     === then plan.yaml
///     …
///
/// `file` makes a file, `copy` copies a file or folder of the package, `run` is a line for `sh` in the folder of the
/// files. `status` (else 0), `stdout`, `stderr` (else nothing) and `then` (a file as it is afterwards) say what comes of
/// the last `run`; another `run` goes on in the same folder. A section has its lines with their line breaks; to leave
/// the last one out, its last line is `===`.
struct Scenario: Sendable {
  /// A command with what must come of it.
  struct Step: Sendable {
    /// The line for `sh`.
    let line: String
    /// Its exit status.
    var status: Int32 = 0
    /// What it writes to standard output.
    var output = ""
    /// What it writes to standard error.
    var errors = ""
    /// What files are afterwards.
    var files: [(path: String, text: String)] = []
  }

  /// The name of its file, without the ending.
  let name: String
  /// Files to make.
  var files: [(path: String, text: String)] = []
  /// What of the package to copy where.
  var copies: [(from: String, to: String)] = []
  /// What is run, in order.
  var steps: [Step] = []

  /// All scenarios, by name.
  static let all: [Scenario] = {
    let folder = Package.root.appending(path: "Tests/CommandLineTests/Scenarios")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".scenario") }.compactMap { name in
      guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else {
        return nil
      }
      return Scenario(name: String(name.dropLast(".scenario".count)), text: text)
    }
  }()

  /// Reads the text of a scenario; nothing when it has a section that there is not.
  init?(name: String, text: String) {
    self.name = name
    for section in text.split(separator: "\n=== ", omittingEmptySubsequences: false).dropFirst() {
      let end = section.firstIndex(of: "\n") ?? section.endIndex
      let words = section[..<end].split(separator: " ", maxSplits: 1).map(String.init)
      guard let kind = words.first else { return nil }
      guard add(kind, words.dropFirst().first ?? "", body: Self.body(section[end...])) else { return nil }
    }
  }

  /// The lines of a section. The line break before the next section is that of the last line.
  private static func body(_ text: Substring) -> String {
    guard !text.dropFirst().isEmpty else { return "" }
    let lines = text.dropFirst()
    if lines.hasSuffix("\n===") { return String(lines.dropLast(4)) }
    return lines.hasSuffix("\n") ? String(lines) : lines + "\n"
  }

  private mutating func add(_ kind: String, _ argument: String, body: String) -> Bool {
    switch kind {
    case "file": files.append((argument, body))
    case "copy":
      let words = argument.split(separator: " ").map(String.init)
      guard words.count == 2 else { return false }
      copies.append((words[0], words[1]))
    case "run": steps.append(Step(line: argument))
    case "status", "stdout", "stderr", "then":
      guard !steps.isEmpty else { return false }
      let last = steps.count - 1
      switch kind {
      case "status":
        guard let status = Int32(argument) else { return false }
        steps[last].status = status
      case "stdout": steps[last].output = body
      case "stderr": steps[last].errors = body
      default: steps[last].files.append((argument, body))
      }
    default: return false
    }
    return true
  }
}
