import YAML

extension Keyword {
  /// A schema for the names of a mapping's members. (Core, section 10.3.2.4.)
  static let propertyNames = Keyword(name: "propertyNames", vocabulary: .applicator, shape: .schema) {
    value, compiler in
    [PropertyNames(schema: compiler.subschema(value))]
  }
}

/// The names of a mapping's members are valid under a schema.
struct PropertyNames: Check {
  let schema: SchemaIndex
  var keyword: String { "propertyNames" }
  var cost: Cost { .schemas }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .mapping else { return .valid }
    var result = Verdict.valid
    for (key, _) in run.tree.members(of: instance.node) {
      switch plan.verdict(ofPart: .name(key), under: schema, run: &run) {
      case .valid: continue
      case .invalid: return .invalid
      case .undecided: result = .undecided
      }
    }
    return result
  }

  func explain(
    _ instance: Instance, schema outer: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    guard instance.kind == .mapping else { return }
    for (key, value) in run.tree.members(of: instance.node) {
      if plan.entries[schema].isFalse {
        report.add(.extraMember(known: []), value, Site(outer, keyword), run: run)
      } else {
        plan.explain(part: .name(key), under: schema, run: &run, report: &report)
      }
    }
  }
}
