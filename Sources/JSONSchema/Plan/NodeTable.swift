import YAML

/// Nodes by a hash, in words of a scratch: open addressing, a node and half of its hash in each slot.
struct NodeTable {
  /// The words; a power of two.
  let slots: Range<Int>

  /// A table for up to `count` nodes.
  init(for count: Int, in scratch: inout Scratch) {
    var size = 4
    while size < 2 * count { size *= 2 }
    slots = scratch.take(size)
  }

  /// Where a node of this hash is looked for first.
  func slot(for hash: UInt64) -> Int {
    slots.lowerBound + (Int(truncatingIfNeeded: hash) & (slots.count - 1))
  }

  /// Where it is looked for next.
  func slot(after slot: Int) -> Int {
    slot + 1 < slots.upperBound ? slot + 1 : slots.lowerBound
  }

  /// The node in a slot; nothing when it is free.
  func node(in slot: Int, of scratch: borrowing Scratch) -> NodeID? {
    let word = scratch[slot]
    return word == 0 ? nil : NodeID(index: UInt32(truncatingIfNeeded: word) - 1)
  }

  /// Whether the node in a slot may be of this hash: if not, it certainly is not.
  func mayHold(_ hash: UInt64, in slot: Int, of scratch: borrowing Scratch) -> Bool {
    scratch[slot] >> 32 == hash >> 32
  }

  /// Puts a node into a free slot.
  func insert(_ node: NodeID, _ hash: UInt64, in slot: Int, of scratch: inout Scratch) {
    scratch[slot] = hash & ~0xFFFF_FFFF | UInt64(node.index + 1)
  }
}
