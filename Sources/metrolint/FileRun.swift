import Synchronization

/// Does the same to each of many files, several at once, and hands on what comes of each in the order of the call.
enum FileRun {
  /// How many files are worked at before what came of them is handed on, for each that is worked at at once. It bounds
  /// how much is held, and is large enough that the wait for the last of them is short beside the work.
  private static let batch = 128

  /// - Parameters:
  ///   - jobs: how many at once.
  ///   - work: what to do, from any thread.
  ///   - handOn: takes what came of each, one after the other.
  static func forEach<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) -> Result,
    handOn: (Result) throws(Failure) -> Void
  ) async throws(Failure) {
    var start = 0
    while start < items.count {
      let slice = items[start..<min(start + batch * jobs, items.count)]
      for result in await map(slice, jobs: jobs, work) { try handOn(result) }
      start = slice.endIndex
    }
  }

  private static func map<Item: Sendable, Result: Sendable>(
    _ items: ArraySlice<Item>, jobs: Int, _ work: @escaping @Sendable (Item) -> Result
  ) async -> [Result] {
    if jobs == 1 || items.count == 1 { return items.map(work) }
    let next = Counter()
    return await withTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<min(jobs, items.count) {
        group.addTask {
          var results: [(Int, Result)] = []
          while case let index = items.startIndex + next.take(), index < items.endIndex {
            results.append((index, work(items[index])))
          }
          return results
        }
      }
      var all: [(Int, Result)] = []
      for await results in group { all += results }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}

/// Numbers from 0, each taken once by whoever asks.
private final class Counter: Sendable {
  private let next = Atomic<Int>(0)

  func take() -> Int {
    next.add(1, ordering: .relaxed).oldValue
  }
}
