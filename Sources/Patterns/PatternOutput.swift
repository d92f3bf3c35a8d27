/// Where a reader of patterns writes what it reads, in PCRE2's notation.
protocol PatternOutput: Sendable {
  init()

  /// How many bytes there are so far.
  var count: Int { get }

  /// Says that what is written next comes from `source`, in bytes.
  mutating func mark(_ source: Int)

  /// Writes `text`.
  mutating func write(_ text: String)

  /// Writes the digits of `number`.
  mutating func write(_ number: Int)

  /// Writes `scalar` so that it stands for itself, in a class and outside.
  mutating func write(literal scalar: Unicode.Scalar)

  /// Writes the code points of `range` as members of a class.
  mutating func write(members range: ClosedRange<UInt32>)

  /// Takes back what was written after the first `count` bytes.
  mutating func removeAll(from count: Int)
}

/// Nowhere: the pattern is only read.
struct NoOutput: PatternOutput {
  var count: Int { 0 }
  mutating func mark(_ source: Int) {}
  mutating func write(_ text: String) {}
  mutating func write(_ number: Int) {}
  mutating func write(literal scalar: Unicode.Scalar) {}
  mutating func write(members range: ClosedRange<UInt32>) {}
  mutating func removeAll(from count: Int) {}
}
