import Findings
import RuleEngine

/// Phase one of a run, with what an earlier run has left in the cache.
struct CachedResults: Sendable {
  /// What came of it.
  struct Outcome: Sendable {
    /// The results of all files. Without rows only when `joined` is there, since nobody needs them then.
    var results: PhaseOneResults
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

  /// What an earlier run has left.
  struct Known: Sendable {
    let reader: ResultsReader
    /// What it is of each file, in the files' order.
    let sightings: [Sighting]
  }

  private let phaseOne: PhaseOne
  private let cache: ResultsCache?

  init(_ phaseOne: PhaseOne, _ cache: ResultsCache?) {
    self.phaseOne = phaseOne
    self.cache = cache
  }

  private var check: Check { phaseOne.check }

  /// The results of all files, and what was read of the rows of some.
  func run(_ files: [Inventory.File], _ known: Known?) async -> (Outcome, readings: [FactReading]) {
    guard let known else {
      let (results, readings) = await phaseOne.run(files, isJoined: true)
      return (Outcome(results: .found(results), joined: nil, parsed: files.count, isNews: true), readings)
    }
    let (looks, readings) = await looks(at: files, known)
    let isNews = isNews(looks, known)
    // Rows are needed to join facts, and to write them again.
    guard !isNews, let joined = Self.joined(looks, known.reader) else {
      return (await complete(files, looks, known, isNews: isNews), readings)
    }
    return (Outcome(results: .known(known.reader), joined: joined, parsed: 0, isNews: false), [])
  }

  /// What phase two says, when all files are those that the cache knows.
  private static func joined(_ looks: [Look], _ reader: ResultsReader) -> JoinedFindings? {
    let areSame = looks.allSatisfy { if case .same = $0 { true } else { false } }
    return areSame && looks.count == reader.count ? reader.joined : nil
  }
}

extension CachedResults.Outcome {
  /// The outcome when all files are certainly those that the cache knows; nothing when one may be another.
  init?(unchanged known: CachedResults.Known) {
    guard known.sightings.count == known.reader.count, known.sightings.allSatisfy(\.isSame),
      let joined = known.reader.joined
    else { return nil }
    self.init(results: .known(known.reader), joined: joined, parsed: 0, isNews: false)
  }
}

// MARK: Looking at files

extension CachedResults {
  private func looks(
    at files: [Inventory.File], _ known: Known
  ) async -> (looks: [Look], readings: [FactReading]) {
    let counter = ProgressCounter(all: files.count, check.options.progress)
    var (looks, workers) = await inParallel(
      Array(files.indices), jobs: check.options.jobs, tool: { phaseOne.joiningWorker($0) }
    ) { index, worker in
      let look = look(at: files[index], known.sightings[index], known.reader, index, counter, &worker)
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
    at file: Inventory.File, _ sighting: Sighting, _ reader: ResultsReader, _ number: Int,
    _ counter: ProgressCounter, _ worker: inout PhaseOne.Worker
  ) -> Look {
    if sighting.isSame { return .same(nil) }
    guard case .alike(let entry) = sighting, case .success(let content) = file.content,
      let read = try? worker.folder.bytesWithStatus(of: content, limit: PhaseOne.mostBytes)
    else { return .changed(phaseOne.begin(file, number, counter, &worker)) }
    let hash = ContentHash.of(read.bytes)
    return hash == reader[entry].contentHash
      ? .same(read.status)
      : .changed(
        phaseOne.begin(
          file, number, read.bytes, contentHash: hash, status: read.status, counter, &worker))
  }

  /// Whether the cache would say something else, or more, after these files.
  private func isNews(_ looks: [Look], _ known: Known) -> Bool {
    let reader = known.reader
    if reader.count != known.sightings.count(where: { $0 != .new }) { return true }
    return zip(looks, known.sightings).contains { look, sighting in
      switch (look, sighting.entry) {
      // What cannot be read is not kept.
      case (.changed(let result), nil): result.problem == nil
      case (.changed, _), (_, nil): true
      case (.same(nil), _): false
      case (.same(let status?), let entry?):
        status != reader[entry].status || cache?.isSettled(status) == true
      }
    }
  }

  /// The results with the rows of all.
  private func complete(
    _ files: [Inventory.File], _ looks: [Look], _ known: Known, isNews: Bool
  ) async -> Outcome {
    let reader = known.reader
    let entries = known.sightings.map(\.entry)
    var isWanted = [Bool](repeating: false, count: reader.count)
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
      results: .found(results), joined: parsed == 0 ? Self.joined(looks, reader) : nil, parsed: parsed,
      isNews: isNews || isIncomplete || parsed > changed)
  }
}
