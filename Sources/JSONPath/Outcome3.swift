/// Whether a logical expression holds, as far as that can be known.
package enum Outcome3: Sendable, Hashable {
  /// It holds.
  case `true`

  /// It does not hold.
  case `false`

  /// A limit, such as that on the steps of a pattern, was reached before it was known.
  case undecided

  init(_ isTrue: Bool) {
    self = isTrue ? .true : .false
  }

  /// The opposite; what is undecided stays so.
  var negated: Outcome3 {
    switch self {
    case .true: .false
    case .false: .true
    case .undecided: .undecided
    }
  }
}
