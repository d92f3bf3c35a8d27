import YAML

/// Names with their numbers, found by the hashes of their UTF-8 bytes: mostly at once, and in the time of a binary search
/// whatever the names.
struct NameTable: Sendable {
  /// A name, without references.
  private struct Name: Sendable {
    let hash: UInt32
    /// Its place in the list that the table was made of.
    let number: Int
    /// Where its bytes are.
    let range: Range<Int>
  }

  /// The names by their hashes, and those that share one by their bytes.
  private var names: [Name] = []
  private var bytes: [UInt8] = []
  /// For each beginning of a hash, the place of the first name whose hash does not come before it.
  private var starts: [Int] = []
  /// How many bits of a hash are not its beginning.
  private let rest: UInt32

  /// A table of `names`; a name that stands twice has the number of its first.
  init(_ names: [String]) {
    var entries: [(hash: UInt32, bytes: [UInt8], number: Int)] = []
    for (number, name) in names.enumerated() {
      let bytes = Array(name.utf8)
      entries.append((bytes.span.textHash, bytes, number))
    }
    entries.sort { left, right in
      if left.hash != right.hash { return left.hash < right.hash }
      if left.bytes != right.bytes { return left.bytes.lexicographicallyPrecedes(right.bytes) }
      return left.number < right.number
    }
    // At least as many beginnings as names, so that most have one name or none.
    let bits = min(16, UInt32(Int.bitWidth - entries.count.leadingZeroBitCount) + 1)
    rest = 32 - bits
    for entry in entries {
      if let last = self.names.last, last.hash == entry.hash, bytes[last.range].elementsEqual(entry.bytes) {
        continue
      }
      while starts.count <= entry.hash >> rest { starts.append(self.names.count) }
      let range = bytes.count..<bytes.count + entry.bytes.count
      self.names.append(Name(hash: entry.hash, number: entry.number, range: range))
      bytes += entry.bytes
    }
    while starts.count <= 1 << bits { starts.append(self.names.count) }
  }

  /// How many different names there are.
  var count: Int { names.count }

  /// The place of a name in the table, from 0 and below `count`; nothing when it is not there.
  func place(of name: Span<UInt8>) -> Int? {
    place(of: name.textHash) { order(name, $0) }
  }

  /// The place of the name that `key` of `tree` is; nothing when it is not there. The tree knows the hash of a key.
  func place(ofKey key: NodeID, in tree: Tree) -> Int? {
    place(of: tree.hash(ofKey: key)) { name in tree.withText(of: key) { order($0, name) } }
  }

  /// The number of a name; nothing when it is not there.
  func number(of name: Span<UInt8>) -> Int? {
    place(of: name).map { names[$0].number }
  }

  /// The number of the name that `key` of `tree` is; nothing when it is not there.
  func number(ofKey key: NodeID, in tree: Tree) -> Int? {
    place(ofKey: key, in: tree).map { names[$0].number }
  }

  /// The place of the name that has a hash and the order 0.
  private func place(of hash: UInt32, _ order: (Name) -> Int) -> Int? {
    let beginning = Int(hash &>> rest)
    var low = starts[beginning]
    var high = starts[beginning + 1]
    while low < high {
      let middle = (low &+ high) &>> 1
      let name = names[middle]
      let order = name.hash == hash ? order(name) : hash < name.hash ? -1 : 1
      if order == 0 { return middle }
      if order < 0 { high = middle } else { low = middle + 1 }
    }
    return nil
  }

  /// Below, at or above 0 as a text is before, at or after `name`, which has its hash.
  @inline(__always) private func order(_ text: Span<UInt8>, _ name: Name) -> Int {
    let bytes = bytes.span.extracting(name.range)
    return text.isEqual(to: bytes) ? 0 : NameTable.order(text, bytes)
  }

  /// The same for texts that are not equal, which hardly ever share a hash.
  private static func order(_ text: Span<UInt8>, _ bytes: Span<UInt8>) -> Int {
    for index in 0..<min(text.count, bytes.count) where text[index] != bytes[index] {
      return text[index] < bytes[index] ? -1 : 1
    }
    return text.count - bytes.count
  }
}
