/// The code points of a label of a host name, which has at most 63 (RFC 1035, section 2.3.4), in place.
struct Label {
  private var values = SIMD64<UInt32>()

  /// How many there are.
  private(set) var count = 0

  /// A label without any.
  init() {}

  /// The code points of `text`; nothing when there are too many, or when it is no UTF-8.
  init?(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      guard let (scalar, length) = text.scalar(at: index), append(scalar) else { return nil }
      index += length
    }
  }

  /// The code point at `place`, from 0.
  subscript(place: Int) -> Unicode.Scalar {
    Unicode.Scalar(values[place]) ?? "\u{FFFD}"
  }

  /// Adds a code point; false when there is no room.
  mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    insert(scalar, at: count)
  }

  /// Puts a code point in at `place`; false when there is no room.
  mutating func insert(_ scalar: Unicode.Scalar, at place: Int) -> Bool {
    guard count < 63 else { return false }
    var index = count
    while index > place {
      values[index] = values[index - 1]
      index -= 1
    }
    values[place] = scalar.value
    count += 1
    return true
  }
}

extension Label {
  /// The places of its code points.
  var indices: Range<Int> { 0..<count }

  /// Whether `holds` says so of some code point.
  func contains(where holds: (Unicode.Scalar) -> Bool) -> Bool {
    for place in indices where holds(self[place]) { return true }
    return false
  }

  /// Whether `holds` says so of each code point.
  func allSatisfy(_ holds: (Unicode.Scalar) -> Bool) -> Bool {
    !contains { !holds($0) }
  }
}
