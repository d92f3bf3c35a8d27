/// Names with their numbers, found by UTF-8 bytes in the time of a binary search, whatever the names.
struct NameTable: Sendable {
  /// The sorting key of each name: its length, then its first six bytes.
  private var keys: [UInt64] = []
  /// Where the bytes of each name are.
  private var ranges: [Range<Int>] = []
  private var bytes: [UInt8] = []
  /// The number of each name: its place in the list it was made of.
  private var numbers: [Int] = []

  /// A table of `names`; a name that stands twice has the number of its first.
  init(_ names: [String]) {
    var entries: [(key: UInt64, bytes: [UInt8], number: Int)] = []
    for (number, name) in names.enumerated() {
      let bytes = Array(name.utf8)
      entries.append((NameTable.key(bytes.span), bytes, number))
    }
    entries.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      if left.bytes.count != right.bytes.count { return left.bytes.count < right.bytes.count }
      if left.bytes != right.bytes { return left.bytes.lexicographicallyPrecedes(right.bytes) }
      return left.number < right.number
    }
    for entry in entries {
      if keys.last == entry.key, let last = ranges.last, bytes[last].elementsEqual(entry.bytes) { continue }
      keys.append(entry.key)
      ranges.append(bytes.count..<bytes.count + entry.bytes.count)
      bytes += entry.bytes
      numbers.append(entry.number)
    }
  }

  /// How many different names there are.
  var count: Int { keys.count }

  /// The place of a name in the table, from 0 and below `count`; nothing when it is not there.
  func place(of name: Span<UInt8>) -> Int? {
    let wanted = NameTable.key(name)
    let keys = keys.span
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] == wanted {
        // The key tells all of a short name.
        if name.count <= 6 { return middle }
        switch order(name, place: middle) {
        case 0: return middle
        case ..<0: high = middle
        default: low = middle + 1
        }
      } else if keys[middle] < wanted {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return nil
  }

  /// The number of a name; nothing when it is not there.
  func number(of name: Span<UInt8>) -> Int? {
    guard let place = place(of: name) else { return nil }
    return numbers[place]
  }

  /// The number of the name at `place` of the table.
  func number(at place: Int) -> Int { numbers[place] }

  private func order(_ name: Span<UInt8>, place: Int) -> Int {
    let range = ranges[place]
    // The key holds the length of all but very long names.
    if name.count != range.count { return name.count - range.count }
    let bytes = bytes.span
    for index in 6..<name.count {
      let other = bytes[range.lowerBound + index]
      if name[index] != other { return name[index] < other ? -1 : 1 }
    }
    return 0
  }

  private static func key(_ name: Span<UInt8>) -> UInt64 {
    var key = UInt64(min(name.count, 0xFFFF))
    for index in 0..<6 {
      key = key << 8 | (index < name.count ? UInt64(name[index]) : 0)
    }
    return key
  }
}
