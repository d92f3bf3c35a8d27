import YAML

/// Where the rows of each collector are among the values of a file. Most files of a set are alike in that, so that each of these
/// shapes is kept once.
struct FactShapes: Sendable {
  /// The rows of one collector.
  struct Part: Sendable, Hashable {
    let collector: UInt16
    /// The nodes of the first and of the last row when they rise from row to row: the highest number for all from there
    /// on. The first is after the last when they do not rise.
    let firstNode: UInt16
    let lastNode: UInt16
    /// Where the values of the rows begin and end among those of the file.
    let start: UInt32
    let end: UInt32

    /// Whether the nodes rise from row to row.
    var isRising: Bool { firstNode <= lastNode }
  }

  /// Those of all shapes, one shape after the other; of each by collector.
  private var parts: [Part] = []
  /// For each shape, where its parts end: the next one begins there.
  private var ends: [UInt32] = []
  private var numbers = HashedNumbers(slots: 64)

  /// How many shapes there are.
  var count: Int { ends.count }

  /// The number of the shape with these parts, which are by collector: a new one when it was not seen before.
  mutating func intern(_ wanted: some RandomAccessCollection<Part>) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: wanted.count)
    for part in wanted {
      let nodes = UInt64(part.firstNode) | UInt64(part.lastNode) << 16 | UInt64(part.collector) << 32
      hash = ((hash ^ nodes).mixed ^ (UInt64(part.start) | UInt64(part.end) << 32)).mixed
    }
    let short = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    if let number = numbers.number(short, { self[$0].elementsEqual(wanted) }) { return number }
    parts += wanted
    ends.append(UInt32(truncatingIfNeeded: parts.count))
    return numbers.add(short)
  }

  /// The numbers here of all shapes of another table.
  mutating func take(_ other: FactShapes) -> [UInt32] {
    (0..<other.count).map { intern(other[UInt32(truncatingIfNeeded: $0)]) }
  }

  /// The parts of a shape, by collector.
  subscript(shape: UInt32) -> ArraySlice<Part> { parts[range(of: shape)] }

  /// Calls `body` with each of them.
  func forEachPart(of shape: UInt32, _ body: (Part) -> Void) {
    for index in range(of: shape) { body(parts[index]) }
  }

  private func range(of shape: UInt32) -> Range<Int> {
    (shape == 0 ? 0 : Int(ends[Int(shape) - 1]))..<Int(ends[Int(shape)])
  }

  /// The part of a shape that has the rows of a collector; nothing when it has none.
  ///
  /// - Parameter place: where it may be among the shape's parts, and then where it is: mostly where it was in another shape.
  func part(of collector: Int, in shape: UInt32, near place: inout Int) -> Part? {
    let range = range(of: shape)
    if place < range.count, parts[range.lowerBound + place].collector == collector {
      return parts[range.lowerBound + place]
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].collector < collector { low = middle + 1 } else { high = middle }
    }
    guard low < range.upperBound, parts[low].collector == collector else { return nil }
    place = low - range.lowerBound
    return parts[low]
  }
}
