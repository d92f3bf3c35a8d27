import YAML

extension Keyword {
  /// The number that a number must be a whole multiple of. (Validation, section 6.2.1.)
  static let multipleOf = Keyword(name: "multipleOf", vocabulary: .validation) { value, compiler in
    guard let divisor = compiler.number(value) else { return [] }
    guard !divisor.isZero, !divisor.isNegative else {
      compiler.refuse(value, "multipleOf must be greater than 0; this is \(value.tree.briefly(value.node))")
      return []
    }
    return [MultipleOf(divisor: divisor)]
  }
}

/// A number is a whole multiple of another, exactly.
struct MultipleOf: Assertion {
  /// Long division takes the product of the numbers' lengths, so digits are limited.
  private static let mostDigits = 10_000

  let divisor: Number
  var keyword: String { "multipleOf" }
  var cost: Cost { .comparison }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind.isNumber else { return .valid }
    guard run.tree.textCount(of: instance.node) <= MultipleOf.mostDigits else { return .undecided }
    guard let number = run.tree.number(of: instance.node) else { return .invalid }
    return number.isMultiple(of: divisor) ? .valid : .invalid
  }

  func fault(of instance: Instance, in tree: Tree) -> Fault { .notMultiple(of: divisor) }
}
