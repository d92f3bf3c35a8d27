import SourceText

/// Something that stands twice. An entry that does has all keys inside it twice as well, which is one mistake.
struct Copy {
  /// Where it stands a second time.
  let second: Place
  /// Where it stands first.
  let first: Place
  /// Whether it is an entry as a whole.
  let isEntry: Bool

  /// Whether it is an entry that has `other` inside, there and where it stands first.
  fileprivate func isAround(_ other: Copy) -> Bool {
    isEntry && second.isAround(other.second) && first.isAround(other.first)
  }
}

extension [Copy] {
  /// The places in the list of those that are inside another one.
  var insides: Set<Int> {
    guard count > 1 else { return [] }
    // By where they begin, what is around another one before it.
    let order = indices.sorted { left, right in
      let (one, other) = (self[left].second, self[right].second)
      guard one.path == other.path else { return one.path.precedesInBytes(other.path) }
      return (one.range.start, other.range.end) < (other.range.start, one.range.end)
    }
    var insides: Set<Int> = []
    var open: [Copy] = []
    for index in order {
      let copy = self[index]
      while let last = open.last,
        last.second.path != copy.second.path || last.second.range.end <= copy.second.range.start
      {
        open.removeLast()
      }
      if open.contains(where: { $0.isAround(copy) }) { insides.insert(index) }
      open.append(copy)
    }
    return insides
  }
}

extension Place {
  /// Whether it has `other` inside, and is not the same.
  fileprivate func isAround(_ other: Place) -> Bool {
    path == other.path && range != other.range && range.start <= other.range.start
      && other.range.end <= range.end
  }
}
