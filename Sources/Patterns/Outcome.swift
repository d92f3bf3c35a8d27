/// What came of matching a pattern against a text.
package enum Outcome: Sendable, Hashable {
  /// The text has a match.
  case matches

  /// The text has no match, or is not valid UTF-8.
  case doesNotMatch

  /// The limit on steps or memory was reached first, so nothing is known. Neither a pass nor a failure.
  case gaveUp
}
