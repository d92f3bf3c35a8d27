extension Keyword {
  /// A schema that must not hold. (Core, section 10.2.1.4.)
  static let not = Keyword(name: "not", vocabulary: .applicator, shape: .schema) { value, compiler in
    [Not(schema: compiler.subschema(value))]
  }
}

/// A schema does not hold.
struct Not: Check {
  let schema: SchemaIndex
  var keyword: String { "not" }
  var cost: Cost { .schemas }
  var inPlace: [SchemaIndex] { [schema] }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    let marks = run.stopMarking()
    defer { run.resumeMarking(marks) }
    switch plan.verdict(of: instance, under: schema, run: &run) {
    case .valid: return .invalid
    case .invalid: return .valid
    case .undecided: return .undecided
    }
  }

  func explain(
    _ instance: Instance, schema outer: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    switch verdict(of: instance, in: plan, run: &run) {
    case .valid: break
    case .invalid: report.add(.refused(by: schema), instance.node, Site(outer, keyword), run: run)
    case .undecided: report.addUndecided(instance.node, Site(outer, keyword), run: run)
    }
  }
}
