import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a signal does: it ends the program at once and quietly, but never between two steps that belong together.
enum Signals {
  private static let holds = Atomic<Int>(0)
  private static let pending = Atomic<Int32>(0)
  private static let hasProgress = Atomic<Bool>(false)

  /// Takes over the signals that people and systems end programs with. A pipe that nobody reads becomes an error of
  /// `write`, which tells what was written to whom; a signal does not.
  static func install() {
    _ = signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let former = unsafe unsafeBitCast(signal(number, handle), to: Int.self)
      // What the parent ignores stays ignored, as `nohup` wants.
      if unsafe former == unsafeBitCast(SIG_IGN, to: Int.self) { _ = signal(number, SIG_IGN) }
    }
  }

  /// Does `body`, with signals waiting until it is done.
  static func holding<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    holds.add(1, ordering: .sequentiallyConsistent)
    defer {
      let (_, left) = holds.subtract(1, ordering: .sequentiallyConsistent)
      let number = pending.load(ordering: .sequentiallyConsistent)
      if left == 0, number != 0 { end(number) }
    }
    return try body()
  }

  /// Says whether a line of progress stands on the terminal, which must not stay there.
  static func setProgress(_ isShown: Bool) {
    hasProgress.store(isShown, ordering: .sequentiallyConsistent)
  }

  /// Runs in a signal's handler, so it does only what may be done there.
  private static let handle: @convention(c) (Int32) -> Void = { number in
    if holds.load(ordering: .sequentiallyConsistent) > 0 {
      pending.store(number, ordering: .sequentiallyConsistent)
    } else {
      end(number)
    }
  }

  private static func end(_ number: Int32) {
    if hasProgress.load(ordering: .sequentiallyConsistent) {
      _ = unsafe write(STDERR_FILENO, Progress.clear.utf8Start, Progress.clear.utf8CodeUnitCount)
    }
    _ = signal(number, SIG_DFL)
    raise(number)
  }
}
