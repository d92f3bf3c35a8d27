import Reporters
import RuleEngine
import SourceText
import Workspace
import YAML

/// A source's JSON Schema for editors that know nothing of data sets: the schemas of the ruleset in one document, and at
/// each value that must be a key of an index the keys that there are.
struct SourceSchema {
  private let session: Session
  private let source: Int
  /// The trees of the ruleset's schemas, by path.
  private let schemas: [String: Tree]

  /// The schema of the source with this number.
  init(_ session: Session, source: Int, _ files: RulesetFiles) {
    self.session = session
    self.source = source
    let texts = files.files.filter { $0.key.hasPrefix("schemas/") }
    schemas = texts.compactMapValues { loadYAML(SourceText(fileBytes: $0)).tree }
  }

  private var ruleset: Ruleset { session.dataSet.ruleset }

  /// The whole of it.
  var json: JSONValue {
    let paths = ruleset.documentSchemas(ofSource: source)
    var parts = paths.map { JSONValue.object([JSONMember(key: "$ref", value: .string(reference(to: $0)))]) }
    parts.append(keys.json)
    let definitions = schemas.keys.sorted().map { path in
      JSONMember(key: name(of: path), value: value(of: path))
    }
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": .string("\(ruleset.title): \(ruleset.sources[source].name)"),
      "allOf": .array(parts),
      "$defs": .object(definitions),
    ]
  }
}

// MARK: The schemas of the ruleset

extension SourceSchema {
  /// What a schema file is called in the one document: its path without what all have.
  private func name(of path: String) -> String {
    var name = Substring(path).dropFirst("schemas/".count)
    for ending in [".yaml", ".yml", ".json", ".schema"] where name.hasSuffix(ending) {
      name = name.dropLast(ending.count)
    }
    return name.split(separator: "/").joined(separator: ".")
  }

  private func reference(to path: String) -> String { "#/$defs/\(name(of: path))" }

  private func value(of path: String) -> JSONValue {
    guard let tree = schemas[path], let root = tree.documents.first?.root else { return .bool(true) }
    return value(root, in: tree, path)
  }

  /// A part of a schema, with references led to where their targets are now. A tree is never deeper than the limits of
  /// `loadYAML`, so the recursion is bounded.
  private func value(_ node: NodeID, in tree: Tree, _ path: String) -> JSONValue {
    switch tree.kind(of: node) {
    case .null: return .null
    case .boolean: return .bool(tree.boolean(of: node) == true)
    case .integer, .float: return .number(tree.json(of: node))
    case .string: return .string(tree.text(of: node))
    case .sequence: return .array(tree.elements(of: node).map { value($0, in: tree, path) })
    case .mapping:
      return .object(
        tree.members(of: node).compactMap { key, member in
          let name = tree.keyText(key)
          // The document has its own, and the parts have none any more.
          if name == "$id" || name == "$schema" { return nil }
          if name == "$ref", tree.kind(of: member) == .string {
            return JSONMember(key: name, value: .string(target(of: tree.text(of: member), from: path)))
          }
          return JSONMember(key: name, value: value(member, in: tree, path))
        })
    }
  }

  private func target(of reference: String, from path: String) -> String {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = String(parts.first ?? "")
    let pointer = parts.count > 1 ? String(parts[1]) : ""
    let folder = Path.parent("/" + path) ?? "/"
    let place = file.isEmpty ? path : String(Path.absolute(file, in: folder).dropFirst())
    guard schemas[place] != nil, pointer.isEmpty || pointer.hasPrefix("/") else { return reference }
    return self.reference(to: place) + pointer
  }
}

// MARK: Keys

extension SourceSchema {
  /// What must be keys, and which there are.
  private var keys: KeyPlaces {
    let lookup = session.keys
    var places = KeyPlaces()
    for reference in ruleset.references(ofSource: source) {
      guard let steps = KeyPlaces.steps(of: reference.query) else { continue }
      var values: [KeyPlaces.Value] = []
      for entry in reference.indexes.flatMap(lookup.entries) {
        let kind = ruleset.indexes[entry.index].name
        values.append(KeyPlaces.Value(text: entry.key, description: entry.label ?? kind))
        guard reference.takesAliases else { continue }
        values += entry.aliases.map { KeyPlaces.Value(text: $0, description: "another name of \(entry.key)") }
      }
      places.add(values, at: steps[...])
    }
    return places
  }
}

/// Places of a document at which only some values may stand.
struct KeyPlaces {
  /// A value with what it means.
  struct Value {
    let text: String
    let description: String
  }

  /// A step of a query that leads down.
  enum Step: Hashable {
    case member(String)
    case elements
  }

  private var values: [Value] = []
  private var members: [(name: String, places: KeyPlaces)] = []
  private var elements: [KeyPlaces] = []

  /// The steps of a query that is made of names and `[*]` alone; nothing for any other, which no schema can follow.
  static func steps(of query: String) -> [Step]? {
    var steps: [Step] = []
    var rest = Substring(query)
    guard rest.popFirst() == "$" else { return nil }
    while let first = rest.first {
      if rest.hasPrefix("[*]") {
        rest = rest.dropFirst(3)
        steps.append(.elements)
      } else if first == ".", rest.dropFirst().first != "." {
        let name = rest.dropFirst().prefix { $0 != "." && $0 != "[" }
        guard !name.isEmpty, name != "*", !name.contains("~") else { return nil }
        rest = rest.dropFirst(name.count + 1)
        steps.append(.member(String(name)))
      } else {
        return nil
      }
    }
    return steps
  }

  /// Says which values may stand at a place.
  mutating func add(_ values: [Value], at steps: ArraySlice<Step>) {
    switch steps.first {
    case nil:
      let known = Set(self.values.map(\.text))
      self.values += values.filter { !known.contains($0.text) }
    case .elements:
      if elements.isEmpty { elements.append(KeyPlaces()) }
      elements[0].add(values, at: steps.dropFirst())
    case .member(let name):
      let place = members.firstIndex { $0.name == name } ?? members.count
      if place == members.count { members.append((name, KeyPlaces())) }
      members[place].places.add(values, at: steps.dropFirst())
    }
  }

  /// The schema that says it.
  var json: JSONValue {
    guard !values.isEmpty else { return .object(insides) }
    guard !insides.isEmpty else { return .object(choices) }
    // Where one value may stand or a list of them, the list is none of the values.
    let lists = [JSONMember(key: "type", value: ["array", "object"])] + insides
    return ["anyOf": [.object(choices), .object(lists)]]
  }

  private var choices: [JSONMember] {
    [
      JSONMember(key: "enum", value: .array(values.map { .string($0.text) })),
      JSONMember(key: "enumDescriptions", value: .array(values.map { .string($0.description) })),
    ]
  }

  private var insides: [JSONMember] {
    let properties = members.map { JSONMember(key: $0.name, value: $0.places.json) }
    return (members.isEmpty ? [] : [JSONMember(key: "properties", value: .object(properties))])
      + (elements.first.map { [JSONMember(key: "items", value: $0.json)] } ?? [])
  }
}
