/// The hashes of the keys of one piece of a file that count within the file.
struct PieceKeys: Sendable {
  /// The documents that have keys.
  var documents: [Document] = []
  /// The keys, by document.
  var hashes: [UInt64] = []
  /// Whether rows are made of them.
  var haveRows = false

  /// The keys of one document.
  struct Document: Sendable {
    /// A hash of what they have in common.
    let common: UInt64
    /// Where they end among those of the piece.
    let end: Int
  }

  /// The pieces, by number, that have a key which another has, too, so that they need rows and have none. All keys are of the
  /// same `FactProgram.FileKey`, and those of a piece are at its number.
  static func sharing(_ pieces: [PieceKeys]) -> Set<Int> {
    var owners = HashOwners(count: pieces.reduce(0) { $0 + $1.documents.count })
    var common: Set<UInt64> = []
    for (number, piece) in pieces.enumerated() {
      for document in piece.documents where owners.owner(of: document.common, else: number) != number {
        common.insert(document.common)
      }
    }
    guard !common.isEmpty else { return [] }
    let hashes = pieces.map { $0.hashes(of: common) }
    owners = HashOwners(count: hashes.reduce(0) { $0 + $1.count })
    var sharing: Set<Int> = []
    for number in pieces.indices {
      for hash in hashes[number] {
        let owner = owners.owner(of: hash, else: number)
        if owner != number { sharing.formUnion([owner, number]) }
      }
    }
    return sharing.filter { !pieces[$0].haveRows }
  }

  /// The keys of the documents whose keys have one of these in common.
  private func hashes(of common: Set<UInt64>) -> [UInt64] {
    var all: [UInt64] = []
    var start = 0
    for document in documents {
      if common.contains(document.common) { all += hashes[start..<document.end] }
      start = document.end
    }
    return all
  }
}

/// Which piece a hash was first seen in.
private struct HashOwners {
  /// Open addressing; an owner of -1 where nothing is.
  private var slots: [(hash: UInt64, owner: Int)]

  /// - Parameter count: how many hashes there are at most.
  init(count: Int) {
    let size = 1 << (Int.bitWidth - (2 * count + 1).leadingZeroBitCount)
    slots = Array(repeating: (0, -1), count: size)
  }

  /// The owner of a hash, which is `number` when it has none yet.
  mutating func owner(of hash: UInt64, else number: Int) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot].owner >= 0 {
      if slots[slot].hash == hash { return slots[slot].owner }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = (hash, number)
    return number
  }
}
