/// What came of holding a value against a schema.
enum Verdict: UInt8, Sendable {
  case valid
  case invalid
  /// A limit was reached first.
  case undecided
}
