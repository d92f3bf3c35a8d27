import BenchmarkData
import Foundation

/// A row of the table: what is measured, what it should be, and how it is measured.
struct Row: Sendable {
  /// The name that `--only` takes.
  let name: String
  /// What is measured, in words.
  let what: String
  /// What it should be, in words.
  let target: String
  /// Measures it.
  ///
  /// - Throws: `Stop` when it cannot be measured, `Missing` when something is not installed.
  let measure: @Sendable (Bench) throws -> Seen

  /// All rows, in the order of the table.
  static let all: [Row] = [
    .cold, .processor, .large, .warm, .memory, .growth, .start, .editor, .validate, .validatePeer,
    .yamllint, .checkJSONSchema, .script,
  ]
}

/// What was measured.
struct Seen {
  /// The figures, in words.
  let text: String
  /// Whether they are as they should be.
  let isMet: Bool
}

/// Something that a row needs and that is not there. The row is not measured, and says so.
struct Missing: Error {
  let what: String
}

/// Everything that rows measure with.
struct Bench: Sendable {
  let stopwatch: Stopwatch
  /// The activities of the set that most rows use.
  let activities: Int
  /// How often each pair is run.
  let rounds: Int
  /// How many times larger the largest set is.
  let growth: Int
  /// The folder of the package.
  let package: URL

  /// The folder of a set, which is made when it is not there yet.
  func folder(_ set: DataSet) throws -> String {
    let folder = stopwatch.scratch.appendingPathComponent("sets/\(set.name)")
    let isMade = folder.appendingPathComponent("report.yaml").path
    if !FileManager.default.fileExists(atPath: isMade) { try set.write(to: folder.path) }
    return folder.path
  }

  /// The folder of the set that most rows use.
  func usual() throws -> String {
    try folder(DataSet(activities: activities))
  }

  /// The command of metrolint.
  func metrolint(_ arguments: String...) throws -> [String] {
    guard let program = stopwatch.program("metrolint") else { throw Missing(what: "metrolint") }
    return [program] + arguments
  }

  /// A program of the peers' virtual environment.
  func peer(_ name: String) throws -> String {
    let path = package.appendingPathComponent("Benchmarks/.venv/bin/\(name)").path
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(what: name) }
    return path
  }

  /// One run of the C loop over a folder.
  func loop(_ folder: String) throws -> Run {
    guard let loop = stopwatch.program("libyaml-loop") else { throw Missing(what: "libyaml-loop") }
    return try stopwatch.run([loop, folder])
  }

  /// One whole check without a finding and with an empty cache, which it fills.
  func coldCheck(_ folder: String) throws -> Run {
    let cache = stopwatch.scratch.appendingPathComponent("cache").path
    try? FileManager.default.removeItem(atPath: cache)
    return try stopwatch.run(metrolint("check", folder, "--cache-dir", cache))
  }

  /// One whole check after another, with nothing changed.
  func warmCheck(_ folder: String) throws -> Run {
    let cache = stopwatch.scratch.appendingPathComponent("cache").path
    return try stopwatch.run(metrolint("check", folder, "--cache-dir", cache))
  }
}
