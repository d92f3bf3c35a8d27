import YAML

extension Keyword {
  /// The least a number may be. (Validation, section 6.2.4.)
  static let minimum = Keyword(name: "minimum", vocabulary: .validation) { value, compiler in
    compiler.number(value).map { [Bound(keyword: "minimum", limit: $0, side: .below, isExclusive: false)] }
      ?? []
  }
}

/// A number is not on the wrong side of a limit.
struct Bound: Assertion {
  /// The wrong side.
  enum Side: Sendable {
    case below, above
  }

  let keyword: String
  let limit: Number
  let side: Side
  /// Whether the limit itself is wrong.
  let isExclusive: Bool
  var cost: Cost { .comparison }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind.isNumber else { return .valid }
    guard let number = run.tree.number(of: instance.node) else { return .invalid }
    // Not the other way about: what is no number (.nan) is on no side and so not right.
    if number == limit { return isExclusive ? .invalid : .valid }
    return (side == .below ? limit < number : number < limit) ? .valid : .invalid
  }

  func fault(of instance: Instance, in tree: Tree) -> Fault {
    side == .below ? .below(limit, isExclusive: isExclusive) : .above(limit, isExclusive: isExclusive)
  }
}
