import Findings
import RuleEngine

/// The results of one data set in the cache.
struct ResultsCache: Sendable {
  /// The fewest files of a set whose results are kept. Of fewer, parsing costs no more than keeping.
  static let fewestFiles = 64

  private let folder: CacheFolder
  private let key: ResultsKey
  private let ruleset: Ruleset
  private let name: String

  /// The results of a data set, looked at with its ruleset and the rules in force.
  init(_ place: CachePlace, _ dataSet: DataSet) {
    folder = CacheFolder(place: place, ending: ".results")
    key = ResultsKey(dataSet, build: place.build)
    ruleset = dataSet.ruleset
    var writer = ByteWriter()
    key.encode(&writer)
    var digest = Digest()
    digest.combine(dataSet.root)
    digest.combine(writer.bytes)
    name = digest.text
  }

  /// The file that an earlier run has left.
  func open() -> OpenFile? { folder.open(name) }

  /// What an earlier run has left in `file`, when it is whole and of the same key.
  func read(_ file: OpenFile, jobs: Int?) async -> ResultsReader? {
    try? await ResultsReader(file, key: key, ruleset: ruleset, jobs: jobs)
  }

  /// How long after its last change a file that is read is certainly not changed again within one step of its file
  /// system's clock, in nanoseconds. No step in use is over two seconds.
  private static let step: Int64 = 3_000_000_000
  /// How far from now a time stamp is when it was set by somebody and not by a clock: one day.
  private static let far: Int64 = 86_400_000_000_000

  /// Whether a file that is read in this run and has this status is certainly the same whenever it has it again: a later
  /// change would give it another time. One that was changed a moment ago could be changed again at the same time.
  func isSettled(_ status: FileStatus) -> Bool {
    let first = folder.place.now &- Self.step
    let isModifiedNow = status.modified >= first && status.modified < folder.place.now &+ Self.far
    return status.changed < first && !isModifiedNow
  }

  /// Results that are being left for the next run: all rows are written, and what belongs to what is still to be told.
  struct Left: Sendable {
    fileprivate var writer: ResultsWriter
    fileprivate var file: UnfinishedFile
    /// Whether they are those of a whole set.
    fileprivate let isWhole: Bool
  }

  /// Writes the rows of results. Nothing when one of the files is not on the disk as it was read: a buffer of an editor
  /// must not drive out what is known of its file.
  ///
  /// - Throws: why they cannot be written.
  func leave(_ results: [PhaseOne.Result]) throws(FileProblem) -> Left? {
    guard results.allSatisfy({ $0.status != nil || $0.problem != nil }) else { return nil }
    var left = Left(
      writer: ResultsWriter(key), file: try folder.begin(name),
      isWhole: results.allSatisfy { $0.problem == nil })
    do throws(FileProblem) {
      for result in results {
        guard let status = result.status else { continue }
        left.writer.append(result, isSettled: isSettled(status))
        if left.writer.pending.count >= ResultsWriter.partBytes {
          try left.file.append(left.writer.pending)
          left.writer.dropPending()
        }
      }
    } catch {
      left.file.drop()
      throw error
    }
    return left
  }

  /// Ends what `leave` has begun.
  ///
  /// - Parameter joined: what phase two says of these results.
  func finish(_ left: Left, _ joined: JoinedFindings) throws(FileProblem) {
    var left = left
    do throws(FileProblem) {
      try left.file.append(left.writer.finish(joined: left.isWhole ? joined : nil))
      try left.file.finish()
    } catch {
      left.file.drop()
      throw error
    }
    folder.clean(keeping: name)
  }

  /// Takes back what `leave` has begun.
  func drop(_ left: Left) {
    left.file.drop()
  }
}
