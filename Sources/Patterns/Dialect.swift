/// The notation a pattern is written in.
package enum Dialect: Sendable, Hashable, CaseIterable {
  /// ECMA-262 regular expressions with the `u` flag and no other, without annex B. JSON Schema's `pattern`.
  case ecmascript

  /// I-Regexp, RFC 9485. The patterns of `match()` and `search()` in RFC 9535.
  case iregexp
}
