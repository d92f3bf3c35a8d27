import Findings
import RuleEngine
import SourceText
import Synchronization
import YAML

/// Phase one over many files side by side.
struct PhaseOne: Sendable {
  /// What phase one says of a file, with what else is taken from its text.
  struct Result: Sendable {
    var file: FileResult
    /// The comments that hide findings.
    var suppressions: Suppressions
    /// A hash of the bytes that were checked, to see whether the file has changed when it is read again.
    var contentHash: UInt64
    /// What the file system said of just these bytes; nothing when they are not those of a disk.
    var status: FileStatus?
    /// Why the file could not be read; nothing when it could.
    var problem: FileProblem?
  }

  /// How many bytes of a file are read at most. A larger one is told without being read.
  static let mostBytes = 2 << 30

  private let check: Check
  private let checker: FileChecker

  /// - Parameter checker: one that was made for the same ruleset and rules before.
  init(_ check: Check, checker: FileChecker? = nil) {
    self.check = check
    self.checker = checker ?? FileChecker(check.dataSet.ruleset, check.dataSet.inForce)
  }

  /// What has become of a file that was begun.
  indirect enum Begun: Sendable {
    case done(Result)
    /// It is large: it was read, and is to be checked in pieces.
    case large(LargeFile)
  }

  /// A file with many documents that was read and is not checked yet.
  struct LargeFile: Sendable {
    fileprivate let file: Inventory.File
    fileprivate let source: SourceText
    fileprivate let pieces: [ByteRange]
    fileprivate let contentHash: UInt64
    fileprivate let status: FileStatus?
  }

  /// The results of all files, in their order.
  func run(_ files: [Inventory.File]) async -> [Result] {
    let counter = ProgressCounter(all: files.count, check.options.progress)
    var results: [Result] = []
    results.reserveCapacity(files.count)
    let hasOwnRules = files.count >= PhaseOne.fewestWithOwnRules
    var begun = await inParallel(
      files, jobs: check.options.jobs, tool: { $0 > 0 && hasOwnRules ? separate() : self },
      { $1.begin($0, counter) })
    // Each is taken out of its list, and not copied.
    while let last = begun.popLast() {
      switch last {
      case .done(let result): results.append(result)
      case .large(let file): results.append(await finish(file, counter))
      }
    }
    results.reverse()
    return results
  }

  /// From how many files on sharing the rules costs more than reading them once more.
  private static let fewestWithOwnRules = 2_000

  /// The same with rules of its own, for one of those who work.
  private func separate() -> PhaseOne {
    PhaseOne(check, checker: FileChecker(check.dataSet.ruleset.separate(), check.dataSet.inForce))
  }

  /// Checks a file, or reads one that is large.
  func begin(_ file: Inventory.File, _ counter: ProgressCounter) -> Begun {
    do throws(FileProblem) {
      let read = try read(file)
      return begin(file, read.bytes, contentHash: ContentHash.of(read.bytes), status: read.status, counter)
    } catch {
      counter.countOne()
      return .done(unreadable(file, error))
    }
  }

  /// The same for a file that was read already.
  func begin(
    _ file: Inventory.File, _ bytes: [UInt8], contentHash: UInt64, status: FileStatus?,
    _ counter: ProgressCounter
  ) -> Begun {
    if bytes.count > 2 * FileChecker.pieceBytes {
      let source = SourceText(fileBytes: bytes)
      let pieces = source.pieces(of: FileChecker.pieceBytes)
      if pieces.count > 1 {
        return .large(
          LargeFile(file: file, source: source, pieces: pieces, contentHash: contentHash, status: status))
      }
    }
    defer { counter.countOne() }
    return .done(result(of: file, bytes, contentHash: contentHash, status: status))
  }

  /// The result of a large file: its pieces are checked side by side.
  func finish(_ large: LargeFile, _ counter: ProgressCounter) async -> Result {
    defer { counter.countOne() }
    let (path, sources) = (large.file.path, large.file.sources)
    // After the first piece that cannot be checked by itself, the others are not worth the time.
    let refused = Shared(0)
    let pieces = await inParallel(large.pieces, jobs: check.options.jobs) {
      piece -> FileChecker.PieceResult? in
      guard refused.value.load(ordering: .relaxed) == 0 else { return nil }
      let result = checker.check(large.source, piece: piece, path: path, sources: sources)
      if result == nil { refused.value.store(1, ordering: .relaxed) }
      return result
    }
    let known = pieces.compactMap(\.self)
    let file =
      known.count == pieces.count ? checker.result(of: known, path: path, sources: sources) : nil
    return Result(
      file: file ?? checker.check(large.source, path: path, sources: sources),
      suppressions: Suppressions(of: large.source), contentHash: large.contentHash, status: large.status)
  }

  private func read(_ file: Inventory.File) throws(FileProblem) -> (bytes: [UInt8], status: FileStatus?) {
    try check.dataSet.folder.bytesWithStatus(of: file.content.get(), limit: PhaseOne.mostBytes)
  }

  /// The result of one file.
  func result(of file: Inventory.File) -> Result {
    do throws(FileProblem) {
      let read = try read(file)
      return result(of: file, read.bytes, contentHash: ContentHash.of(read.bytes), status: read.status)
    } catch {
      return unreadable(file, error)
    }
  }

  private func unreadable(_ file: Inventory.File, _ problem: FileProblem) -> Result {
    Result(
      file: checker.unreadable(
        path: file.path, sources: file.sources, reason: "\(file.path) could not be read"),
      suppressions: Suppressions(), contentHash: 0, problem: problem)
  }

  /// The result of one file that was read already.
  func result(of file: Inventory.File, _ bytes: [UInt8], contentHash: UInt64, status: FileStatus?) -> Result {
    let source = SourceText(fileBytes: bytes)
    return Result(
      file: checker.check(source, path: file.path, sources: file.sources),
      suppressions: Suppressions(of: source), contentHash: contentHash, status: status)
  }
}
