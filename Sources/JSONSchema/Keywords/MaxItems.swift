import YAML

extension Keyword {
  /// The most elements of a list. (Validation, section 6.4.1.)
  static let maxItems = Keyword(name: "maxItems", vocabulary: .validation) { value, compiler in
    compiler.count(value).map { [ElementLimit(limit: $0, side: .above)] } ?? []
  }
}

/// A list has neither too few nor too many elements.
struct ElementLimit: Assertion {
  let limit: Int
  let side: Bound.Side
  var keyword: String { side == .below ? "minItems" : "maxItems" }
  var cost: Cost { .comparison }
  var plain: PlainCheck? { .elements(self) }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .sequence else { return .valid }
    let count = run.tree.count(of: instance.node)
    return (side == .below ? count >= limit : count <= limit) ? .valid : .invalid
  }

  func fault(of instance: Instance, in tree: Tree) -> Fault {
    let count = tree.count(of: instance.node)
    return side == .below ? .tooFewElements(count, atLeast: limit) : .tooManyElements(count, atMost: limit)
  }
}
