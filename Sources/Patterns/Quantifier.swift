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
}

extension PatternOutput {
  /// Writes a quantifier, greedy.
  mutating func write(_ quantifier: Quantifier) {
    switch (quantifier.minimum, quantifier.maximum) {
    case (0, nil): write("*")
    case (1, nil): write("+")
    case (0, 1): write("?")
    case (let minimum, let maximum):
      write("{")
      write(minimum)
      if maximum != minimum { write(",") }
      if let maximum, maximum != minimum { write(maximum) }
      write("}")
    }
  }
}

extension Cursor {
  /// Takes `*`, `+`, `?` or braces with numbers, which both dialects write alike; nil if none is next.
  mutating func takeQuantifier() throws(Problem) -> Quantifier? {
    if take("*") { return Quantifier(minimum: 0, maximum: nil) }
    if take("+") { return Quantifier(minimum: 1, maximum: nil) }
    if take("?") { return Quantifier(minimum: 0, maximum: 1) }
    let start = offset
    guard take("{") else { return nil }
    guard let minimum = takeNumber() else {
      throw problem(
        "expected a number after '{', found ", found, "; write '\\{' to match the character itself")
    }
    var maximum: Int? = minimum
    if take(",") { maximum = takeNumber() }
    guard take("}") else {
      throw problem("expected '}' to end the repetition, found ", found)
    }
    if let maximum, maximum < minimum {
      throw problem("the repetition runs backwards: ", .numbers(maximum, isLessThan: minimum), at: start)
    }
    return Quantifier(minimum: minimum, maximum: maximum)
  }
}

extension Cursor {
  /// Refuses a quantifier with nothing before it, and a closing bracket without an opening one.
  func refuseStray(_ next: Unicode.Scalar) throws(Problem) {
    switch next {
    case "*", "+", "?", "{":
      throw problem("nothing to repeat before ", .unescaped(next), " to match the character itself")
    case "]": throw problem("']' has no opening bracket; write '\\]' to match the character itself")
    case "}": throw problem("'}' has no opening bracket; write '\\}' to match the character itself")
    default: break
    }
  }
}
