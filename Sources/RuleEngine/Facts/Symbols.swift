import YAML

/// A number for each text: the same for the same bytes, so that joins compare numbers. The texts are not copied: they stay where
/// they are written, among the rows of files.
struct Symbols: Sendable {
  /// Where a text is written.
  private struct Place {
    /// The number of the rows.
    var rows: UInt32
    /// Its first byte among those of the rows.
    let start: UInt32
    /// How many bytes it has.
    let count: UInt32
  }

  /// The rows that were read, as they are written, those of files that have others by now among them.
  private(set) var rows: [[UInt8]] = []
  /// For each symbol, where its text is written first.
  private var places: [Place] = []
  private var numbers = HashedNumbers(slots: 1024)

  /// What stands for no text at all. A symbol has 29 bits, so that 3 are left for what else is kept with it.
  static let none = UInt32.max >> 3

  /// How many texts there are.
  var count: Int { places.count }

  /// Takes rows in, in which the texts are that are asked for next.
  mutating func begin(_ rows: [UInt8]) { self.rows.append(rows) }

  /// The number of `text`, a new one when it was not seen before.
  ///
  /// - Parameter start: where it begins in the bytes of the last rows.
  mutating func intern(_ text: Span<UInt8>, at start: Int) -> UInt32 {
    let hash = text.textHash
    if let symbol = numbers.number(hash, { isText(of: $0, equalTo: text) }) { return symbol }
    places.append(
      Place(
        rows: UInt32(truncatingIfNeeded: rows.count - 1), start: UInt32(truncatingIfNeeded: start),
        count: UInt32(truncatingIfNeeded: text.count)))
    return numbers.add(hash)
  }

  /// Takes over the rows and texts of another table, the rows behind its own.
  ///
  /// - Returns: for each symbol of the other table the one of its text here.
  mutating func take(_ other: Symbols) -> [UInt32] {
    let before = UInt32(truncatingIfNeeded: rows.count)
    rows += other.rows
    return other.places.indices.map { index in
      var place = other.places[index]
      place.rows += before
      let hash = other.numbers.hash(of: UInt32(truncatingIfNeeded: index))
      let bytes = rows[Int(place.rows)]
      let text = bytes.span.extracting(range(of: place))
      if let symbol = numbers.number(hash, { isText(of: $0, equalTo: text) }) { return symbol }
      places.append(place)
      return numbers.add(hash)
    }
  }

  /// The number of `text`, when it was seen.
  func symbol(of text: Span<UInt8>) -> UInt32? {
    numbers.number(text.textHash) { isText(of: $0, equalTo: text) }
  }

  /// The text of a symbol; empty for `none`.
  func text(of symbol: UInt32) -> String {
    guard symbol != Symbols.none else { return "" }
    let place = places[Int(symbol)]
    return String(decoding: rows[Int(place.rows)][range(of: place)], as: UTF8.self)
  }

  private func range(of place: Place) -> Range<Int> { Int(place.start)..<Int(place.start) + Int(place.count) }

  private func isText(of symbol: UInt32, equalTo text: Span<UInt8>) -> Bool {
    let place = places[Int(symbol)]
    guard text.count == Int(place.count) else { return false }
    let rows = rows.span
    return text.isEqual(to: rows[Int(place.rows)].span.extracting(range(of: place)))
  }
}
