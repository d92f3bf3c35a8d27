import Patterns
import YAML

extension Keyword {
  /// Schemas for the members of a mapping, by patterns of their names. (Core, section 10.3.2.2.)
  static let patternProperties = Keyword(
    name: "patternProperties", vocabulary: .applicator, shape: .members
  ) { value, compiler in
    guard let schemas = compiler.namedSubschemas(value) else { return [] }
    let patterns = compiler.keyPatterns(value)
    guard patterns.count == schemas.count else { return [] }
    return [PatternProperties(patterns: patterns, schemas: schemas.map(\.schema))]
  }
}

/// The members whose names match are valid under the schemas of the patterns.
struct PatternProperties: Check {
  let patterns: [Pattern]
  let schemas: [SchemaIndex]
  var keyword: String { "patternProperties" }
  var cost: Cost { .schemas }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .mapping else { return .valid }
    var result = Verdict.valid
    var place = 0
    for (key, value) in run.tree.members(of: instance.node) {
      for index in patterns.indices {
        guard run.step() else { return .undecided }
        let match = run.search(patterns[index], in: key)
        if match == .undecided { result = .undecided }
        guard match == .valid else { continue }
        run.mark(place)
        switch plan.verdict(ofPart: Instance(value, in: run.tree), under: schemas[index], run: &run) {
        case .valid: break
        case .invalid: return .invalid
        case .undecided: result = .undecided
        }
      }
      place += 1
    }
    return result
  }

  func explain(
    _ instance: Instance, schema: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    guard instance.kind == .mapping else { return }
    var place = 0
    for (key, value) in run.tree.members(of: instance.node) {
      for index in patterns.indices {
        let site = Site(schema, keyword, part: patterns[index].source)
        guard run.step() else { return report.addUndecided(instance.node, Site(schema, nil), run: run) }
        let match = run.search(patterns[index], in: key)
        if match == .undecided { report.addUndecided(key, site, run: run) }
        guard match == .valid else { continue }
        run.mark(place)
        explainMember(
          value, under: schemas[index], site: site, known: [], in: plan, run: &run, report: &report)
      }
      place += 1
    }
  }

  func schemas(for step: Step, in plan: Plan) -> [SchemaIndex] {
    guard case .member(let name) = step else { return [] }
    return patterns.indices.filter { patterns[$0].search(name) == .matches }.map { schemas[$0] }
  }
}
