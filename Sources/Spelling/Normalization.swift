@_spi(_Unicode) import Swift

// The standard library compares strings in Unicode's canonical forms, and has these forms as well, but does not
// yet name them in public (its `_nfc` and `_nfd` are stable in the toolchain that builds this). Foundation has
// them too, and would cost every start of the program several milliseconds.

extension String {
  /// The string in Unicode Normalization Form C (UAX #15).
  package var normalizedC: String {
    utf8Span.span.isCertainlyNormalized ? self : String(String.UnicodeScalarView(_nfc))
  }

  /// The scalars of the string in Unicode Normalization Form D (UAX #15).
  var decomposedScalars: [Unicode.Scalar] { Array(_nfd) }
}

extension Span<UInt8> {
  /// Whether text in UTF-8 is certainly in Normalization Form C: all its characters are below U+0300. When it is
  /// not certain, `String.normalizedC` finds out.
  @inlinable package var isCertainlyNormalized: Bool {
    // To the end in any case, so that many bytes are looked at at a time.
    var highest: UInt8 = 0
    for index in 0..<count { highest = max(highest, self[index]) }
    return highest < 0xCC
  }
}
