import YAML

extension Keyword {
  /// A schema for the elements that no keyword beside it, nor any in schemas that hold in place, has looked at.
  /// (Core, section 11.2.)
  static let unevaluatedItems = Keyword(
    name: "unevaluatedItems", vocabulary: .unevaluated, drafts: .since2019, shape: .schema
  ) { value, compiler in
    [UnevaluatedItems(schema: compiler.subschema(value))]
  }
}

/// The elements that nothing has looked at are valid under a schema.
struct UnevaluatedItems: Check {
  let schema: SchemaIndex
  var keyword: String { "unevaluatedItems" }
  var cost: Cost { .leftovers }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .sequence else { return .valid }
    var result = Verdict.valid
    var place = 0
    for element in run.tree.elements(of: instance.node) {
      if !run.isMarked(place) {
        switch plan.verdict(ofPart: Instance(element, in: run.tree), under: schema, run: &run) {
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
    guard instance.kind == .sequence else { return }
    let count = run.tree.count(of: instance.node)
    let allowed = (0..<count).filter { run.isMarked($0) }.count
    for (place, element) in zip(0..<count, run.tree.elements(of: instance.node))
    where !run.isMarked(place) {
      explainElement(
        element, under: schema, allowed: allowed, site: Site(outer, keyword), in: plan, run: &run,
        report: &report)
    }
    run.markAll()
  }

  func schemas(for step: Step, in plan: Plan) -> [SchemaIndex] {
    if case .element = step { [schema] } else { [] }
  }
}
