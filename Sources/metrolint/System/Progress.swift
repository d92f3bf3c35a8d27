import Synchronization

/// One line on a terminal that says how far a long run is, and is gone when the run is.
final class Progress: Sendable {
  /// Takes the line away.
  static let clear: StaticString = "\r\u{1B}[K"

  /// How long a run takes before it is worth a word, and how long a word stays.
  private static let delay = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(100)

  private let start = ContinuousClock.now
  private let lastShown = Mutex(ContinuousClock.now - delay)

  /// Says that `done` of `all` files are read, when it is time to.
  func show(_ done: Int, of all: Int) {
    let now = ContinuousClock.now
    guard now - start > Self.delay else { return }
    lastShown.withLock { last in
      guard now - last > Self.pause else { return }
      last = now
      Signals.setProgress(true)
      write("\(Self.clear)\(done) of \(all) files")
    }
  }

  /// Takes the line away, when there is one.
  func end() {
    lastShown.withLock { last in
      guard last >= start else { return }
      write("\(Self.clear)")
      Signals.setProgress(false)
    }
  }

  private func write(_ text: String) {
    // A terminal that is gone needs no progress.
    try? Descriptor.standardError.write(Array(text.utf8))
  }
}
