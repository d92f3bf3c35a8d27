/// Why a pattern cannot be used, and where in it.
package struct PatternError: Error, Sendable, Hashable {
  /// Whose limit it is.
  package enum Reason: Sendable, Hashable {
    /// The dialect's grammar does not allow it.
    case invalid

    /// The dialect allows it and this implementation cannot do it, or cannot do it with the same meaning.
    case unsupported
  }

  /// Whose limit it is.
  package let reason: Reason

  /// Where, in UTF-8 bytes from the start of the pattern; the pattern's length if more was expected after it.
  package let offset: Int

  /// Where, in code points from the start of the pattern.
  package let codePointOffset: Int

  /// What was found and what was expected, in plain words, with no final stop.
  package let message: String
}
