import YAML

/// A number for each text: the same for the same bytes, so that joins compare numbers.
struct Symbols: Sendable {
  private var bytes: [UInt8] = []
  /// Where each symbol's text ends; the next one begins there.
  private var ends: [UInt32] = []
  /// Open addressing: a symbol's number and 1, or 0 where nothing is.
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)
  private var hashes: [UInt32] = []

  /// What stands for no text at all. A symbol has 29 bits, so that 3 are left for what else is kept with it.
  static let none = UInt32.max >> 3

  /// How many texts there are.
  var count: Int { ends.count }

  /// The number of `text`, a new one when it was not seen before.
  mutating func intern(_ text: Span<UInt8>) -> UInt32 { intern(text, hash: text.textHash) }

  private mutating func intern(_ text: Span<UInt8>, hash: UInt32) -> UInt32 {
    let slot = slot(of: text, hash: hash)
    if slots[slot] != 0 { return slots[slot] - 1 }
    let symbol = UInt32(truncatingIfNeeded: ends.count)
    bytes.append(contentsOf: text)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    hashes.append(hash)
    slots[slot] = symbol + 1
    if ends.count * 2 > slots.count { grow() }
    return symbol
  }

  /// Makes room for the texts of another table, and no more.
  mutating func reserve(for other: Symbols) {
    bytes.reserveCapacity(bytes.count + other.bytes.count)
    ends.reserveCapacity(ends.count + other.ends.count)
    hashes.reserveCapacity(hashes.count + other.hashes.count)
  }

  /// The number of the text of a symbol of another table, a new one when it was not seen before.
  mutating func intern(_ other: Symbols, _ symbol: UInt32) -> UInt32 {
    intern(other.bytes.span.extracting(other.range(of: symbol)), hash: other.hashes[Int(symbol)])
  }

  /// The number of `text`, when it was seen.
  func symbol(of text: Span<UInt8>) -> UInt32? {
    let slot = slot(of: text, hash: text.textHash)
    return slots[slot] == 0 ? nil : slots[slot] - 1
  }

  /// The slot of a text, or the free one where it belongs.
  private func slot(of text: Span<UInt8>, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let symbol = slots[slot] - 1
      if hashes[Int(symbol)] == hash, isText(of: symbol, equalTo: text) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// The text of a symbol; empty for `none`.
  func text(of symbol: UInt32) -> String {
    symbol == Symbols.none ? "" : String(decoding: bytes[range(of: symbol)], as: UTF8.self)
  }

  private func range(of symbol: UInt32) -> Range<Int> {
    (symbol == 0 ? 0 : Int(ends[Int(symbol) - 1]))..<Int(ends[Int(symbol)])
  }

  private func isText(of symbol: UInt32, equalTo text: Span<UInt8>) -> Bool {
    text.isEqual(to: bytes.span.extracting(range(of: symbol)))
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for symbol in hashes.indices {
      var slot = Int(hashes[symbol]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: symbol) + 1
    }
  }
}
