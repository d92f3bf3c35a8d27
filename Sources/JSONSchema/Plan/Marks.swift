/// The members or elements of one value that schemas have looked at, by their place from 0.
struct Marks: Sendable {
  private var first: UInt64 = 0
  private var more: [UInt64] = []
  /// All of them.
  private var all = false

  /// Marks the one at `place`.
  mutating func insert(_ place: Int) {
    guard place >= 64 else {
      first |= 1 << UInt64(place)
      return
    }
    let word = place / 64 - 1
    while more.count <= word { more.append(0) }
    more[word] |= 1 << UInt64(place % 64)
  }

  /// Marks all.
  mutating func insertAll() {
    all = true
  }

  /// Whether the one at `place` is marked.
  func contains(_ place: Int) -> Bool {
    if all { return true }
    guard place >= 64 else { return first & (1 << UInt64(place)) != 0 }
    let word = place / 64 - 1
    return word < more.count && more[word] & (1 << UInt64(place % 64)) != 0
  }

  /// Marks what is marked in `other` too.
  mutating func formUnion(_ other: Marks) {
    all = all || other.all
    first |= other.first
    while more.count < other.more.count { more.append(0) }
    for word in other.more.indices { more[word] |= other.more[word] }
  }
}
