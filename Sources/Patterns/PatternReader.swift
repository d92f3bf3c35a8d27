/// Reads patterns of one dialect, one after the other, and writes each for PCRE2.
protocol PatternReader: Sendable {
  associatedtype Output: PatternOutput

  init()

  /// The pattern's bytes.
  var source: [UInt8] { get }

  /// What was written.
  var output: Output { get }

  /// How much text the whole pattern takes.
  var extent: Extent { get }

  /// The first thing the dialect allows and this implementation cannot do.
  var unsupported: Problem? { get }

  /// Reads a pattern, in UTF-8, or throws the first thing that the dialect does not allow. The memory for it is that of
  /// the pattern before.
  mutating func read(_ pattern: Span<UInt8>) throws(Problem)
}
