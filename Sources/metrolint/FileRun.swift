import Workspace

/// Does the same to each of many files, several at once, and hands on what comes of each in the order of the call.
enum FileRun {
  /// How many files are worked at before what came of them is handed on, for each that is worked at at once. It bounds
  /// how much is held, and is large enough that the wait for the last of them is short beside the work.
  private static let batch = 128
  private static let mostJobs = 64

  /// - Parameters:
  ///   - jobs: how many at once; nothing for as many as there are processors.
  ///   - work: what to do, from any thread.
  ///   - handOn: takes what came of each, one after the other.
  static func forEach<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int?, work: @escaping @Sendable (Item) -> Result,
    handOn: (Result) throws(Failure) -> Void
  ) async throws(Failure) {
    let step = batch * min(jobs ?? Processors.count, mostJobs)
    for start in stride(from: 0, to: items.count, by: step) {
      let slice = Array(items[start..<min(start + step, items.count)])
      for result in await inParallel(slice, jobs: jobs, work) { try handOn(result) }
    }
  }
}
