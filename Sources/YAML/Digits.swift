/// The digits of a significand, where they are written: a point may stand among them. Sharing the bytes of the text,
/// a number of any length asks for no memory of its own.
struct Digits: Sendable {
  /// Text that has them, in ASCII.
  private let bytes: [UInt8]

  /// Where the first one is.
  private let start: Int

  /// How many of them stand before the point; all when there is none.
  private let beforePoint: Int

  /// How many there are.
  let count: Int

  /// Those in `bytes` from `start` on.
  init(in bytes: [UInt8], from start: Int, beforePoint: Int, count: Int) {
    self.bytes = bytes
    self.start = start
    self.beforePoint = beforePoint
    self.count = count
  }

  /// Some digits, each 0…9.
  init(_ digits: ArraySlice<UInt8>) {
    self.init(
      in: digits.map { $0 + UInt8(ascii: "0") }, from: 0, beforePoint: digits.count, count: digits.count)
  }

  /// The digit at `place`, counted from the first, as 0…9.
  subscript(place: Int) -> UInt8 {
    bytes[start + place + (place < beforePoint ? 0 : 1)] - UInt8(ascii: "0")
  }
}

extension Digits: Hashable {
  static func == (left: Digits, right: Digits) -> Bool {
    guard left.count == right.count else { return false }
    for place in 0..<left.count where left[place] != right[place] { return false }
    return true
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    var word: UInt64 = 0
    for place in 0..<count {
      word = word << 4 | UInt64(self[place])
      if place % 16 == 15 { hasher.combine(word) }
    }
    hasher.combine(word)
  }
}
