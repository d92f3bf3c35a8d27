/// Finds the closest names among many, again and again.
///
/// The names are kept as a tree of their beginnings, so that what they share is compared once and what begins too
/// differently is left out as a whole. A search goes from the nearest outwards and stops when it has enough, or after
/// a bounded number of steps: no wrong text costs more, however many names there are.
package struct ClosestFinder: Sendable {
  /// A beginning that some names share.
  private struct Node {
    let scalar: Unicode.Scalar
    /// The first longer beginning, and the next one that differs in the last scalar; 0 for none.
    var firstChild: UInt32 = 0
    var nextSibling: UInt32 = 0
    /// Where the names that end here are in `names`.
    var names: Range<UInt32> = 0..<0
    /// How many scalars the shortest and the longest name from here on have in all.
    var lengths: ClosedRange<UInt32>
  }

  /// Longer names than this are close to nothing.
  private static let greatestLength = 200

  /// The most beginnings that one search looks at.
  private static let greatestEffort = 5_000

  private var nodes: [Node] = [Node(scalar: "\u{0}", lengths: 0...0)]
  private var names: [(word: Closest.Word, key: String)] = []

  /// A finder among names, each of which stands for a key (often itself).
  package init(_ names: [(name: String, key: String)]) {
    self.names = names.map { (Closest.Word($0.name), $0.key) }
      .filter { $0.0.scalars.count <= ClosestFinder.greatestLength }
      .sorted { ClosestFinder.precedes($0, $1) }
    if !self.names.isEmpty { build(0, 0..<self.names.count, depth: 0) }
  }

  private static func precedes(
    _ left: (word: Closest.Word, key: String), _ right: (word: Closest.Word, key: String)
  ) -> Bool {
    if left.word.scalars != right.word.scalars {
      return left.word.scalars.lexicographicallyPrecedes(right.word.scalars)
    }
    if left.word.text != right.word.text {
      return left.word.text.utf8.lexicographicallyPrecedes(right.word.text.utf8)
    }
    return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }

  /// Adds below `node` what the names in `range` go on with; they share their first `depth` scalars.
  private mutating func build(_ node: Int, _ range: Range<Int>, depth: Int) {
    var start = range.lowerBound
    while start < range.upperBound, names[start].word.scalars.count == depth { start += 1 }
    nodes[node].names = UInt32(range.lowerBound)..<UInt32(start)
    var shortest = start > range.lowerBound ? depth : Int.max
    var longest = depth
    var last: Int?
    while start < range.upperBound {
      let scalar = names[start].word.scalars[depth]
      var end = start + 1
      while end < range.upperBound, names[end].word.scalars[depth] == scalar { end += 1 }
      let child = nodes.count
      nodes.append(Node(scalar: scalar, lengths: 0...0))
      if let last { nodes[last].nextSibling = UInt32(child) } else { nodes[node].firstChild = UInt32(child) }
      last = child
      build(child, start..<end, depth: depth + 1)
      shortest = min(shortest, Int(nodes[child].lengths.lowerBound))
      longest = max(longest, Int(nodes[child].lengths.upperBound))
      start = end
    }
    nodes[node].lengths = UInt32(min(shortest, longest))...UInt32(longest)
  }

  /// The keys of up to `count` names that are close to `text`, in the order of `Closest.matches`; a key that is
  /// named twice comes once.
  package func closest(to text: String, count: Int) -> [String] {
    let wanted = Closest.Word(text)
    guard wanted.scalars.count <= ClosestFinder.greatestLength, count > 0 else { return [] }
    var best: [Found] = []
    var effort = ClosestFinder.greatestEffort
    for distance in 0...Closest.limit(forLength: wanted.scalars.count) {
      var search = Search(wanted: wanted.scalars, distance: distance, effort: effort)
      walk(0, depth: 0, &search)
      // What a search left out might be nearer than what it found.
      guard search.effort > 0 else { break }
      effort = search.effort
      for number in search.found
      where names[number].word.text != text
        && distance < max(wanted.scalars.count, names[number].word.scalars.count)
      {
        insert(
          number, commonPrefix: wanted.scalars.commonPrefix(with: names[number].word.scalars), distance,
          count, &best)
      }
      if best.count == count { break }
    }
    return best.map { names[$0.name].key }
  }

  /// The keys of all names that are as close to `text` as the closest one, in order; none when nothing is close.
  package func nearest(to text: String) -> [String] {
    let wanted = Closest.Word(text)
    guard wanted.scalars.count <= ClosestFinder.greatestLength else { return [] }
    var effort = ClosestFinder.greatestEffort
    for distance in 0...Closest.limit(forLength: wanted.scalars.count) {
      var search = Search(wanted: wanted.scalars, distance: distance, effort: effort)
      walk(0, depth: 0, &search)
      guard search.effort > 0 else { return [] }
      effort = search.effort
      let found = search.found.filter { names[$0].word.text != text }.sorted()
      if !found.isEmpty { return found.map { names[$0].key } }
    }
    return []
  }

  /// A name that is close.
  private struct Found {
    let name: Int
    let commonPrefix: Int
    let distance: Int
  }

  /// Puts a name at its place among the best: by distance, then the longest common beginning, then in order.
  private func insert(
    _ name: Int, commonPrefix: Int, _ distance: Int, _ count: Int, _ best: inout [Found]
  ) {
    let found = Found(name: name, commonPrefix: commonPrefix, distance: distance)
    if let same = best.firstIndex(where: { names[$0.name].key == names[name].key }) {
      guard precedes(found, best[same]) else { return }
      best.remove(at: same)
    }
    let place = best.firstIndex { precedes(found, $0) } ?? best.endIndex
    guard place < count else { return }
    best.insert(found, at: place)
    if best.count > count { best.removeLast() }
  }

  private func precedes(_ left: Found, _ right: Found) -> Bool {
    if left.distance != right.distance { return left.distance < right.distance }
    if left.commonPrefix != right.commonPrefix { return left.commonPrefix > right.commonPrefix }
    return names[left.name].word.text.utf8.lexicographicallyPrecedes(names[right.name].word.text.utf8)
  }
}

// MARK: Searching

extension ClosestFinder {
  /// The search for names at one exact distance.
  private struct Search {
    let wanted: [Unicode.Scalar]
    let distance: Int
    /// How many more beginnings may be looked at.
    var effort: Int
    /// For each depth, the distances of the beginning there to the beginnings of what is wanted.
    var rows: [[UInt8]]
    /// The scalars of the beginning.
    var path: [Unicode.Scalar] = []
    var found: [Int] = []
    /// For each depth, the least of its row.
    private var least: [UInt8] = [0]

    init(wanted: [Unicode.Scalar], distance: Int, effort: Int) {
      self.wanted = wanted
      self.distance = distance
      self.effort = effort
      let far = UInt8(distance + 1)
      rows = [(0...wanted.count).map { UInt8(min($0, Int(far))) }]
    }

    /// Fills the row of the beginning that goes on with `scalar`; false when no name below it can be near enough.
    mutating func enter(_ scalar: Unicode.Scalar, depth: Int) -> Bool {
      let far = UInt8(distance + 1)
      if rows.count <= depth { rows.append(Array(repeating: far, count: wanted.count + 1)) }
      if path.count < depth { path.append(scalar) } else { path[depth - 1] = scalar }
      // Only places within the distance of the diagonal can be on a path that is short enough.
      let first = max(1, depth - distance)
      let last = min(wanted.count, depth + distance)
      let start = first == 1 ? UInt8(min(depth, Int(far))) : far
      rows[depth][first - 1] = start
      var best = start
      if first <= last {
        for place in first...last {
          var value = rows[depth - 1][place - 1] + (wanted[place - 1] == scalar ? 0 : 1)
          value = min(value, rows[depth][place - 1] + 1)
          if place < depth + distance { value = min(value, rows[depth - 1][place] + 1) }
          if depth > 1, place > 1, wanted[place - 2] == scalar, wanted[place - 1] == path[depth - 2] {
            value = min(value, rows[depth - 2][place - 2] + 1)
          }
          rows[depth][place] = min(value, far)
          best = min(best, rows[depth][place])
        }
      }
      if last < wanted.count { rows[depth][last + 1] = far }
      if least.count <= depth { least.append(best) } else { least[depth] = best }
      // An exchange of neighbours goes back two rows.
      return best <= distance || least[depth - 1] < distance
    }

    /// The distance of the beginning at `depth` to all that is wanted.
    func distance(at depth: Int) -> Int {
      abs(wanted.count - depth) <= distance ? Int(rows[depth][wanted.count]) : distance + 1
    }
  }

  private func walk(_ number: Int, depth: Int, _ search: inout Search) {
    let node = nodes[number]
    guard Int(node.lengths.lowerBound) <= search.wanted.count + search.distance,
      Int(node.lengths.upperBound) + search.distance >= search.wanted.count
    else { return }
    if !node.names.isEmpty, search.distance(at: depth) == search.distance {
      for name in node.names { search.found.append(Int(name)) }
    }
    var child = Int(node.firstChild)
    while child != 0, search.effort > 0 {
      search.effort -= 1
      if search.enter(nodes[child].scalar, depth: depth + 1) { walk(child, depth: depth + 1, &search) }
      child = Int(nodes[child].nextSibling)
    }
  }
}

extension [Unicode.Scalar] {
  /// How many scalars both begin with.
  fileprivate func commonPrefix(with other: [Unicode.Scalar]) -> Int {
    var length = 0
    while length < count, length < other.count, self[length] == other[length] { length += 1 }
    return length
  }
}
