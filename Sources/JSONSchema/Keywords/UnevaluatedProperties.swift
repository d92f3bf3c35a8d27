import YAML

extension Keyword {
  /// A schema for the members that no keyword beside it, nor any in schemas that hold in place, has looked at.
  /// (Core, section 11.3.)
  static let unevaluatedProperties = Keyword(
    name: "unevaluatedProperties", vocabulary: .unevaluated, drafts: .since2019, shape: .schema
  ) { value, compiler in
    [UnevaluatedProperties(schema: compiler.subschema(value))]
  }
}

/// The members that nothing has looked at are valid under a schema.
struct UnevaluatedProperties: Check {
  let schema: SchemaIndex
  var keyword: String { "unevaluatedProperties" }
  var cost: Cost { .leftovers }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .mapping else { return .valid }
    var result = Verdict.valid
    var place = 0
    for (_, value) in run.tree.members(of: instance.node) {
      if !run.isMarked(place) {
        switch plan.verdict(ofPart: Instance(value, in: run.tree), under: schema, run: &run) {
        case .valid: break
        case .invalid: return .invalid
        case .undecided: result = .undecided
        }
      }
      place += 1
    }
    run.markAll()
    return result
  }

  func explain(
    _ instance: Instance, schema outer: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    guard instance.kind == .mapping else { return }
    var place = 0
    for (_, value) in run.tree.members(of: instance.node) {
      if !run.isMarked(place) {
        explainMember(
          value, under: schema, site: Site(outer, keyword), known: plan.memberNames(outer), in: plan,
          run: &run,
          report: &report)
      }
      place += 1
    }
    run.markAll()
  }

  func schemas(for step: Step, in plan: Plan) -> [SchemaIndex] {
    if case .member = step { [schema] } else { [] }
  }
}
