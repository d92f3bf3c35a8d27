/// The capturing groups of a pattern and their names, gathered before it is read: a back reference may come before its
/// group.
struct CaptureTable: Sendable {
  /// A name and the groups that have it.
  private struct Name {
    /// Where it is written first.
    let source: Range<Int>
    let hash: Int
    var captures: Captures
    var last: Int
  }

  /// Some groups, all of one name or a single one.
  struct Captures: Sendable {
    /// The number of the first of them.
    let first: Int

    /// How many there are.
    var count: Int
  }

  /// The number of capturing groups, which are numbered from 1.
  var count: Int { nextOfName.count }

  /// For each group the next one of its name; 0 after the last, and for a group without a name.
  private var nextOfName: [Int] = []

  private var names: [Name] = []

  /// The names by their hashes, with open addressing: the place of a name in `names`, from 1; 0 is free.
  private var slots: [Int] = []

  /// The groups that have the name at `range`; nil if there are none.
  func captures(named range: Range<Int>, in cursor: Cursor) -> Captures? {
    guard !names.isEmpty else { return nil }
    let place = slots[slot(of: range, hash: cursor.hash(ofName: range), in: cursor)]
    return place > 0 ? names[place - 1].captures : nil
  }

  /// The next group of the name that group `number` has.
  func next(after number: Int) -> Int { nextOfName[number - 1] }

  // MARK: Building

  /// Gathers the groups of the whole pattern. What is wrong in it is left for its reader to report.
  mutating func fill(from cursor: Cursor) {
    nextOfName.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
    var cursor = cursor
    var isInClass = false
    while let next = cursor.next {
      cursor.advance()
      switch next {
      case "\\": cursor.advance()
      case "[": isInClass = true
      case "]": isInClass = false
      case "(" where !isInClass: open(&cursor)
      default: break
      }
    }
  }

  private mutating func open(_ cursor: inout Cursor) {
    guard cursor.take("?") else { return nextOfName.append(0) }
    guard cursor.take("<"), cursor.next != "=", cursor.next != "!" else { return }
    nextOfName.append(0)
    if let name = try? cursor.takeGroupName() { add(name, in: cursor) }
  }

  /// Gives the last group the name at `range`.
  private mutating func add(_ range: Range<Int>, in cursor: Cursor) {
    if 2 * names.count >= slots.count { grow() }
    let hash = cursor.hash(ofName: range)
    let slot = slot(of: range, hash: hash, in: cursor)
    if slots[slot] == 0 {
      names.append(Name(source: range, hash: hash, captures: Captures(first: count, count: 1), last: count))
      slots[slot] = names.count
    } else {
      let place = slots[slot] - 1
      nextOfName[names[place].last - 1] = count
      names[place].last = count
      names[place].captures.count += 1
    }
  }

  /// The slot of the name at `range`, or the free one where it would be.
  private func slot(of range: Range<Int>, hash: Int, in cursor: Cursor) -> Int {
    var slot = hash & (slots.count - 1)
    while slots[slot] > 0 {
      let name = names[slots[slot] - 1]
      if name.hash == hash, cursor.areSameNames(name.source, range) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Doubles the slots.
  private mutating func grow() {
    let count = max(8, 2 * slots.count)
    slots.removeAll(keepingCapacity: true)
    for _ in 0..<count { slots.append(0) }
    for place in names.indices {
      var slot = names[place].hash & (count - 1)
      while slots[slot] > 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = place + 1
    }
  }

  /// How much memory there is, in bytes.
  var capacity: Int { nextOfName.bytesOfCapacity + names.bytesOfCapacity + slots.bytesOfCapacity }

  /// How much of it is used, in bytes.
  var needed: Int { nextOfName.bytesOfElements + names.bytesOfElements + slots.bytesOfElements }
}
