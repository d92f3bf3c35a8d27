import Synchronization

/// Counts what several tasks have done, and tells somebody.
final class ProgressCounter: Sendable {
  private let done = Atomic(0)
  private let all: Int
  private let tell: (@Sendable (_ done: Int, _ all: Int) -> Void)?

  /// A counter up to `all`.
  init(all: Int, _ tell: (@Sendable (_ done: Int, _ all: Int) -> Void)?) {
    self.all = all
    self.tell = tell
  }

  /// Notes that one more is done.
  func countOne() {
    guard let tell else { return }
    tell(done.wrappingAdd(1, ordering: .relaxed).newValue, all)
  }
}
