extension Keyword {
  /// A schema that chooses between `then` and `else`. (Core, section 10.2.2.1.)
  static let `if` = Keyword(name: "if", vocabulary: .applicator, shape: .schema) { value, compiler in
    let condition = compiler.subschema(value)
    let then = value.sibling("then").map { compiler.subschema($0, of: value) }
    let otherwise = value.sibling("else").map { compiler.subschema($0, of: value) }
    return [If(condition: condition, then: then, otherwise: otherwise)]
  }
}

/// A schema holds when another one does, and a third when it does not.
struct If: Check {
  let condition: SchemaIndex
  let then: SchemaIndex?
  let otherwise: SchemaIndex?
  var keyword: String { "if" }
  var cost: Cost { .schemas }
  var inPlace: [SchemaIndex] { [condition] + (then.map { [$0] } ?? []) + (otherwise.map { [$0] } ?? []) }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    if then == nil, otherwise == nil, !run.isMarking { return .valid }
    switch plan.branchVerdict(of: instance, under: condition, run: &run) {
    case .valid: return then.map { plan.verdict(of: instance, under: $0, run: &run) } ?? .valid
    case .invalid: return otherwise.map { plan.verdict(of: instance, under: $0, run: &run) } ?? .valid
    case .undecided: return .undecided
    }
  }

  func explain(
    _ instance: Instance, schema: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    if then == nil, otherwise == nil, !run.isMarking { return }
    let branch: SchemaIndex?
    switch plan.branchVerdict(of: instance, under: condition, run: &run) {
    case .valid: branch = then
    case .invalid: branch = otherwise
    case .undecided: return report.addUndecided(instance.node, Site(schema, keyword), run: run)
    }
    if let branch { plan.explain(instance, under: branch, run: &run, report: &report) }
  }
}
