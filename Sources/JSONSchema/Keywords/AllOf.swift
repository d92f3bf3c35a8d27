extension Keyword {
  /// Schemas that must all hold. (Core, section 10.2.1.1.)
  static let allOf = Keyword(name: "allOf", vocabulary: .applicator, shape: .list) { value, compiler in
    compiler.subschemas(value).map { [AllOf(schemas: $0)] } ?? []
  }
}

/// All of some schemas hold.
struct AllOf: Check {
  let schemas: [SchemaIndex]
  var keyword: String { "allOf" }
  var cost: Cost { .schemas }
  var inPlace: [SchemaIndex] { schemas }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    var result = Verdict.valid
    for index in schemas.indices {
      switch plan.verdict(of: instance, under: schemas[index], run: &run) {
      case .valid: continue
      case .invalid: return .invalid
      case .undecided: result = .undecided
      }
    }
    return result
  }

  func explain(
    _ instance: Instance, schema: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    for part in schemas { plan.explain(instance, under: part, run: &run, report: &report) }
  }
}
