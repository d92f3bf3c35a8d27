import YAML

/// A check that holds no references, and so is decided without counting any: what most values are asked.
enum PlainCheck: Sendable {
  case type(TypeCheck)
  case length(LengthLimit)
  case elements(ElementLimit)
  case items(Items)
  /// One that asks which names the keys of a mapping are, beside others of its schema: the number of their `MemberNames`.
  case memberNames(MemberNames.Keyword, Int)
}

extension Plan {
  /// Decides about `instance` by the check at `index`.
  func verdict(ofCheck index: Int, _ instance: Instance, run: inout Run) -> Verdict {
    switch plainChecks[index] {
    case .type(let check): return check.verdict(of: instance, in: self, run: &run)
    case .length(let check): return check.verdict(of: instance, in: self, run: &run)
    case .elements(let check): return check.verdict(of: instance, in: self, run: &run)
    case .items(let check): return check.verdict(of: instance, in: self, run: &run)
    case .memberNames(let keyword, let number):
      guard instance.kind == .mapping else { return .valid }
      return memberNames[number].verdict(of: keyword, instance.node, as: number, in: self, run: &run)
        ?? checks[index].verdict(of: instance, in: self, run: &run)
    case nil: return checks[index].verdict(of: instance, in: self, run: &run)
    }
  }
}
