import YAML

extension Keyword {
  /// The members that a mapping must have when it has a certain other. (Validation, section 6.5.4.)
  static let dependentRequired = Keyword(
    name: "dependentRequired", vocabulary: .validation, drafts: .since2019
  ) { value, compiler in
    guard value.tree.kind(of: value.node) == .mapping else {
      compiler.refuse(
        value, "dependentRequired must be a mapping of lists; this is \(value.tree.briefly(value.node))")
      return []
    }
    let needs = value.tree.members(of: value.node).compactMap { key, list in
      compiler.texts(value, at: list).map { (value.tree.text(of: key), RequiredNames($0)) }
    }
    return [DependentRequired(keyword: "dependentRequired", needs: needs)]
  }
}

/// A mapping with a certain member has some others.
struct DependentRequired: Check {
  let keyword: String
  private let table: NameTable
  private let triggers: [String]
  private let needs: [RequiredNames]
  var cost: Cost { .names }

  init(keyword: String, needs: [(String, RequiredNames)]) {
    self.keyword = keyword
    triggers = needs.map(\.0)
    table = NameTable(triggers)
    self.needs = needs.map(\.1)
  }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .mapping else { return .valid }
    for (key, _) in run.tree.members(of: instance.node) {
      guard let number = table.number(ofKey: key, in: run.tree) else { continue }
      guard run.spend(run.tree.count(of: instance.node)) else { return .undecided }
      if !needs[number].areAll(in: instance.node, run: &run) { return .invalid }
    }
    return .valid
  }

  func explain(
    _ instance: Instance, schema: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    guard instance.kind == .mapping else { return }
    for (key, _) in run.tree.members(of: instance.node) {
      guard let number = table.number(ofKey: key, in: run.tree) else { continue }
      let missing = needs[number].missing(in: instance.node, of: run.tree)
      guard !missing.isEmpty else { continue }
      report.add(
        .missing(missing, because: triggers[number]), instance.node,
        Site(schema, keyword, part: triggers[number]), run: run)
    }
  }
}
