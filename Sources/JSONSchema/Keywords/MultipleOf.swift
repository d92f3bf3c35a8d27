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
  /// How many digits of a long division take as long as the application of a schema.
  private static let digitsPerStep = 32

  let divisor: Number
  var keyword: String { "multipleOf" }
  var cost: Cost { .comparison }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind.isNumber else { return .valid }
    guard let number = run.tree.number(of: instance.node) else { return .invalid }
    let (steps, overflow) = number.digitCount.multipliedReportingOverflow(by: divisor.digitCount)
    guard !overflow, run.spend(steps / MultipleOf.digitsPerStep) else { return .undecided }
    let room = run.scratch.take(divisor.divisionRoom)
    defer { run.scratch.give(back: room) }
    return number.isMultiple(of: divisor, rest: &run.scratch.words, in: room) ? .valid : .invalid
  }

  func fault(of instance: Instance, in tree: Tree) -> Fault { .notMultiple(of: divisor) }
}
