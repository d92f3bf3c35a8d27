import Findings
import RuleEngine

extension Check {
  /// Phase two over the facts of all shards: says what a check of the whole set says.
  ///
  /// - Parameter paths: the files that `facts(of:)` gave, each as the call names it, in any order.
  /// - Throws: that a file is none of facts or belongs to something else, that they are not all shards of one set, or that
  ///   the set has changed since.
  package func run(joining paths: [String]) async throws(WorkspaceError) -> Outcome {
    let notes = try Notes(self)
    let inventory = Inventory(dataSet)
    let files = try await open(paths)
    try Self.requireWhole(files)
    var results: [PhaseOne.Result] = []
    for file in files {
      let known = await file.reader.results(of: dataSet.ruleset, jobs: options.jobs) { _ in true }
      guard known.allSatisfy({ $0 != nil }) else { throw .noFacts(file.name) }
      results += known.compactMap(\.self)
    }
    results.sort { Path.precedes($0.facts.path, $1.facts.path) }
    try requireSame(inventory.files, results)
    let judgement = await judge(inventory, .found(results), known: nil)
    if let path = judgement.parts.lazy.compactMap(\.changedPath).first {
      throw .taken("\(path) has changed since its facts were taken")
    }
    return outcome(inventory, .found(results), judgement, notes)
  }

  /// A file of facts, by the name that the call gives it.
  private struct File {
    let name: String
    let reader: ResultsReader
    let shard: Shard
  }

  private func open(_ paths: [String]) async throws(WorkspaceError) -> [File] {
    let key = ResultsKey(dataSet)
    var files: [File] = []
    for name in paths {
      let file: OpenFile
      do throws(FileProblem) {
        file = try OpenFile(Path.absolute(name, in: environment.workingFolder))
      } catch {
        guard error != .gone else { throw .usage("there is no \(name)") }
        throw error == .special ? .noFacts(name) : .failure("\(name) \(error.reason)")
      }
      do throws(ResultsMistake) {
        let reader = try await ResultsReader(
          file, key: key, ruleset: dataSet.ruleset, jobs: options.jobs)
        guard let shard = reader.shard else { throw .damaged }
        files.append(File(name: name, reader: reader, shard: shard))
      } catch {
        throw .refused(name, error, dataSet)
      }
    }
    return files
  }

  /// Refuses files that are not all shards of one set, each once.
  private static func requireWhole(_ files: [File]) throws(WorkspaceError) {
    guard let first = files.first else { throw .usage("there are no facts to join") }
    var owners: [Int: String] = [:]
    for file in files {
      guard file.shard.count == first.shard.count else {
        throw .usage(
          "\(first.name) is shard \(first.shard) and \(file.name) is shard \(file.shard)",
          help: "join the shards of one cut")
      }
      if let other = owners.updateValue(file.name, forKey: file.shard.index) {
        throw .usage(
          "\(other) and \(file.name) are both shard \(file.shard)", help: "give each shard once")
      }
    }
    guard let missing = (1...first.shard.count).first(where: { owners[$0] == nil }) else { return }
    let others = first.shard.count - owners.count - 1
    throw .usage(
      "shard \(missing) of \(first.shard.count) "
        + (others == 0 ? "is missing" : "and \(others) more are missing"),
      help: "metrolint facts --shard \(missing)/\(first.shard.count) makes it")
  }

  /// Refuses facts of other files than those that are there.
  private func requireSame(
    _ files: [Inventory.File], _ results: [PhaseOne.Result]
  ) throws(WorkspaceError) {
    var (file, result) = (0, 0)
    while file < files.count || result < results.count {
      let path = file < files.count ? files[file].path : nil
      let known = result < results.count ? results[result].facts.path : nil
      if let path, known.map({ Path.precedes(path, $0) }) != false {
        throw .taken("\(path) is in the data set and not in its facts")
      }
      if let known, path.map({ Path.precedes(known, $0) }) != false {
        throw .taken("\(known) is in the facts of the data set and not there any more")
      }
      file += 1
      result += 1
    }
  }
}

extension WorkspaceError {
  fileprivate static func noFacts(_ name: String) -> WorkspaceError {
    .usage("\(name) is no file of facts, or is not whole", help: "metrolint facts makes them")
  }

  fileprivate static func taken(_ message: String) -> WorkspaceError {
    .usage(message, help: "take the facts again with metrolint facts")
  }

  fileprivate static func refused(
    _ name: String, _ mistake: ResultsMistake, _ dataSet: DataSet
  ) -> WorkspaceError {
    switch mistake {
    case .damaged: .noFacts(name)
    case .unreadable(let problem): .failure("\(name) \(problem.reason)")
    case .version(let version):
      .taken("\(name) was made by metrolint \(version), and this is \(Report.Product.metrolint.version)")
    case .ruleset:
      .taken("\(name) was made with another ruleset than \(dataSet.ruleset.name) as it is now")
    case .rules:
      .usage(
        "\(name) was made with other rules in force",
        help: "give facts and join the same --only, --skip, --severity and --today")
    }
  }
}
