import RuleEngine
import SourceText
import Synchronization
import YAML

// A file of many documents is cut before their markers, and its pieces are checked side by side.

extension PhaseOne {
  /// A file with many documents that was read and is not checked yet.
  struct LargeFile: Sendable {
    let file: Inventory.File
    let source: SourceText
    let pieces: [ByteRange]
    /// Nothing when it is still to be found.
    let contentHash: UInt64?
    let status: FileStatus?
  }

  /// From how many pieces on sharing the rules costs more than reading them once more.
  private static let fewestPiecesWithOwnRules = 64

  /// The result of a large file: its pieces are checked side by side.
  ///
  /// - Parameter readings: how many readings there are, when the rows are to be read too.
  func finish(
    _ large: LargeFile, _ counter: ProgressCounter, readings: Int?
  ) async -> (result: Result, readings: [FactReading]) {
    defer { counter.countOne() }
    let (path, sources) = (large.file.path, large.file.sources)
    // A file that is cut is in UTF-8, so that its text has its very bytes.
    async let contentHash = large.contentHash ?? ContentHash.of(large.source.bytes)
    async let suppressions = Suppressions(of: large.source)
    if check.options.jobs == 1 { _ = await (contentHash, suppressions) }
    var (pieces, found) = await checked(large.pieces, of: large, readings: readings)
    var united: FileResult?
    if pieces.count == large.pieces.count {
      let sharing = checker.sharingPieces(pieces.map(\.result))
      let (again, more) = await checked(
        sharing.map { large.pieces[$0] }, of: large, areSharing: true,
        readings: readings.map { $0 + found.count })
      for (number, piece) in zip(sharing, again) { pieces[number] = piece }
      found += more
      united = checker.result(of: pieces.map(\.result), path: path, sources: sources)
    }
    let places = pieces.compactMap(\.place)
    let result = Result(
      file: united ?? checker.check(large.source, path: path, sources: sources),
      suppressions: await suppressions, contentHash: await contentHash, status: large.status,
      reading: united != nil && places.count == pieces.count ? .pieces(places) : .unread)
    return (result, found)
  }

  /// A piece that was checked, and where its rows were read.
  private struct CheckedPiece {
    let result: FileChecker.PieceResult
    let place: FactReading.Place?
  }

  /// What is said of some pieces of a file, in order; not of all when one of them cannot be checked by itself.
  private func checked(
    _ pieces: [ByteRange], of large: LargeFile, areSharing: Bool = false, readings: Int?
  ) async -> (pieces: [CheckedPiece], readings: [FactReading]) {
    guard !pieces.isEmpty else { return ([], []) }
    let hasOwnRules = pieces.count >= PhaseOne.fewestPiecesWithOwnRules
    // After the first piece that cannot be checked by itself, the others are not worth the time.
    let refused = Shared(0)
    let (results, workers) = await inParallel(
      pieces, jobs: check.options.jobs,
      tool: { number in
        (
          checker: number > 0 && hasOwnRules ? separate(number).checker : checker,
          worker: readings == nil ? worker(number) : joiningWorker(number)
        )
      }
    ) { piece, tool -> CheckedPiece? in
      guard refused.value.load(ordering: .relaxed) == 0 else { return nil }
      let result = tool.checker.check(
        large.source, piece: piece, path: large.file.path, sources: large.file.sources, isSharing: areSharing,
        &tool.worker.memory)
      guard let result else {
        refused.value.store(1, ordering: .relaxed)
        return nil
      }
      return CheckedPiece(
        result: result,
        place: result.reading.map { FactReading.Place((readings ?? 0) + tool.worker.number, $0) })
    }
    return (results.compactMap(\.self), workers.compactMap(\.worker.memory.reading))
  }
}
