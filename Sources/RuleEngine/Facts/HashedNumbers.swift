/// Finds the numbers of things by their hashes: those who keep the things say which one of the same hash it is.
struct HashedNumbers: Sendable {
  /// Open addressing: a number and 1, or 0 where nothing is.
  private var slots: [UInt32]
  private var hashes: [UInt32] = []

  /// No numbers.
  ///
  /// - Parameter slots: how many there is room for, twice; a power of two.
  init(slots: Int) { self.slots = Array(repeating: 0, count: slots) }

  /// The hash of a number.
  func hash(of number: UInt32) -> UInt32 { hashes[Int(number)] }

  /// The number with a hash for which `isMeant` holds.
  func number(_ hash: UInt32, _ isMeant: (UInt32) -> Bool) -> UInt32? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, isMeant(number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Makes room for so many numbers.
  mutating func reserve(_ count: Int) {
    hashes.reserveCapacity(count)
    var wanted = slots.count
    while wanted < 2 * count { wanted *= 2 }
    if wanted > slots.count { makeSlots(wanted) }
  }

  /// Gives the next number to something with a hash.
  mutating func add(_ hash: UInt32) -> UInt32 {
    let number = UInt32(truncatingIfNeeded: hashes.count)
    hashes.append(hash)
    if hashes.count * 2 > slots.count { makeSlots(slots.count * 4) } else { put(number) }
    return number
  }

  private mutating func makeSlots(_ count: Int) {
    slots = Array(repeating: 0, count: count)
    for number in hashes.indices { put(UInt32(truncatingIfNeeded: number)) }
  }

  private mutating func put(_ number: UInt32) {
    var slot = Int(hashes[Int(number)]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number + 1
  }
}
