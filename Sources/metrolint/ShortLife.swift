import CMalloc
import Synchronization

/// What a program saves that soon ends: handing back all memory at once takes less than doing it piece by piece.
enum ShortLife {
  private static let kept = Mutex<[any Sendable]>([])

  /// Memory that becomes free is not given back to the system, which would clear it before it gives it out again; only
  /// large blocks are.
  static func keepFreedMemory() { keep_freed_memory() }

  /// Keeps something until the program ends, so that it is not taken apart.
  static func keep(_ remains: [any Sendable]) {
    kept.withLock { $0 += remains }
  }
}
