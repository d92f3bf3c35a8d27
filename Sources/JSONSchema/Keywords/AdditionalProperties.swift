import Patterns
import YAML

extension Keyword {
  /// A schema for the members that `properties` and `patternProperties` beside it do not name.
  /// (Core, section 10.3.2.3.)
  static let additionalProperties = Keyword(
    name: "additionalProperties", vocabulary: .applicator, shape: .schema
  ) { value, compiler in
    let names = value.sibling("properties").map { properties in
      value.tree.members(of: properties).map { value.tree.text(of: $0.key) }
    }
    // What is wrong with the patterns is said where they stand.
    let patterns = value.sibling("patternProperties").map { properties in
      value.tree.members(of: properties).compactMap {
        try? Pattern(value.tree.text(of: $0.key), dialect: .ecmascript)
      }
    }
    return [
      AdditionalProperties(names: names ?? [], patterns: patterns ?? [], schema: compiler.subschema(value))
    ]
  }
}

/// The members that nothing beside it names are valid under a schema.
struct AdditionalProperties: Check {
  private let names: [String]
  private let table: NameTable
  private let patterns: [Pattern]
  private let schema: SchemaIndex
  var keyword: String { "additionalProperties" }
  var memberNames: MemberNames.Keyword? { .additionalProperties }
  var cost: Cost { .schemas }

  init(names: [String], patterns: [Pattern], schema: SchemaIndex) {
    self.names = names
    table = NameTable(names)
    self.patterns = patterns
    self.schema = schema
  }

  /// Whether the member with that key is an additional one.
  private func isAdditional(_ key: NodeID, run: inout Run) -> Verdict {
    if table.place(ofKey: key, in: run.tree) != nil { return .invalid }
    var result = Verdict.valid
    for index in patterns.indices {
      guard run.step() else { return .undecided }
      switch run.search(patterns[index], in: key) {
      case .valid: return .invalid
      case .invalid: continue
      case .undecided: result = .undecided
      }
    }
    return result
  }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .mapping else { return .valid }
    var result = Verdict.valid
    var place = 0
    for (key, value) in run.tree.members(of: instance.node) {
      switch isAdditional(key, run: &run) {
      case .valid:
        run.mark(place)
        switch plan.verdict(ofPart: Instance(value, in: run.tree), under: schema, run: &run) {
        case .valid: break
        case .invalid: return .invalid
        case .undecided: result = .undecided
        }
      case .invalid: break
      case .undecided: result = .undecided
      }
      place += 1
    }
    return result
  }

  func explain(
    _ instance: Instance, schema outer: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    guard instance.kind == .mapping else { return }
    var place = 0
    for (key, value) in run.tree.members(of: instance.node) {
      switch isAdditional(key, run: &run) {
      case .valid:
        run.mark(place)
        explainMember(
          value, under: schema, site: Site(outer, keyword), known: names, in: plan, run: &run, report: &report
        )
      case .invalid: break
      case .undecided: report.addUndecided(key, Site(outer, keyword), run: run)
      }
      place += 1
    }
  }

  func schemas(for step: Step, in plan: Plan) -> [SchemaIndex] {
    guard case .member(let name) = step, table.place(of: Array(name.utf8).span) == nil,
      !patterns.contains(where: { $0.search(name) == .matches })
    else { return [] }
    return [schema]
  }
}
