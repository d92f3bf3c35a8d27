import Synchronization

/// Memory that a run works with: words that are taken from one end and given back in the opposite order. Runs hand it on
/// to later ones, so that they ask for no memory of their own.
struct Scratch: Sendable {
  /// All that is taken, which only those change who took it.
  var words: [UInt64] = []

  /// Takes `count` words, all 0.
  mutating func take(_ count: Int) -> Range<Int> {
    guard count > 0 else { return 0..<0 }
    if words.capacity == 0 { words = Scratch.kept.withLock { $0.popLast() } ?? [] }
    let start = words.count
    for _ in 0..<count { words.append(0) }
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

  /// Hands the memory on to a later run.
  mutating func handOn() {
    guard words.capacity > 0, words.capacity <= Scratch.mostKept else { return }
    words.removeAll(keepingCapacity: true)
    let words = words
    self.words = []
    Scratch.kept.withLock { $0.append(words) }
  }

  /// How many words a later run is left, 8 MB; a run that needed more had a value that is seldom.
  private static let mostKept = 1 << 20

  /// What runs that have ended have left. There are never more than there were runs at once.
  private static let kept = Mutex<[[UInt64]]>([])
}
