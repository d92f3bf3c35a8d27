package import YAML

/// What a schema says about one place of a value, for those who write it: an editor's completions and hovers.
package struct SchemaDescription: Sendable {
  /// A member that the place may have.
  package struct Member: Sendable, Hashable {
    /// Its name.
    package var name: String
    /// Its schema's title.
    package var title: String?
    /// Its schema's description.
    package var description: String?
    /// Whether it must be there.
    package var isRequired: Bool

    /// A member; what is not given is not known.
    package init(name: String, title: String? = nil, description: String? = nil, isRequired: Bool = false) {
      self.name = name
      self.title = title
      self.description = description
      self.isRequired = isRequired
    }
  }

  /// The titles of the schemas that are about the place.
  package internal(set) var titles: [String] = []

  /// Their descriptions.
  package internal(set) var descriptions: [String] = []

  /// The members it may have, in the order of the schemas.
  package internal(set) var members: [Member] = []

  /// The values it may have, as the schemas write them; none when any value may be.
  package internal(set) var values: [String] = []

  /// What is said of members before their schemas are looked at.
  var schemas: [SchemaIndex] = []
  private var required: Set<String> = []

  mutating func add(member name: String, _ schema: SchemaIndex) {
    guard !members.contains(where: { $0.name == name }) else { return }
    members.append(Member(name: name))
    schemas.append(schema)
  }

  mutating func require(_ names: [String]) {
    required.formUnion(names)
  }

  mutating func add(_ constants: Constants) {
    for node in constants.nodes {
      let text =
        constants.tree.kind(of: node) == .string
        ? constants.tree.text(of: node) : constants.tree.json(of: node)
      if !values.contains(text) { values.append(text) }
    }
  }

  mutating func finish(_ plan: Plan) {
    for (index, schema) in zip(members.indices, schemas) {
      let schemas = plan.inPlaceClosure(of: [schema])
      members[index].title = schemas.lazy.compactMap { plan.notes[$0].title }.first
      members[index].description = schemas.lazy.compactMap { plan.notes[$0].description }.first
      members[index].isRequired = required.contains(members[index].name)
    }
  }
}

/// A step from a value to a part of it.
package enum Step: Sendable, Hashable {
  /// To the member of that name.
  case member(String)
  /// To the element at that place, from 0.
  case element(Int)
}

extension Schema {
  /// What the schema says about the place that `steps` lead to from a value. It counts every branch of `anyOf`,
  /// `oneOf` and `if`, because a value that is being written may still become any of them.
  package func describe(_ steps: [Step] = []) -> SchemaDescription {
    var schemas = plan.inPlaceClosure(of: [0])
    for step in steps {
      let parts = schemas.flatMap { schema in
        plan.entries[schema].checks.flatMap { plan.checks[$0].schemas(for: step, in: plan) }
      }
      schemas = plan.inPlaceClosure(of: parts)
    }
    var description = SchemaDescription()
    for schema in schemas {
      if let title = plan.notes[schema].title { description.titles.append(title) }
      if let text = plan.notes[schema].description { description.descriptions.append(text) }
      for check in plan.entries[schema].checks { plan.checks[check].describe(&description) }
    }
    description.finish(plan)
    return description
  }

  /// What the schema says about `node` of `tree`, when the value that it validates is `root`.
  package func describe(_ node: NodeID, from root: NodeID, in tree: Tree) -> SchemaDescription {
    var steps: [Step] = []
    var current = node
    while current != root, let parent = tree.parent(of: current) {
      if let position = tree.position(of: current) {
        steps.append(.element(position))
      } else {
        steps.append(.member(tree.text(of: tree.isKey(current) ? current : tree.key(of: current) ?? current)))
      }
      current = parent
    }
    return describe(steps.reversed())
  }
}

extension Plan {
  /// `schemas` and all that they apply in place, in their order, each once.
  func inPlaceClosure(of schemas: [SchemaIndex]) -> [SchemaIndex] {
    var seen: Set<SchemaIndex> = []
    var found: [SchemaIndex] = []
    var pending = Array(schemas.reversed())
    while let schema = pending.popLast() {
      guard seen.insert(schema).inserted else { continue }
      found.append(schema)
      pending += inPlaceForWriting(schema).reversed()
    }
    return found
  }

  /// The schemas that `schema` applies in place, without those that must not hold.
  private func inPlaceForWriting(_ schema: SchemaIndex) -> [SchemaIndex] {
    let entry = entries[schema]
    return entry.checks.flatMap { checks[$0] is Not ? [] : checks[$0].inPlace }
      + (entry.next.map { [$0] } ?? [])
  }

  /// The names of the members that the schemas in place know.
  func memberNames(_ schema: SchemaIndex) -> [String] {
    var description = SchemaDescription()
    for schema in inPlaceClosure(of: [schema]) {
      for check in entries[schema].checks { checks[check].describe(&description) }
    }
    return description.members.map(\.name)
  }
}
