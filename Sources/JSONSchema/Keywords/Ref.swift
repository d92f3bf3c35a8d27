import Spelling

extension Keyword {
  /// Another schema that must hold too. (Core, section 8.2.3.1.)
  static let ref = Keyword(name: "$ref", vocabulary: .core) { value, compiler in
    guard let target = compiler.target(of: value) else { return [] }
    return [Reference(keyword: "$ref", target: compiler.schema(at: target.place, scope: value.schema.scope))]
  }
}

/// A schema that another one refers to.
struct Reference: Check {
  let keyword: String
  let target: SchemaIndex
  var cost: Cost { .schemas }
  var inPlace: [SchemaIndex] { [target] }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    plan.verdict(of: instance, under: target, run: &run)
  }

  func explain(
    _ instance: Instance, schema: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    plan.explain(instance, under: target, run: &run, report: &report)
  }
}

extension Compiler {
  /// What the reference that `value` is leads to.
  mutating func target(of value: KeywordValue) -> Target? {
    guard let text = text(value) else { return nil }
    let base = registry.resources[value.schema.resource].uri
    let reference = URIReference(text).resolved(against: base)
    guard let target = target(of: reference) else {
      let name = reference.withoutFragment.text
      // What is wrong with a file that is there is said in its place.
      if registry.unusable.contains(name) { return nil }
      refuse(
        value, "\(value.keyword) leads to \(name), which is not there",
        suggestions: Closest.matches(to: name, among: registry.documents.map(\.uri)),
        help: "check the path, or tell where the schema lies")
      return nil
    }
    if let problem = target.problem {
      refuse(
        value, "\(value.keyword) \"\(text.shortened)\" leads nowhere: \(problem)",
        suggestions: target.suggestions)
      return nil
    }
    return target
  }
}
