/// How much text a part of a pattern takes, and what a step through it can cost.
///
/// PCRE2 counts a step each time it may have to come back. What it does between two steps is not counted,
/// so the limit on steps follows `work`.
struct Extent: Sendable, Hashable {
  /// What stands for "no bound"; sums and products stop here.
  static let unbounded = 1 << 30

  /// The fewest code points a match of the part can take.
  var minimum = 0

  /// The most code points a match of the part can take.
  var maximum = 0

  /// How many code points can be looked at without a step being counted.
  var work = 0

  /// Whether every match of the part touches the start of the text, so that no other start need be tried.
  var isAtStart = false

  /// Takes nothing.
  static let empty = Extent()

  /// Takes one code point.
  static let one = Extent(minimum: 1, maximum: 1, work: 1)

  /// Whether all matches take equally many code points.
  var isFixed: Bool { minimum == maximum && maximum < Self.unbounded }

  /// This and then `other`.
  func followed(by other: Extent) -> Extent {
    Extent(
      minimum: Self.sum(minimum, other.minimum),
      maximum: Self.sum(maximum, other.maximum),
      work: Self.sum(work, other.work),
      isAtStart: isAtStart || other.isAtStart
    )
  }

  /// This or `other`. A step is counted for each alternative, so the work is that of the longer one.
  func or(_ other: Extent) -> Extent {
    Extent(
      minimum: min(minimum, other.minimum),
      maximum: max(maximum, other.maximum),
      work: max(work, other.work),
      isAtStart: isAtStart && other.isAtStart
    )
  }

  /// This, as often as `quantifier` says. Only repetitions that must be there go without a step each.
  func repeated(_ quantifier: Quantifier) -> Extent {
    Extent(
      minimum: Self.product(minimum, quantifier.minimum),
      maximum: Self.product(maximum, quantifier.maximum ?? Self.unbounded),
      work: Self.product(work, max(1, quantifier.minimum)),
      isAtStart: isAtStart && quantifier.minimum > 0
    )
  }

  /// A look at the text: takes nothing, and once it holds PCRE2 never comes back to count what it read.
  var asLook: Extent { Extent(work: max(work, maximum)) }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    min(left + right, unbounded)
  }

  private static func product(_ left: Int, _ right: Int) -> Int {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? unbounded : min(product, unbounded)
  }
}
