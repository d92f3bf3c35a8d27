import YAML

extension Keyword {
  /// Schemas for the members of a mapping, by name. (Core, section 10.3.2.1.)
  static let properties = Keyword(name: "properties", vocabulary: .applicator, shape: .members) {
    value, compiler in
    compiler.namedSubschemas(value).map { [Properties($0)] } ?? []
  }
}

/// The members with certain names are valid under their schemas.
struct Properties: Check {
  let names: [String]
  let table: NameTable
  let schemas: [SchemaIndex]
  var keyword: String { "properties" }
  var memberNames: MemberNames.Keyword? { .properties }
  var cost: Cost { .schemas }

  init(_ schemas: [(name: String, schema: SchemaIndex)]) {
    names = schemas.map(\.name)
    table = NameTable(names)
    self.schemas = schemas.map(\.schema)
  }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .mapping else { return .valid }
    var result = Verdict.valid
    var place = 0
    for (key, value) in run.tree.members(of: instance.node) {
      if let number = table.number(ofKey: key, in: run.tree) {
        run.mark(place)
        switch plan.verdict(ofPart: Instance(value, in: run.tree), under: schemas[number], run: &run) {
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
      if let number = table.number(ofKey: key, in: run.tree) {
        run.mark(place)
        explainMember(
          value, under: schemas[number], site: Site(schema, keyword, part: names[number]),
          known: zip(names, schemas).filter { !plan.entries[$0.1].isFalse }.map(\.0), in: plan, run: &run,
          report: &report)
      }
      place += 1
    }
  }

  func describe(_ description: inout SchemaDescription) {
    for (name, schema) in zip(names, schemas) { description.add(member: name, schema) }
  }

  func schemas(for step: Step, in plan: Plan) -> [SchemaIndex] {
    guard case .member(let name) = step, let place = table.number(of: Array(name.utf8).span) else {
      return []
    }
    return [schemas[place]]
  }
}

extension Check {
  /// Explains a member, or says that it should not be there when its schema is `false`.
  ///
  /// - Parameter known: names that would be right instead.
  func explainMember(
    _ value: NodeID, under schema: SchemaIndex, site: Site, known: @autoclosure () -> [String], in plan: Plan,
    run: inout Run, report: inout Explanation
  ) {
    if plan.entries[schema].isFalse {
      run.level += 1
      report.add(.extraMember(known: known()), value, site, run: run)
      run.level -= 1
    } else {
      plan.explain(part: Instance(value, in: run.tree), under: schema, run: &run, report: &report)
    }
  }
}
