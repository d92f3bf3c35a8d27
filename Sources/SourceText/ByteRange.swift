/// A half-open range of UTF-8 bytes in one file, counted from the file's first byte.
///
/// The ends are kept in 32 bits: a file of 4 GiB or more is refused long before it gets a range.
@usableFromInline package struct ByteRange: Hashable, Sendable {
  @usableFromInline var lower: UInt32
  @usableFromInline var upper: UInt32

  /// The offset of the first byte, from 0.
  @inlinable package var start: Int { Int(lower) }

  /// The offset after the last byte; equal to `start` for an empty range.
  @inlinable package var end: Int { Int(upper) }

  /// The number of bytes.
  package var count: Int { Int(upper) - Int(lower) }

  /// Whether the range has no bytes.
  package var isEmpty: Bool { lower == upper }

  /// A range from `start` up to and without `end`, both in bytes; an `end` before `start` gives an empty range.
  @inlinable package init(_ start: Int, _ end: Int) {
    lower = UInt32(clamping: start)
    upper = UInt32(clamping: max(start, end))
  }

  /// The empty range at `offset`, in bytes.
  package init(at offset: Int) {
    self.init(offset, offset)
  }

  /// The same range as a range of integers, for subscripts.
  package var indices: Range<Int> { start..<end }

  /// Whether `other` has no byte outside this range.
  package func contains(_ other: ByteRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// Whether the byte at `offset` is in this range.
  package func contains(_ offset: Int) -> Bool {
    start <= offset && offset < end
  }

  /// Whether the two ranges share a byte, or an empty one stands strictly inside the other or both are the
  /// same place.
  package func overlaps(_ other: ByteRange) -> Bool {
    if self == other { return true }
    return lower < other.upper && other.lower < upper
  }
}

extension ByteRange: Comparable {
  /// The one that starts first; of two that start together, the shorter.
  @inlinable package static func < (left: ByteRange, right: ByteRange) -> Bool {
    (left.lower, left.upper) < (right.lower, right.upper)
  }
}
