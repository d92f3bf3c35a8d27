import YAML

extension Keyword {
  /// A schema that some element of a list must be valid under: one, or as many as `minContains` and
  /// `maxContains` say. (Core, section 10.3.1.3.)
  static let contains = Keyword(name: "contains", vocabulary: .applicator, shape: .schema) {
    value, compiler in
    func bound(_ name: String) -> Int? {
      guard let node = value.sibling(name), let number = value.tree.number(of: node), !number.isNegative
      else {
        return nil
      }
      return number.isInteger ? number.integer ?? Int.max : nil
    }
    return [
      Contains(
        schema: compiler.subschema(value), atLeast: bound("minContains") ?? 1, atMost: bound("maxContains"),
        marks: value.schema.dialect.draft == .draft2020)
    ]
  }
}

/// Enough elements of a list, and not too many, are valid under a schema.
struct Contains: Check {
  let schema: SchemaIndex
  let atLeast: Int
  let atMost: Int?
  /// Whether the elements found count as looked at. (Core, section 11.2; before draft 2020-12 they do not.)
  let marks: Bool
  var keyword: String { "contains" }
  var cost: Cost { .schemas }

  /// How many elements are valid and how many undecided.
  private func count(in instance: Instance, _ plan: Plan, _ run: inout Run) -> (found: Int, undecided: Int) {
    var (found, undecided, position) = (0, 0, 0)
    for element in run.tree.elements(of: instance.node) {
      switch plan.verdict(ofPart: Instance(element, in: run.tree), under: schema, run: &run) {
      case .valid:
        found += 1
        if marks { run.mark(position) }
      case .invalid: break
      case .undecided: undecided += 1
      }
      position += 1
      // Enough is enough, when nobody asks which.
      if atMost == nil, found >= atLeast, !(marks && run.isMarking) { break }
    }
    return (found, undecided)
  }

  private func verdict(_ count: (found: Int, undecided: Int), marking: Bool) -> Verdict {
    if count.found + count.undecided < atLeast || count.found > atMost ?? Int.max { return .invalid }
    if marking, count.undecided > 0 { return .undecided }
    if count.found < atLeast || count.found + count.undecided > atMost ?? Int.max { return .undecided }
    return .valid
  }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .sequence else { return .valid }
    let count = count(in: instance, plan, &run)
    return verdict(count, marking: marks && run.isMarking)
  }

  func explain(
    _ instance: Instance, schema outer: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    guard instance.kind == .sequence else { return }
    let count = count(in: instance, plan, &run)
    switch verdict(count, marking: marks && run.isMarking) {
    case .valid: break
    case .invalid:
      if count.found > atMost ?? Int.max {
        report.add(
          .tooManyMatches(count.found, atMost: atMost ?? 0, of: schema), instance.node,
          Site(outer, "maxContains"), run: run)
      } else {
        report.add(
          .tooFewMatches(count.found, atLeast: atLeast, of: schema), instance.node,
          Site(outer, atLeast == 1 ? keyword : "minContains"), run: run)
      }
    case .undecided: report.addUndecided(instance.node, Site(outer, keyword), run: run)
    }
  }
}
