import YAML

extension Keyword {
  /// Schemas for a mapping as a whole when it has a certain member. (Core, section 10.2.2.4.)
  static let dependentSchemas = Keyword(
    name: "dependentSchemas", vocabulary: .applicator, drafts: .since2019, shape: .members
  ) { value, compiler in
    compiler.namedSubschemas(value).map { [DependentSchemas(keyword: "dependentSchemas", schemas: $0)] } ?? []
  }
}

/// A mapping with a certain member is valid under a schema.
struct DependentSchemas: Check {
  let keyword: String
  private let table: NameTable
  private let schemas: [SchemaIndex]
  var cost: Cost { .schemas }
  var inPlace: [SchemaIndex] { schemas }

  init(keyword: String, schemas: [(name: String, schema: SchemaIndex)]) {
    self.keyword = keyword
    table = NameTable(schemas.map(\.name))
    self.schemas = schemas.map(\.schema)
  }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .mapping else { return .valid }
    var result = Verdict.valid
    for (key, _) in run.tree.members(of: instance.node) {
      guard let number = table.number(ofKey: key, in: run.tree) else { continue }
      switch plan.verdict(of: instance, under: schemas[number], run: &run) {
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
    guard instance.kind == .mapping else { return }
    for (key, _) in run.tree.members(of: instance.node) {
      guard let number = table.number(ofKey: key, in: run.tree) else { continue }
      plan.explain(instance, under: schemas[number], run: &run, report: &report)
    }
  }
}
