import Findings
import RuleEngine

/// Phase one of a run, with what an earlier run has left in the cache.
struct CachedResults: Sendable {
  /// What came of it.
  struct Outcome: Sendable {
    /// The results of all files, in their order. Without rows when `joined` is there, since nobody needs them then.
    var results: [PhaseOne.Result]
    /// What phase two says of exactly these files, when that is known.
    var joined: JoinedFindings?
    /// How many files were parsed.
    var parsed: Int
    /// Whether the cache has something else than these results.
    var isNews: Bool
  }

  /// What became of a file since the cache was written.
  private enum Look: Sendable {
    /// Nothing; it has this status.
    case same(FileStatus?)
    /// It is new or another one.
    case changed(PhaseOne.Result)
  }

  private let phaseOne: PhaseOne
  private let cache: ResultsCache?
  /// What an earlier run has left.
  private let known: ResultsReader?

  init(_ phaseOne: PhaseOne, _ cache: ResultsCache?, known: ResultsReader?) {
    self.phaseOne = phaseOne
    self.cache = cache
    self.known = known
  }

  private var check: Check { phaseOne.check }

  /// The results of all files, and what was read of the rows of some.
  func run(_ files: [Inventory.File]) async -> (Outcome, readings: [FactReading]) {
    guard let reader = known else {
      let (results, readings) = await phaseOne.run(files, isJoined: true)
      return (Outcome(results: results, joined: nil, parsed: files.count, isNews: true), readings)
    }
    let entries = Self.entries(of: files, in: reader.results)
    let (looks, readings) = await looks(at: files, entries, reader)
    let isNews = isNews(looks, entries, reader)
    // Rows are needed to join facts, and to write them again.
    guard !isNews, let joined = Self.joined(looks, reader) else {
      return (await complete(files, entries, looks, reader, isNews: isNews), readings)
    }
    return (Outcome(results: reader.results, joined: joined, parsed: 0, isNews: false), [])
  }

  /// What phase two says, when all files are those that the cache knows.
  private static func joined(_ looks: [Look], _ reader: ResultsReader) -> JoinedFindings? {
    let areSame = looks.allSatisfy { if case .same = $0 { true } else { false } }
    return areSame && looks.count == reader.entries.count ? reader.joined : nil
  }

  /// For each file its entry, when it has one.
  private static func entries(
    of files: [Inventory.File], in known: [PhaseOne.Result]
  ) -> [Int?] {
    var next = 0
    return files.map { file in
      while next < known.count, Path.precedes(known[next].facts.path, file.path) { next += 1 }
      guard next < known.count, !Path.precedes(file.path, known[next].facts.path) else { return nil }
      defer { next += 1 }
      let sources = file.sources.lazy.map { UInt16(truncatingIfNeeded: $0) }
      return known[next].facts.sources.elementsEqual(sources) ? next : nil
    }
  }
}

// MARK: Looking at files

extension CachedResults {
  private func looks(
    at files: [Inventory.File], _ entries: [Int?], _ reader: ResultsReader
  ) async -> (looks: [Look], readings: [FactReading]) {
    let counter = ProgressCounter(all: files.count, check.options.progress)
    var (looks, workers) = await inParallel(
      Array(files.indices), jobs: check.options.jobs, tool: { phaseOne.joiningWorker($0) }
    ) { index, worker in
      guard let entry = entries[index] else {
        return Look.changed(phaseOne.begin(files[index], index, counter, &worker))
      }
      let look = look(
        at: files[index], reader.results[entry].status, reader.results[entry].contentHash,
        isSettled: reader.entries[entry].isSettled, index, counter, &worker)
      if case .same = look { counter.countOne() }
      return look
    }
    var readings = workers.compactMap(\.memory.reading)
    for worker in workers.indices {
      while let (number, file) = workers[worker].large.popLast() {
        let finished = await phaseOne.finish(file, counter, readings: readings.count)
        looks[number] = .changed(finished.result)
        readings += finished.readings
      }
    }
    return (looks, readings)
  }

  private func look(
    at file: Inventory.File, _ known: FileStatus?, _ knownHash: UInt64, isSettled: Bool,
    _ number: Int, _ counter: ProgressCounter, _ worker: inout PhaseOne.Worker
  ) -> Look {
    guard case .success(let content) = file.content,
      let status = worker.folder.statusOnDisk(of: content)
    else { return .changed(phaseOne.begin(file, number, counter, &worker)) }
    if status == known, isSettled { return .same(nil) }
    guard status.size == known?.size,
      let read = try? worker.folder.bytesWithStatus(of: content, limit: PhaseOne.mostBytes)
    else { return .changed(phaseOne.begin(file, number, counter, &worker)) }
    let hash = ContentHash.of(read.bytes)
    return hash == knownHash
      ? .same(read.status)
      : .changed(
        phaseOne.begin(
          file, number, read.bytes, contentHash: hash, status: read.status, counter, &worker))
  }

  /// Whether the cache would say something else, or more, after these files.
  private func isNews(_ looks: [Look], _ entries: [Int?], _ reader: ResultsReader) -> Bool {
    if reader.entries.count != entries.count(where: { $0 != nil }) { return true }
    return zip(looks, entries).contains { look, entry in
      switch (look, entry) {
      // What cannot be read is not kept.
      case (.changed(let result), nil): result.problem == nil
      case (.changed, _), (_, nil): true
      case (.same(nil), _): false
      case (.same(let status?), let entry?):
        status != reader.results[entry].status || cache?.isSettled(status) == true
      }
    }
  }

  /// The results with the rows of all.
  private func complete(
    _ files: [Inventory.File], _ entries: [Int?], _ looks: [Look], _ reader: ResultsReader, isNews: Bool
  ) async -> Outcome {
    var isWanted = [Bool](repeating: false, count: reader.entries.count)
    for (entry, look) in zip(entries, looks) {
      if case .same = look, let entry { isWanted[entry] = true }
    }
    let kept = await reader.results(of: check.dataSet.ruleset, jobs: check.options.jobs) { isWanted[$0] }
    var parsed = 0
    var worker = phaseOne.worker()
    let results = files.indices.map { index -> PhaseOne.Result in
      if case .same(let status) = looks[index], let entry = entries[index], let result = kept[entry] {
        return status.map { result.with(status: $0) } ?? result
      }
      parsed += 1
      if case .changed(let result) = looks[index] { return result }
      // Its rows were damaged.
      return phaseOne.result(of: files[index], &worker)
    }
    let changed = looks.count { if case .changed = $0 { true } else { false } }
    // What is said of the whole is kept only of a set that can be read as a whole.
    let isIncomplete = reader.joined == nil && results.allSatisfy { $0.problem == nil }
    return Outcome(
      results: results, joined: parsed == 0 ? Self.joined(looks, reader) : nil, parsed: parsed,
      isNews: isNews || isIncomplete || parsed > changed)
  }
}
