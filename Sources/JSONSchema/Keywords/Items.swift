import YAML

extension Keyword {
  /// A schema for the elements of a list after those of `prefixItems`. (Core, section 10.3.1.2.)
  static let items = Keyword(name: "items", vocabulary: .applicator, drafts: .draft2020, shape: .schema) {
    value, compiler in
    if value.tree.kind(of: value.node) == .sequence {
      compiler.refuse(
        value, "items must be one schema; this is a list",
        help: "a list of schemas, one for each element, is prefixItems")
      return []
    }
    let first = value.sibling("prefixItems").map { value.tree.count(of: $0) } ?? 0
    return [Items(keyword: .items, first: first, schema: compiler.subschema(value))]
  }
}

/// The elements from a certain one on are valid under a schema.
struct Items: Check {
  /// The keywords that say so.
  enum Keyword: String, Sendable {
    case items, additionalItems
  }

  private let word: Keyword
  let first: Int
  let schema: SchemaIndex
  var keyword: String { word.rawValue }
  var cost: Cost { .schemas }
  var plain: PlainCheck? { .items(self) }

  init(keyword: Keyword, first: Int, schema: SchemaIndex) {
    word = keyword
    self.first = first
    self.schema = schema
  }

  // Not inlined: most values are scalars, and deciding about them would pay for the room that this loop needs.
  @inline(never) func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .sequence else { return .valid }
    run.markAll()
    var result = Verdict.valid
    var position = 0
    // Step by step: an iterator would have a reference of its own.
    var next = run.tree.firstChild(of: instance.node)
    while let element = next {
      position += 1
      if position > first {
        switch plan.verdict(ofPart: Instance(element, in: run.tree), under: schema, run: &run) {
        case .valid: break
        case .invalid: return .invalid
        case .undecided: result = .undecided
        }
      }
      next = run.tree.nextChild(after: element, of: instance.node)
    }
    return result
  }

  func explain(
    _ instance: Instance, schema outer: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    guard instance.kind == .sequence else { return }
    run.markAll()
    for element in run.tree.elements(of: instance.node).dropFirst(first) {
      explainElement(
        element, under: schema, allowed: first, site: Site(outer, keyword), in: plan, run: &run,
        report: &report)
    }
  }

  func schemas(for step: Step, in plan: Plan) -> [SchemaIndex] {
    guard case .element(let position) = step, position >= first else { return [] }
    return [schema]
  }
}

extension Check {
  /// Explains an element, or says that it is one too many when its schema is `false`.
  func explainElement(
    _ element: NodeID, under schema: SchemaIndex, allowed: Int, site: Site, in plan: Plan, run: inout Run,
    report: inout Explanation
  ) {
    if plan.entries[schema].isFalse {
      run.level += 1
      report.add(.extraElement(allowed: allowed), element, site, run: run)
      run.level -= 1
    } else {
      plan.explain(part: Instance(element, in: run.tree), under: schema, run: &run, report: &report)
    }
  }
}
