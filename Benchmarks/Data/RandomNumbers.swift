/// SplitMix64: small, fast, and the same numbers from the same seed for ever, so that a data set can be named by
/// its seed.
package struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of `seed`.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next number, any of all 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to and without `bound`.
  package mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }

  /// Whether something happens that has this chance, from 0 to 1.
  package mutating func happens(_ chance: Double) -> Bool {
    Double(next() >> 11) < chance * Double(1 << 53)
  }

  /// `count` different numbers below `bound` (all of them when there are no more), in ascending order.
  mutating func distinct(_ count: Int, below bound: Int) -> [Int] {
    var chosen: [Int] = []
    while chosen.count < min(count, bound) {
      let number = below(bound)
      if !chosen.contains(number) { chosen.append(number) }
    }
    return chosen.sorted()
  }
}
