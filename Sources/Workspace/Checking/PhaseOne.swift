import Findings
import RuleEngine
import SourceText

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

  /// The results of all files, in their order.
  func run(_ files: [Inventory.File]) async -> [Result] {
    let counter = ProgressCounter(all: files.count, check.options.progress)
    return await inParallel(files, jobs: check.options.jobs) { file in
      defer { counter.countOne() }
      return result(of: file)
    }
  }

  /// The result of one file.
  func result(of file: Inventory.File) -> Result {
    do throws(FileProblem) {
      let read = try check.dataSet.folder.bytesWithStatus(of: file.content.get(), limit: PhaseOne.mostBytes)
      return result(of: file, read.bytes, contentHash: ContentHash.of(read.bytes), status: read.status)
    } catch {
      return Result(
        file: checker.unreadable(
          path: file.path, sources: file.sources, reason: "\(file.path) could not be read"),
        suppressions: Suppressions(), contentHash: 0, problem: error)
    }
  }

  /// The result of one file that was read already.
  func result(of file: Inventory.File, _ bytes: [UInt8], contentHash: UInt64, status: FileStatus?) -> Result {
    let source = SourceText(fileBytes: bytes)
    return Result(
      file: checker.check(source, path: file.path, sources: file.sources),
      suppressions: Suppressions(of: source), contentHash: contentHash, status: status)
  }
}
