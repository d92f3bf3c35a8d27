/// How often a part of a pattern is to be there.
struct Quantifier: Sendable, Hashable {
  /// The most PCRE2 can count to.
  static let highestCount = 65_535

  /// The fewest repetitions.
  var minimum: Int

  /// The most repetitions; nil if there is no bound.
  var maximum: Int?

  /// A part with no quantifier.
  static let once = Quantifier(minimum: 1, maximum: 1)

  /// Whether there may be more than one repetition.
  var repeats: Bool { maximum.map { $0 > 1 } ?? true }

  /// Whether repetitions after the least number are tried.
  var hasOptionalRepetitions: Bool { maximum.map { $0 > minimum } ?? true }

  /// Whether PCRE2 can count that far.
  var isSupported: Bool { max(minimum, maximum ?? 0) <= Self.highestCount }

  /// The quantifier as PCRE2 writes it, greedy.
  var text: String {
    switch (minimum, maximum) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1): "?"
    case (let minimum, nil): "{\(minimum),}"
    case (let minimum, let maximum?): minimum == maximum ? "{\(minimum)}" : "{\(minimum),\(maximum)}"
    }
  }
}

extension Cursor {
  /// Takes `*`, `+`, `?` or braces with numbers, which both dialects write alike; nil if none is next.
  mutating func takeQuantifier() throws(PatternError) -> Quantifier? {
    if take("*") { return Quantifier(minimum: 0, maximum: nil) }
    if take("+") { return Quantifier(minimum: 1, maximum: nil) }
    if take("?") { return Quantifier(minimum: 0, maximum: 1) }
    let start = offset
    guard take("{") else { return nil }
    guard let minimum = takeNumber() else {
      throw error("expected a number after '{', found \(found); write '\\{' to match the character itself")
    }
    var maximum: Int? = minimum
    if take(",") { maximum = takeNumber() }
    guard take("}") else {
      throw error("expected '}' to end the repetition, found \(found)")
    }
    if let maximum, maximum < minimum {
      throw error("the repetition runs backwards: \(maximum) is less than \(minimum)", at: start)
    }
    return Quantifier(minimum: minimum, maximum: maximum)
  }
}
