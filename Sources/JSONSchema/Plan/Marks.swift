/// The members or elements of one value, or some names, that are marked, by their place from 0. The first 64 need no
/// memory, further ones are words of a scratch.
struct Marks: Sendable {
  private var first: UInt64 = 0
  /// All of them.
  private var all = false
  /// Where those from 64 on are, 64 a word.
  private(set) var more = 0..<0

  /// Marks for `count` places, none of them marked.
  init(count: Int, in scratch: inout Scratch) {
    if count > 64 { more = scratch.take((count - 1) / 64) }
  }

  /// Marks for nothing.
  init() {}

  /// Marks the one at `place`.
  mutating func insert(_ place: Int, in scratch: inout Scratch) {
    if place < 64 {
      first |= 1 << UInt64(place)
    } else {
      scratch[more.lowerBound + place / 64 - 1] |= 1 << UInt64(place % 64)
    }
  }

  /// Marks all.
  mutating func insertAll() {
    all = true
  }

  /// Whether the one at `place` is marked.
  func contains(_ place: Int, in scratch: borrowing Scratch) -> Bool {
    if all { return true }
    if place < 64 { return first & (1 << UInt64(place)) != 0 }
    return scratch[more.lowerBound + place / 64 - 1] & (1 << UInt64(place % 64)) != 0
  }

  /// Marks what is marked in `other`, of the same value, too.
  mutating func formUnion(_ other: Marks, in scratch: inout Scratch) {
    all = all || other.all
    first |= other.first
    for place in 0..<more.count { scratch[more.lowerBound + place] |= scratch[other.more.lowerBound + place] }
  }

  /// A copy with words of its own.
  func copy(in scratch: inout Scratch) -> Marks {
    var copy = self
    copy.more = scratch.take(more.count)
    copy.restore(self, in: &scratch)
    return copy
  }

  /// Becomes what `copy` is, which is of the same value.
  mutating func restore(_ copy: Marks, in scratch: inout Scratch) {
    (first, all) = (copy.first, copy.all)
    for place in 0..<more.count { scratch[more.lowerBound + place] = scratch[copy.more.lowerBound + place] }
  }
}

extension Marks {
  /// What is marked, as a value of its own that outlives the scratch.
  struct Kept: Sendable {
    fileprivate let marks: Marks
    fileprivate let words: [UInt64]
  }

  /// What is marked now.
  func kept(of scratch: borrowing Scratch) -> Kept {
    Kept(marks: self, words: more.map { scratch[$0] })
  }

  /// Marks what was marked in `kept`, of the same value, too.
  mutating func formUnion(_ kept: Kept, in scratch: inout Scratch) {
    all = all || kept.marks.all
    first |= kept.marks.first
    for place in 0..<more.count { scratch[more.lowerBound + place] |= kept.words[place] }
  }
}
