import YAML

extension Keyword {
  /// The members that a mapping must have. (Validation, section 6.5.3.)
  static let required = Keyword(name: "required", vocabulary: .validation) { value, compiler in
    guard let names = compiler.texts(value), !names.isEmpty else { return [] }
    return [Required(names: RequiredNames(names))]
  }
}

/// A mapping has some members.
struct Required: Check {
  let names: RequiredNames
  var keyword: String { "required" }
  var memberNames: MemberNames.Keyword? { .required }
  var cost: Cost { .names }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .mapping else { return .valid }
    return names.areAll(in: instance.node, run: &run) ? .valid : .invalid
  }

  func explain(
    _ instance: Instance, schema: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    guard instance.kind == .mapping else { return }
    let missing = names.missing(in: instance.node, of: run.tree)
    guard !missing.isEmpty else { return }
    report.add(.missing(missing, because: nil), instance.node, Site(schema, keyword), run: run)
  }

  func describe(_ description: inout SchemaDescription) {
    description.require(names.names)
  }
}

/// Names that must all be there.
struct RequiredNames: Sendable {
  let names: [String]
  private let table: NameTable

  init(_ names: [String]) {
    self.names = names
    table = NameTable(names)
  }

  /// Whether the mapping has a member of each name.
  func areAll(in mapping: NodeID, run: inout Run) -> Bool {
    let tree = run.tree
    guard tree.count(of: mapping) >= table.count else { return false }
    var found = Marks(count: table.count, in: &run.scratch)
    defer { run.scratch.give(back: found.more) }
    var count = 0
    for (key, _) in tree.members(of: mapping) {
      guard let place = table.place(ofKey: key, in: tree),
        !found.contains(place, in: run.scratch)
      else { continue }
      found.insert(place, in: &run.scratch)
      count += 1
      if count == table.count { return true }
    }
    return count == table.count
  }

  /// The names that the mapping has no member of.
  func missing(in mapping: NodeID, of tree: Tree) -> [String] {
    var isThere = [Bool](repeating: false, count: names.count)
    for (key, _) in tree.members(of: mapping) {
      if let number = table.number(ofKey: key, in: tree) { isThere[number] = true }
    }
    return names.indices.filter { !isThere[$0] }.map { names[$0] }
  }
}
