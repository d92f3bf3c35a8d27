import SourceText
import YAML

// A flat binary form of values, for what is kept on disk: small numbers in few bytes, counts before what they count.
// What is read back is checked to the last bound: a damaged form is refused, never believed.

/// Writes numbers and texts one after the other.
package struct ByteWriter: Sendable {
  /// What was written.
  package var bytes: [UInt8] = []

  /// A writer that has written nothing.
  package init() {}

  /// Writes one byte.
  @inlinable package mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Writes a number in 1 byte up to 127, and in one more for each further 7 bits (LEB128).
  @inlinable package mutating func append(_ number: Int) {
    append(UInt64(truncatingIfNeeded: number))
  }

  /// Writes a number that may be below 0; small ones in few bytes.
  @inlinable package mutating func append(signed number: Int) {
    append(UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1))))
  }

  /// The same for all 64 bits.
  @inlinable package mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes 8 bytes, the lowest first: for hashes, which are never small.
  @inlinable package mutating func append(fixed number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) as StrideTo<UInt64> {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Writes bytes with their number before them.
  package mutating func append(_ text: [UInt8]) {
    append(text.count)
    bytes.append(contentsOf: text)
  }

  /// Writes a text with the number of its bytes before it.
  package mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a text whose bytes come behind those of the one before it: what both begin with is not written again.
  package mutating func append(_ text: String, behind last: String) {
    let (text, last) = (text.utf8Span.span, last.utf8Span.span)
    let shared = text.countShared(with: last)
    append(shared)
    append(text.count - shared)
    bytes.append(contentsOf: text.extracting(shared...))
  }

  /// Writes a list with the number of its elements before them, each of at least one byte.
  @inlinable @inline(__always) package mutating func append<Element>(
    list: [Element], _ element: (inout ByteWriter, Element) -> Void
  ) {
    append(list.count)
    for next in list { element(&self, next) }
  }

  /// Writes something that may not be there.
  @inlinable @inline(__always) package mutating func append<Value>(
    optional value: Value?, _ write: (inout ByteWriter, Value) -> Void
  ) {
    append(value == nil ? 0 : 1 as UInt8)
    if let value { write(&self, value) }
  }
}

/// Reads what `ByteWriter` wrote; nothing where there is not enough left, or what is there was not written so.
package struct ByteReader: Sendable {
  // What is asked for each value is inlined into other modules: there its generic functions were not specialised.
  @usableFromInline let bytes: [UInt8]
  @usableFromInline var position: Int
  @usableFromInline let end: Int

  /// A reader of all `bytes`.
  package init(_ bytes: [UInt8]) {
    self.init(bytes, in: bytes.indices)
  }

  /// A reader of a part of `bytes`; none of it when there is no such part.
  package init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    let isInside = range.lowerBound >= 0 && range.upperBound <= bytes.count
    position = isInside ? range.lowerBound : 0
    end = isInside ? range.upperBound : 0
  }

  /// Whether all is read.
  package var isAtEnd: Bool { position == end }

  /// Whether so many bytes are left.
  func hasLeft(_ count: Int) -> Bool { count <= end - position }

  /// Passes over so many bytes, which are left.
  mutating func move(by count: Int) { position += count }

  /// Passes over bytes with their number before them; false when they are not all there.
  mutating func skip() -> Bool { textRange() != nil }

  /// One byte.
  @inlinable package mutating func byte() -> UInt8? {
    guard position < end else { return nil }
    position += 1
    return bytes[position - 1]
  }

  /// All 64 bits of a number.
  @inlinable package mutating func word() -> UInt64? {
    var next = position
    let number = bytes.span.extracting(..<end).number(at: &next)
    position = next
    return number
  }

  /// 8 bytes, the lowest first.
  @inlinable package mutating func fixed() -> UInt64? {
    guard end - position >= 8 else { return nil }
    var number: UInt64 = 0
    for index in 0..<8 { number |= UInt64(bytes[position + index]) << UInt64(8 * index) }
    position += 8
    return number
  }

  /// A number, 0 or more.
  @inlinable package mutating func number() -> Int? { word().flatMap { Int(exactly: $0) } }

  /// A number of 32 bits, 0 or more.
  @inlinable package mutating func short() -> UInt32? { word().flatMap { UInt32(exactly: $0) } }

  /// A number that may be below 0.
  @inlinable package mutating func signed() -> Int? {
    word().map { Int(truncatingIfNeeded: $0 >> 1) ^ -Int(truncatingIfNeeded: $0 & 1) }
  }

  /// Bytes with their number before them.
  package mutating func text() -> [UInt8]? {
    textRange().map { Array(bytes[$0]) }
  }

  /// A text with the number of its bytes before it; nothing when it is no UTF-8.
  package mutating func string() -> String? {
    textRange().flatMap { bytes.span.extracting($0).validText }
  }

  /// A text whose bytes come behind those of the one before it; nothing when they do not, or are no UTF-8.
  ///
  /// - Parameter last: the bytes of the one before it, none for the first; then those of this one.
  package mutating func string(behind last: inout [UInt8]) -> String? {
    guard let shared = number(), shared <= last.count, let rest = textRange() else { return nil }
    guard last.isEmpty || !rest.isEmpty && (shared == last.count || bytes[rest.lowerBound] > last[shared])
    else { return nil }
    last.removeLast(last.count - shared)
    last.append(contentsOf: bytes[rest])
    return last.span.validText
  }

  private mutating func textRange() -> Range<Int>? {
    guard let count = number(), count <= end - position else { return nil }
    position += count
    return position - count..<position
  }

  /// A list of things, each of at least one byte, with their number before them.
  @inlinable @inline(__always) package mutating func list<Element>(_ element: (inout ByteReader) -> Element?)
    -> [Element]?
  {
    guard let count = number(), count <= end - position else { return nil }
    guard count > 0 else { return [] }
    var elements: [Element] = []
    elements.reserveCapacity(min(count, 1 << 16))
    for _ in 0..<count {
      guard let next = element(&self) else { return nil }
      elements.append(next)
    }
    return elements
  }

  /// Whether something that may not be there is; nothing when neither was written.
  @inlinable package mutating func flag() -> Bool? {
    byte().flatMap { $0 <= 1 ? $0 == 1 : nil }
  }

  /// Something that may not be there: nothing is `.some(nil)`, and what cannot be read is `nil`.
  @inlinable @inline(__always) package mutating func optional<Value>(_ read: (inout ByteReader) -> Value?)
    -> Value??
  {
    guard let isThere = flag() else { return nil }
    guard isThere else { return .some(nil) }
    return read(&self).map { .some($0) }
  }
}

extension Int {
  /// In how many bytes `ByteWriter` writes the number, which is not below 0.
  var writtenCount: Int { Swift.max(1, (Int.bitWidth - leadingZeroBitCount + 6) / 7) }
}

extension Span<UInt8> {
  /// The number of up to 64 bits that `ByteWriter` wrote at `position`, which moves on behind it; nothing when there is
  /// none.
  @inlinable @inline(__always) package func number(at position: inout Int) -> UInt64? {
    guard position < count else { return nil }
    let byte = self[position]
    position += 1
    if byte < 0x80 { return UInt64(byte) }
    if position < count {
      let next = self[position]
      if next < 0x80, next > 0 {
        position += 1
        return UInt64(byte & 0x7F) | UInt64(next) << 7
      }
    }
    return longNumber(UInt64(byte & 0x7F), at: &position)
  }

  /// A number of more than two bytes, of which the first is read.
  @inlinable func longNumber(_ first: UInt64, at position: inout Int) -> UInt64? {
    var number = first
    var shift: UInt64 = 7
    while shift < 64, position < count {
      let byte = self[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      // A last byte of nothing is not how a number is written, nor is one with more than 64 bits.
      if byte < 0x80 { return byte == 0 || shift == 63 && byte > 1 ? nil : number }
      shift += 7
    }
    return nil
  }
}
