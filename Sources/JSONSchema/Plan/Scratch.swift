import Memory
import Patterns
import Synchronization

/// Memory that a run works with. Runs hand it on to later ones, so that they ask for no memory of their own.
struct Scratch: Sendable {
  /// Words that are taken from one end and given back in the opposite order, which only those change who took them.
  var words: [UInt64] = []

  /// The most words that were taken at once.
  private var most = 0

  /// What tells patterns; none until a text is asked about.
  private var checkers: [PatternChecker] = []

  /// The most memory that it needed for one text, in bytes.
  private var mostOfChecker = 0

  /// Whether something was asked for.
  private var isInUse = false

  /// Takes `count` words, all 0.
  mutating func take(_ count: Int) -> Range<Int> {
    guard count > 0 else { return 0..<0 }
    begin()
    let start = words.count
    for _ in 0..<count { words.append(0) }
    most = max(most, words.count)
    return start..<start + count
  }

  /// Gives back words that were taken, and all that were taken after them.
  mutating func give(back frame: Range<Int>) {
    guard !frame.isEmpty else { return }
    words.removeLast(words.count - frame.lowerBound)
  }

  /// A word that was taken.
  subscript(index: Int) -> UInt64 {
    get { words[index] }
    set { words[index] = newValue }
  }

  /// Whether `text`, in UTF-8, is a regular expression of ECMA-262.
  mutating func isPattern(_ text: Span<UInt8>) -> Bool {
    begin()
    if checkers.isEmpty { checkers.append(PatternChecker()) }
    let isPattern = checkers[0].allows(text, in: .ecmascript)
    mostOfChecker = max(mostOfChecker, checkers[0].needed)
    return isPattern
  }
}

// MARK: From run to run

extension Scratch {
  /// What runs that have ended have left. There are never more than there were runs at once.
  private struct Kept: Sendable {
    var scratches: [Scratch] = []
    var retention = Retention(floor: Scratch.alwaysKept)

    /// Keeps what a run has left.
    mutating func append(_ scratch: Scratch) {
      scratches.append(scratch)
      if scratch.capacity > Scratch.alwaysKept { Scratch.keepsMuch.store(true, ordering: .relaxed) }
      count(scratch.needed)
    }

    /// Counts a run that needed `size` bytes, and lets go what is too large.
    mutating func count(_ size: Int) {
      guard let limit = retention.limit(afterUseOf: size) else { return }
      scratches.removeAll { $0.capacity > limit }
      let keepsMuch = scratches.contains { $0.capacity > Scratch.alwaysKept }
      Scratch.keepsMuch.store(keepsMuch, ordering: .relaxed)
    }
  }

  /// How much memory is kept for ever, in bytes.
  private static let alwaysKept = 1 << 20

  private static let kept = Mutex(Kept())

  /// Whether some of it may be let go one day, so that runs count that need none.
  private static let keepsMuch = Atomic<Bool>(false)

  /// Makes use of what an earlier run has left.
  private mutating func begin() {
    guard !isInUse else { return }
    if let kept = Scratch.kept.withLock({ $0.scratches.popLast() }) { self = kept }
    (most, mostOfChecker, isInUse) = (0, 0, true)
  }

  /// Hands the memory on to a later run.
  mutating func handOn() {
    guard isInUse else {
      if Scratch.keepsMuch.load(ordering: .relaxed) { Scratch.kept.withLock { $0.count(0) } }
      return
    }
    words.removeAll(keepingCapacity: true)
    isInUse = false
    let left = self
    self = Scratch()
    Scratch.kept.withLock { $0.append(left) }
  }

  /// How much memory there is, in bytes.
  private var capacity: Int {
    words.capacity * MemoryLayout<UInt64>.stride + (checkers.isEmpty ? 0 : checkers[0].capacity)
  }

  /// How much of it was needed, in bytes.
  private var needed: Int { most * MemoryLayout<UInt64>.stride + mostOfChecker }
}
