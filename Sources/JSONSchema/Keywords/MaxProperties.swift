import YAML

extension Keyword {
  /// The most members of a mapping. (Validation, section 6.5.1.)
  static let maxProperties = Keyword(name: "maxProperties", vocabulary: .validation) { value, compiler in
    compiler.count(value).map { [MemberLimit(keyword: "maxProperties", limit: $0, side: .above)] } ?? []
  }
}

/// A mapping has neither too few nor too many members.
struct MemberLimit: Assertion {
  let keyword: String
  let limit: Int
  let side: Bound.Side
  var cost: Cost { .comparison }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .mapping else { return .valid }
    let count = run.tree.count(of: instance.node)
    return (side == .below ? count >= limit : count <= limit) ? .valid : .invalid
  }

  func fault(of instance: Instance, in tree: Tree) -> Fault {
    let count = tree.count(of: instance.node)
    return side == .below ? .tooFewMembers(count, atLeast: limit) : .tooManyMembers(count, atMost: limit)
  }
}
