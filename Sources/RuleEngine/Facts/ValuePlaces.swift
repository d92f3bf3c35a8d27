import Synchronization

/// Where every so many of the values of a large file is written, so that none is far from such a place. Found when a value
/// of the file is first asked for: where all is well, nobody asks.
///
/// A class, because it is shared by copies of a store that say the same, on all threads.
final class ValuePlaces: Sendable {
  /// How many values are between two places.
  private static let step = 32
  /// Up to how far from the beginning of its section a value is read from there.
  private static let mostPassed = 256

  /// By the path of the file, a cursor before each of these values.
  private let known: Mutex<[String: [FactCursor]]>

  init(_ known: [String: [FactCursor]] = [:]) {
    self.known = Mutex(known)
  }

  /// The places of a store in which a file is another one. Always a table of its own: the store as it was may still be
  /// asked, and then keeps places in rows that this one has not.
  func without(_ path: String) -> ValuePlaces {
    var known = known.withLock { $0 }
    known[path] = nil
    return ValuePlaces(known)
  }

  /// The value with a number in the rows of the file at `path`.
  func value(_ number: Int, of rows: FactRows, at path: String) -> FactValue {
    guard let section = rows.section(with: number) else { return .absent }
    var cursor = FactCursor(at: section)
    var next = section.values.lowerBound
    if number - next > ValuePlaces.mostPassed {
      let places = places(of: rows, at: path)
      guard number / ValuePlaces.step < places.count else { return .absent }
      cursor = places[number / ValuePlaces.step]
      next = number / ValuePlaces.step * ValuePlaces.step
    }
    while next < number {
      _ = cursor.next(in: rows.bytes.span)
      next += 1
    }
    return cursor.next(in: rows.bytes.span) ?? .absent
  }

  private func places(of rows: FactRows, at path: String) -> [FactCursor] {
    if let places = known.withLock({ $0[path] }) { return places }
    var places: [FactCursor] = []
    places.reserveCapacity(rows.count / ValuePlaces.step + 1)
    rows.forEachSection { section in
      var cursor = FactCursor(at: section)
      for index in section.values {
        if index % ValuePlaces.step == 0 { places.append(cursor) }
        _ = cursor.next(in: rows.bytes.span)
      }
    }
    known.withLock { $0[path] = places }
    return places
  }
}
