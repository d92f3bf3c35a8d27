import BenchmarkData
import Findings
import Foundation
import Workspace

/// A made-up data set on disk with a cache beside it.
final class CachedSet {
  /// The folder of both.
  let folder: TemporaryFolder
  /// The set's own folder.
  let root: String
  /// The folder of the cache.
  var cache: String
  /// What tells builds apart.
  var build = "test"
  /// The most bytes of the cache.
  var mostBytes = 512 << 20

  private var opened: [String: Workspace.DataSet] = [:]

  init(activities: Int = 70, mistakes: Double = 0.3, seed: UInt64 = 1) throws {
    folder = try TemporaryFolder()
    root = folder.path + "/set"
    cache = folder.path + "/cache"
    try BenchmarkData.DataSet(activities: activities, mistakes: mistakes, seed: seed).write(to: root)
  }

  /// A check with the cache, unless that is not wanted.
  ///
  /// - Parameters:
  ///   - age: how many seconds it is since the files were written; far more than the step of any file system's clock,
  ///     unless a test is about that.
  ///   - buffers: what stands before files of the set, by path from its root.
  func check(
    cached: Bool = true, age: Int64 = 60, jobs: Int? = nil, options: DataSetOptions = DataSetOptions(),
    buffers: [String: String] = [:]
  ) async throws -> Check.Outcome {
    let now = Int64(Date().timeIntervalSince1970 * 1_000_000_000) + age * 1_000_000_000
    var files: any Files = DiskFiles()
    if !buffers.isEmpty {
      let texts = buffers.map { (root + "/" + $0.key, Array($0.value.utf8)) }
      files = OverlaidFiles(files, buffers: Dictionary(uniqueKeysWithValues: texts))
    }
    let place = CachePlace(folder: cache, build: build, now: now, mostBytes: mostBytes)
    let environment = Environment(files: files, workingFolder: root, cache: cached ? place : nil)
    let dataSet =
      buffers.isEmpty
      ? try await dataSet(options)
      : try await Workspace.DataSet.open(".", options: options, environment: environment)
    var checkOptions = CheckOptions()
    checkOptions.jobs = jobs
    return try await Check(dataSet, options: checkOptions, environment: environment).run()
  }

  /// The set on disk, opened once: reading a ruleset takes longer than checking a small set.
  func dataSet(_ options: DataSetOptions) async throws -> Workspace.DataSet {
    let name = "\(options)"
    if let opened = opened[name] { return opened }
    let environment = Environment(files: DiskFiles(), workingFolder: root)
    let dataSet = try await Workspace.DataSet.open(".", options: options, environment: environment)
    opened[name] = dataSet
    return dataSet
  }

  /// Opens the set anew for the next check: its configuration has changed.
  func reopen() { opened = [:] }

  /// The paths of the activities, from the root.
  var activities: [String] {
    let all = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasPrefix("activities/") && $0.hasSuffix(".yaml") }.sorted()
  }

  /// The text of a file of the set.
  func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)")), as: UTF8.self)
  }

  /// Writes a file of the set over what is there.
  func write(_ text: String, to path: String) throws {
    try folder.write(text, to: "set/" + path)
  }

  /// Takes a file of the set away.
  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(root)/\(path)")
  }

  /// The files of the cache, sorted.
  var cacheFiles: [URL] {
    let folder = URL(fileURLWithPath: cache)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? []
    return names.sorted().map { folder.appendingPathComponent($0) }
  }
}

extension Check.Outcome {
  /// Whether both say the same, whatever it cost.
  func says(_ other: Check.Outcome) -> Bool {
    report == other.report && idleRules == other.idleRules
      && idleQueries.elementsEqual(other.idleQueries) { $0 == $1 }
      && report.files.allSatisfy { sources[$0.path] == other.sources[$0.path] }
  }
}
