extension Keyword {
  /// Schemas of which one must hold, or more. (Core, section 10.2.1.2.)
  static let anyOf = Keyword(name: "anyOf", vocabulary: .applicator, shape: .list) { value, compiler in
    compiler.subschemas(value).map { [AnyOf(schemas: $0)] } ?? []
  }
}

/// One of some schemas holds.
struct AnyOf: Check {
  let schemas: [SchemaIndex]
  var keyword: String { "anyOf" }
  var cost: Cost { .schemas }
  var inPlace: [SchemaIndex] { schemas }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    var (isValid, isUndecided) = (false, false)
    for index in schemas.indices {
      switch plan.branchVerdict(of: instance, under: schemas[index], run: &run) {
      case .valid:
        // All that hold have looked at something.
        guard run.isMarking else { return .valid }
        isValid = true
      case .invalid: continue
      case .undecided: isUndecided = true
      }
    }
    // While marks are made, it matters what an undecided one has looked at.
    if isUndecided, run.isMarking || !isValid { return .undecided }
    return isValid ? .valid : .invalid
  }

  func explain(
    _ instance: Instance, schema: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    var branches: [Branch] = []
    var (isValid, isUndecided) = (false, false)
    for part in schemas {
      let branch = plan.explainBranch(instance, under: part, run: &run)
      if branch.explanation.isEmpty {
        isValid = true
        if !run.isMarking { return }
      } else {
        isUndecided = isUndecided || branch.isUndecided
        branches.append(branch)
      }
    }
    if isUndecided {
      if !isValid || run.isMarking {
        branches.filter(\.isUndecided).forEach { report.append($0.explanation) }
      }
      return
    }
    if isValid { return }
    report.addClosest(of: branches, to: instance, Site(schema, keyword), in: plan, run: &run)
  }
}

extension Plan {
  /// Decides about `instance` under one of several schemas; what it marks counts only when it holds.
  func branchVerdict(of instance: Instance, under schema: SchemaIndex, run: inout Run) -> Verdict {
    guard run.isMarking else { return verdict(of: instance, under: schema, run: &run) }
    let before = run.marks.copy(in: &run.scratch)
    let verdict = verdict(of: instance, under: schema, run: &run)
    if verdict != .valid { run.marks.restore(before, in: &run.scratch) }
    run.scratch.give(back: before.more)
    return verdict
  }
}
