/// A part of a data set, cut by the paths of its files alone: every machine cuts the same set in the same way, and a
/// file stays in its shard whatever comes and goes beside it.
package struct Shard: Sendable, Hashable {
  /// The most shards of one set.
  package static let most = 1_000_000

  /// Which one it is, from 1.
  package let index: Int
  /// How many there are.
  package let count: Int

  /// The shard `index` of `count`; nothing when there is none.
  package init?(index: Int, count: Int) {
    guard index >= 1, index <= count, count <= Self.most else { return nil }
    self.index = index
    self.count = count
  }

  /// The shard that a text such as `2/8` means.
  package init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false)
    guard numbers.count == 2, numbers.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let index = Int(numbers[0]), let count = Int(numbers[1])
    else { return nil }
    self.init(index: index, count: count)
  }

  /// The only shard of a set that is not cut.
  package static let whole = Shard(only: ())

  private init(only: Void) {
    index = 1
    count = 1
  }

  /// Whether the file at `path`, from the root, belongs to it.
  package func contains(_ path: String) -> Bool {
    var hash = ContentHash.of(Array(path.utf8))
    // All bits of the hash have a say in where the file goes.
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    hash ^= hash >> 33
    return hash.multipliedFullWidth(by: UInt64(count)).high == UInt64(index - 1)
  }
}

extension Shard: CustomStringConvertible {
  /// As people say it: `2 of 8`.
  package var description: String { "\(index) of \(count)" }
}
