/// A check that holds no references, and so is decided without counting any: what most values are asked.
enum PlainCheck: Sendable {
  case type(TypeCheck)
  case length(LengthLimit)
  case elements(ElementLimit)
  case items(Items)
}

extension Plan {
  /// Decides about `instance` by the check at `index`.
  func verdict(ofCheck index: Int, _ instance: Instance, run: inout Run) -> Verdict {
    switch plainChecks[index] {
    case .type(let check): check.verdict(of: instance, in: self, run: &run)
    case .length(let check): check.verdict(of: instance, in: self, run: &run)
    case .elements(let check): check.verdict(of: instance, in: self, run: &run)
    case .items(let check): check.verdict(of: instance, in: self, run: &run)
    case nil: checks[index].verdict(of: instance, in: self, run: &run)
    }
  }
}
