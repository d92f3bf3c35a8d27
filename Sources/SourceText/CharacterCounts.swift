/// How many characters stand before each of many bytes, so that no count begins at the first byte of a very long text
/// or line.
struct CharacterCounts: Sendable {
  /// A line up to which counting its characters is quicker than making this, in bytes.
  static let shortLine = 2048

  /// Bytes between two places with a count.
  private static let step = 512

  /// What stands before one byte.
  private struct Count {
    var codePoints: UInt32 = 0
    var utf16Units: UInt32 = 0

    mutating func add(_ byte: UInt8) {
      guard byte & 0xC0 != 0x80 else { return }
      codePoints += 1
      utf16Units += byte >= 0xF0 ? 2 : 1
    }

    func number(of unit: ColumnUnit, bytes: Int) -> Int {
      switch unit {
      case .utf8: bytes
      case .codePoints: Int(codePoints)
      case .utf16: Int(utf16Units)
      }
    }
  }

  private var marks: [Count] = []

  /// The counts of a text.
  init(_ bytes: [UInt8]) {
    marks.reserveCapacity(bytes.count / Self.step + 1)
    var count = Count()
    let span = bytes.span
    for index in 0..<span.count {
      if index % Self.step == 0 { marks.append(count) }
      count.add(span[index])
    }
    if span.count % Self.step == 0 { marks.append(count) }
  }

  /// How many units stand before the byte at `offset`, which is at most the number of bytes.
  func units(_ unit: ColumnUnit, before offset: Int, in bytes: [UInt8]) -> Int {
    let mark = offset / Self.step
    var count = marks[mark]
    let span = bytes.span
    for index in mark * Self.step..<offset { count.add(span[index]) }
    return count.number(of: unit, bytes: offset)
  }

  /// The last place in `range` that is known to have at most `units` units before it, to count on from: the range's
  /// start, or one inside it that is not inside a character.
  func start(within range: ByteRange, _ unit: ColumnUnit, atMost units: Int, in bytes: [UInt8]) -> Int {
    var low = range.start / Self.step
    var high = range.end / Self.step + 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].number(of: unit, bytes: middle * Self.step) <= units {
        low = middle
      } else {
        high = middle
      }
    }
    var place = low * Self.step
    while place > range.start, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return max(place, range.start)
  }
}
