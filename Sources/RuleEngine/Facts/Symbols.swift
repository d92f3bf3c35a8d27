/// A number for each text: the same for the same bytes, so that joins compare numbers.
struct Symbols: Sendable {
  private var bytes: [UInt8] = []
  /// Where each symbol's text ends; the next one begins there.
  private var ends: [UInt32] = []
  /// Open addressing: a symbol's number and 1, or 0 where nothing is.
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)
  private var hashes: [UInt32] = []

  /// What stands for no text at all.
  static let none = UInt32.max

  /// How many texts there are.
  var count: Int { ends.count }

  /// The number of `text`, a new one when it was not seen before.
  mutating func intern(_ text: Span<UInt8>) -> UInt32 {
    let hash = Symbols.hash(text)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let symbol = slots[slot] - 1
      if hashes[Int(symbol)] == hash, isText(of: symbol, equalTo: text) { return symbol }
      slot = (slot + 1) & (slots.count - 1)
    }
    let symbol = UInt32(truncatingIfNeeded: ends.count)
    for index in 0..<text.count { bytes.append(text[index]) }
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    hashes.append(hash)
    slots[slot] = symbol + 1
    if ends.count * 2 > slots.count { grow() }
    return symbol
  }

  /// The text of a symbol; empty for `none`.
  func text(of symbol: UInt32) -> String {
    symbol == Symbols.none ? "" : String(decoding: bytes[range(of: symbol)], as: UTF8.self)
  }

  private func range(of symbol: UInt32) -> Range<Int> {
    (symbol == 0 ? 0 : Int(ends[Int(symbol) - 1]))..<Int(ends[Int(symbol)])
  }

  private func isText(of symbol: UInt32, equalTo text: Span<UInt8>) -> Bool {
    let range = range(of: symbol)
    guard range.count == text.count else { return false }
    for index in 0..<text.count where bytes[range.lowerBound + index] != text[index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for symbol in hashes.indices {
      var slot = Int(hashes[symbol]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: symbol) + 1
    }
  }

  /// FNV-1a over the bytes, with the high half folded in.
  private static func hash(_ text: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<text.count { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

extension Symbols {
  /// The number of `text`, when it was seen.
  func symbol(of text: Span<UInt8>) -> UInt32? {
    let hash = Symbols.hash(text)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let symbol = slots[slot] - 1
      if hashes[Int(symbol)] == hash, isText(of: symbol, equalTo: text) { return symbol }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
