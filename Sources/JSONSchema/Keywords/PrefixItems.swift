import YAML

extension Keyword {
  /// Schemas for the first elements of a list, one each. (Core, section 10.3.1.1.)
  static let prefixItems = Keyword(
    name: "prefixItems", vocabulary: .applicator, drafts: .draft2020, shape: .list
  ) { value, compiler in
    compiler.subschemas(value).map { [PrefixItems(keyword: "prefixItems", schemas: $0)] } ?? []
  }
}

/// The first elements are valid, each under its schema.
struct PrefixItems: Check {
  let keyword: String
  let schemas: [SchemaIndex]
  var cost: Cost { .schemas }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .sequence else { return .valid }
    var result = Verdict.valid
    var elements = run.tree.elements(of: instance.node)
    for index in schemas.indices {
      guard let element = elements.next() else { break }
      run.mark(index)
      switch plan.verdict(ofPart: Instance(element, in: run.tree), under: schemas[index], run: &run) {
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
    guard instance.kind == .sequence else { return }
    for (index, element) in zip(schemas.indices, run.tree.elements(of: instance.node)) {
      run.mark(index)
      plan.explain(
        part: Instance(element, in: run.tree), under: schemas[index], run: &run, report: &report)
    }
  }

  func schemas(for step: Step, in plan: Plan) -> [SchemaIndex] {
    guard case .element(let position) = step, position < schemas.count else { return [] }
    return [schemas[position]]
  }
}
