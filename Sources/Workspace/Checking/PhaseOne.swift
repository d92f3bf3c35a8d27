import Findings
import RuleEngine
import SourceText
import YAML

/// Phase one over many files side by side.
struct PhaseOne: Sendable {
  /// What phase one says of a file, with what else is taken from its text. One reference, so that results of many files are
  /// moved about for little.
  final class Result: Sendable {
    /// What crosses to other files.
    let facts: FileFacts
    /// What there is to say of the file itself: of most there is nothing.
    let said: Said?
    /// A hash of the bytes that were checked, to see whether the file has changed when it is read again.
    let contentHash: UInt64
    /// What the file system said of just these bytes; nothing when they are not those of a disk.
    let status: FileStatus?
    /// Where the rows of its facts were read.
    let reading: FactReading.Source

    /// What there is to say of a file.
    final class Said: Sendable {
      let findings: [Finding]
      let notChecked: [NotChecked]
      /// The comments that hide findings.
      let suppressions: Suppressions
      /// Why the file could not be read; nothing when it could.
      let problem: FileProblem?

      /// Nothing when there is nothing to say.
      static func of(
        _ findings: [Finding], _ notChecked: [NotChecked], _ suppressions: Suppressions,
        _ problem: FileProblem?
      ) -> Said? {
        // Asked before it is made: an initializer that fails has made it and takes it apart.
        if problem == nil, findings.isEmpty, notChecked.isEmpty, suppressions.isEmpty { return nil }
        return Said(findings, notChecked, suppressions, problem)
      }

      private init(
        _ findings: [Finding], _ notChecked: [NotChecked], _ suppressions: Suppressions,
        _ problem: FileProblem?
      ) {
        self.findings = findings
        self.notChecked = notChecked
        self.suppressions = suppressions
        self.problem = problem
      }

      /// Whether what is told of the file may depend on it, besides what could not be checked.
      var isTold: Bool { problem != nil || !findings.isEmpty || !suppressions.isEmpty }
    }

    init(
      facts: FileFacts, said: Said?, contentHash: UInt64, status: FileStatus?, reading: FactReading.Source
    ) {
      self.facts = facts
      self.said = said
      self.contentHash = contentHash
      self.status = status
      self.reading = reading
    }

    convenience init(
      file: FileResult, suppressions: Suppressions = Suppressions(), contentHash: UInt64 = 0,
      status: FileStatus? = nil, problem: FileProblem? = nil, reading: FactReading.Source = .unread
    ) {
      self.init(
        facts: file.facts, said: .of(file.findings, file.notChecked, suppressions, problem),
        contentHash: contentHash, status: status, reading: reading)
    }

    /// What is wrong with the file by itself.
    var findings: [Finding] { said?.findings ?? [] }
    /// What could not be checked of it.
    var notChecked: [NotChecked] { said?.notChecked ?? [] }
    /// The comments that hide findings.
    var suppressions: Suppressions { said?.suppressions ?? Suppressions() }
    /// Why the file could not be read; nothing when it could.
    var problem: FileProblem? { said?.problem }

    /// The same of a file with another status.
    func with(status: FileStatus?) -> Result {
      Result(facts: facts, said: said, contentHash: contentHash, status: status, reading: reading)
    }
  }

  /// How many bytes of a file are read at most. A larger one is told without being read.
  static let mostBytes = 2 << 30

  /// From how many bytes on a file is checked in pieces.
  static let largeBytes = 2 << 20

  let check: Check
  let checker: FileChecker
  private let spare: FileChecker?

  /// - Parameter checkers: those that were made for the same ruleset and rules before, which share nothing: none, one, or one
  ///   for the second worker, too.
  init(_ check: Check, _ checkers: [FileChecker] = []) {
    self.check = check
    checker = checkers.first ?? FileChecker(check.dataSet.ruleset, check.dataSet.inForce)
    spare = checkers.dropFirst().first
  }

  /// One of those who check files.
  struct Worker: Sendable {
    let number: Int
    var memory = CheckMemory()
    /// The files that are to be checked in pieces, by their numbers.
    var large: [(number: Int, file: LargeFile)] = []
    /// Where the files are read from.
    let folder: any FileFolder

    init(_ number: Int, _ folder: any FileFolder, memory: CheckMemory = CheckMemory()) {
      self.number = number
      self.folder = folder.visited()
      self.memory = memory
    }
  }

  /// The results of all files, in their order, and what was read of their rows.
  ///
  /// - Parameter isJoined: whether the facts are going to be joined, so that their rows are read at once.
  func run(_ files: [Inventory.File], isJoined: Bool = false) async -> (
    results: [Result], readings: [FactReading]
  ) {
    let counter = ProgressCounter(all: files.count, check.options.progress)
    let hasOwnRules = files.count >= PhaseOne.fewestWithOwnRules
    var (results, workers) = await inParallel(
      Array(files.indices), jobs: check.options.jobs,
      tool: { number in
        (
          phaseOne: number > 0 && hasOwnRules ? separate(number) : self,
          worker: isJoined ? joiningWorker(number) : worker(number)
        )
      },
      { $1.phaseOne.begin(files[$0], $0, counter, &$1.worker) })
    var readings = workers.compactMap(\.worker.memory.reading)
    for worker in workers.indices {
      while let (number, file) = workers[worker].worker.large.popLast() {
        let finished = await finish(file, counter, readings: isJoined ? readings.count : nil)
        results[number] = finished.result
        readings += finished.readings
      }
    }
    return (results, readings)
  }

  /// One who checks files.
  func worker(_ number: Int = 0) -> Worker { Worker(number, check.dataSet.folder) }

  /// One who also reads the rows of the facts.
  func joiningWorker(_ number: Int) -> Worker {
    Worker(
      number, check.dataSet.folder, memory: CheckMemory(reading: FactReading(for: check.dataSet.ruleset)))
  }

  /// From how many files on sharing the rules costs more than reading them once more.
  private static let fewestWithOwnRules = 2_000

  /// The same with rules of its own, for one of those who work.
  func separate(_ worker: Int) -> PhaseOne {
    if worker == 1, let spare { return PhaseOne(check, [spare]) }
    return PhaseOne(check, [FileChecker(check.dataSet.ruleset.separate(), check.dataSet.inForce)])
  }

  /// The result of a file. Of one that is large it says nothing: `worker` has it, to be finished when all others are done.
  ///
  /// - Parameter number: the file's number among all.
  func begin(
    _ file: Inventory.File, _ number: Int, _ counter: ProgressCounter, _ worker: inout Worker
  ) -> Result {
    do throws(FileProblem) {
      let read = try read(file, worker.folder)
      return begin(
        file, number, read.bytes, contentHash: nil, status: read.status, counter, &worker)
    } catch {
      counter.countOne()
      return unreadable(file, error)
    }
  }

  /// The same for a file that was read already.
  ///
  /// - Parameter contentHash: the hash of `bytes`, when it is known.
  func begin(
    _ file: Inventory.File, _ number: Int, _ bytes: [UInt8], contentHash: UInt64?, status: FileStatus?,
    _ counter: ProgressCounter, _ worker: inout Worker
  ) -> Result {
    if bytes.count > PhaseOne.largeBytes {
      let source = SourceText(fileBytes: bytes)
      let pieces = source.pieces(of: FileChecker.pieceBytes)
      if pieces.count > 1 {
        let large = LargeFile(
          file: file, source: source, pieces: pieces, contentHash: contentHash, status: status)
        worker.large.append((number, large))
        return unreadable(file, .changing)
      }
    }
    defer { counter.countOne() }
    return result(
      of: file, bytes, contentHash: contentHash ?? ContentHash.of(bytes), status: status, &worker)
  }

  private func read(_ file: Inventory.File, _ folder: any FileFolder) throws(FileProblem)
    -> (bytes: [UInt8], status: FileStatus?)
  {
    try folder.bytesWithStatus(of: file.content.get(), limit: PhaseOne.mostBytes)
  }

  /// The result of one file.
  func result(of file: Inventory.File, _ worker: inout Worker) -> Result {
    do throws(FileProblem) {
      let read = try read(file, worker.folder)
      return result(
        of: file, read.bytes, contentHash: ContentHash.of(read.bytes), status: read.status, &worker)
    } catch {
      return unreadable(file, error)
    }
  }

  private func unreadable(_ file: Inventory.File, _ problem: FileProblem) -> Result {
    Result(
      file: checker.unreadable(
        path: file.path, sources: file.sources, reason: "\(file.path) could not be read"),
      problem: problem)
  }

  /// The result of one file that was read already.
  private func result(
    of file: Inventory.File, _ bytes: [UInt8], contentHash: UInt64, status: FileStatus?,
    _ worker: inout Worker
  ) -> Result {
    let source = SourceText(fileBytes: bytes)
    let known = worker.memory.reading?.fileCount
    let result = checker.check(source, path: file.path, sources: file.sources, &worker.memory)
    var place = FactReading.Source.unread
    if let count = worker.memory.reading?.fileCount, count != known {
      place = .file(FactReading.Place(worker.number, count - 1))
    }
    return Result(
      file: result, suppressions: Suppressions(of: source), contentHash: contentHash, status: status,
      reading: place)
  }
}
