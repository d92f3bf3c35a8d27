extension Keyword {
  /// Schemas of which exactly one must hold. (Core, section 10.2.1.3.)
  static let oneOf = Keyword(name: "oneOf", vocabulary: .applicator, shape: .list) { value, compiler in
    compiler.subschemas(value).map { [OneOf(schemas: $0)] } ?? []
  }
}

/// Exactly one of some schemas holds.
struct OneOf: Check {
  let schemas: [SchemaIndex]
  var keyword: String { "oneOf" }
  var cost: Cost { .schemas }
  var inPlace: [SchemaIndex] { schemas }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    var (count, isUndecided) = (0, false)
    for index in schemas.indices {
      switch plan.branchVerdict(of: instance, under: schemas[index], run: &run) {
      case .valid:
        count += 1
        if count > 1 { return .invalid }
      case .invalid: continue
      case .undecided: isUndecided = true
      }
    }
    if isUndecided { return .undecided }
    return count == 1 ? .valid : .invalid
  }

  func explain(
    _ instance: Instance, schema: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    var branches: [Branch] = []
    var valid: [SchemaIndex] = []
    for part in schemas {
      let branch = plan.explainBranch(instance, under: part, run: &run)
      if branch.explanation.isEmpty { valid.append(part) } else { branches.append(branch) }
    }
    if valid.count > 1 {
      let numbers = schemas.indices.filter { valid.contains(schemas[$0]) }
      report.add(
        .several(branches: numbers.map { schemas[$0] }, numbers: numbers), instance.node,
        Site(schema, keyword),
        run: run)
    } else if branches.contains(where: \.isUndecided) {
      branches.filter(\.isUndecided).forEach { report.append($0.explanation) }
    } else if valid.isEmpty {
      report.addClosest(of: branches, to: instance, Site(schema, keyword), in: plan, run: &run)
    }
  }
}
