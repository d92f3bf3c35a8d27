import SourceText
import Spelling
import YAML

/// Turns schemas into a plan.
///
/// A schema that refers to itself is one entry of the plan, and schemas wait in a list for their turn, so that
/// neither cycles nor depth matter here. `$dynamicRef` is resolved here too: which anchors are in its dynamic scope
/// depends only on the resources that led to it, so a schema is compiled once for each such scope.
struct Compiler: Sendable {
  var registry: Registry
  let options: SchemaOptions
  private(set) var plan = Plan()
  private(set) var errors: [SchemaError] = []

  /// Unknown keywords that are close to a known one, so that they may be misspelt. By the standard they are right.
  private(set) var hints: [SchemaError] = []

  /// The dynamic scopes: for each dynamic anchor in force, the outermost schema that has it.
  private var scopes: [[String: Place]] = [[:]]
  /// The numbers of those that have an anchor.
  private var scopeNumbers: [[String: Place]: Int] = [:]

  /// For each dynamic scope the entries of the schemas that were reached in it, by the numbers of their places.
  private var known: [[Int: SchemaIndex]] = [[:]]
  private var waiting: [(index: SchemaIndex, schema: SchemaPlace)] = []

  /// The members of large mappings that references lead through, by the number of the place, then by name.
  var memberTables: [Int: [[UInt8]: NodeID]] = [:]

  init(registry: Registry, options: SchemaOptions) {
    self.registry = registry
    self.options = options
  }

  /// Compiles the schema that `uri` names, whose entry is the first of the plan.
  mutating func compile(_ uri: String) throws(SchemaError) -> Plan {
    registry.scanAll()
    let reference = URIReference(uri)
    guard let target = target(of: reference) else {
      try throwErrors()
      throw SchemaError(uri: uri, range: ByteRange(at: 0), message: "there is no schema \(uri)")
    }
    if let problem = target.problem {
      throw SchemaError(uri: uri, range: ByteRange(at: 0), message: problem)
    }
    _ = schema(at: target.place, scope: 0)
    while let next = waiting.popLast() {
      guard plan.entries.count <= options.schemas else {
        refuse(next.schema.place, "there are more than \(options.schemas) schemas here, too many to compile")
        break
      }
      compile(next.schema, as: next.index)
    }
    if errors.isEmpty, registry.errors.isEmpty { refuseEndlessReferences() }
    try throwErrors()
    plan.documents = registry.documents
    plan.hints = hints
    plan.options = options
    return plan
  }

  private func throwErrors() throws(SchemaError) {
    guard !errors.isEmpty || !registry.errors.isEmpty else { return }
    let numbers = Dictionary(
      registry.documents.enumerated().map { ($1.uri, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<SchemaError> = []
    let all = (errors + registry.errors).filter { seen.insert($0).inserted }.sorted {
      (numbers[$0.uri] ?? 0, $0.range, $0.message) < (numbers[$1.uri] ?? 0, $1.range, $1.message)
    }
    guard var first = all.first else { return }
    first.others = Array(all.dropFirst())
    throw first
  }
}

// MARK: Schemas

extension Compiler {
  /// The entry for the schema at `place`, reached in `scope`; made when it is new.
  mutating func schema(at place: Place, scope: Int) -> SchemaIndex {
    guard let resource = registry.resource(around: place) else { return 0 }
    return schema(at: place, scope: scope, resource: resource)
  }

  /// The entry for the schema at `place`, reached in `scope`, which is in `resource`.
  mutating func schema(at place: Place, scope: Int, resource: Int) -> SchemaIndex {
    let scope = entering(resource, from: scope)
    if let index = known[scope][place.number] { return index }
    let index = plan.entries.count
    known[scope][place.number] = index
    plan.entries.append(Plan.Entry())
    plan.notes.append(Plan.Note(place: place))
    let dialect = registry.resources[resource].dialect
    waiting.append((index, SchemaPlace(place: place, resource: resource, scope: scope, dialect: dialect)))
    return index
  }

  /// The scope inside `resource`, coming from `scope`: its dynamic anchors count where no outer one has the name.
  private mutating func entering(_ resource: Int, from scope: Int) -> Int {
    let resource = registry.resources[resource]
    guard !resource.dynamicAnchors.isEmpty else { return scope }
    var inner = scopes[scope]
    for (name, node) in resource.dynamicAnchors where inner[name] == nil {
      inner[name] = Place(document: resource.place.document, node: node)
    }
    if let number = scopeNumbers[inner] { return number }
    let number = scopes.count
    scopeNumbers[inner] = number
    scopes.append(inner)
    known.append([:])
    return number
  }

  /// The outermost schema with the dynamic anchor `name` in `scope`.
  func dynamicTarget(_ name: String, scope: Int) -> Place? {
    scopes[scope][name]
  }

  /// Compiles a schema's keywords.
  private mutating func compile(_ schema: SchemaPlace, as index: SchemaIndex) {
    let tree = registry.documents[schema.place.document].tree
    let node = schema.place.node
    switch tree.kind(of: node) {
    case .boolean:
      plan.entries[index].isFalse = tree.boolean(of: node) == false
      return
    case .mapping:
      break
    default:
      return refuse(schema.place, "a schema is a mapping, true or false; this is \(tree.briefly(node))")
    }
    var checks: [any Check] = []
    for (key, value) in tree.members(of: node) {
      guard let keyword = keyword(tree.text(of: key), in: schema, of: tree) else {
        hint(key, in: schema, of: tree)
        continue
      }
      let value = KeywordValue(
        keyword: keyword.name, tree: tree, key: key, node: value, schema: schema)
      checks += keyword.compile(value, &self)
    }
    note(tree, node, as: index)
    store(checks, as: index)
  }

  /// The keyword `name`, if it has a meaning there. (In draft 7 nothing counts beside `$ref`.)
  private func keyword(_ name: String, in schema: SchemaPlace, of tree: Tree) -> Keyword? {
    if schema.dialect.draft == .draft7, name != "$ref", tree.member("$ref", of: schema.place.node) != nil {
      return nil
    }
    return schema.dialect.keyword(name)
  }

  private mutating func hint(_ key: NodeID, in schema: SchemaPlace, of tree: Tree) {
    let name = tree.text(of: key)
    guard Dialect.isNoKeyword(name), let closest = Closest.match(to: name, among: schema.dialect.names) else {
      return
    }
    hint(
      schema.place.document, tree.range(of: key),
      "\(name.shortened) is no keyword and says nothing here; did you mean \(closest)?", [closest])
  }

  private mutating func note(_ tree: Tree, _ node: NodeID, as index: SchemaIndex) {
    func text(_ name: String) -> String? {
      guard let value = tree.value(name, of: node), tree.kind(of: value) == .string else { return nil }
      return tree.text(of: value)
    }
    plan.notes[index].title = text("title")
    plan.notes[index].description = text("description")
  }

  private mutating func store(_ checks: [any Check], as index: SchemaIndex) {
    // Swift's sort is stable: of equal cost, the order of the schema's text.
    var sorted = checks.sorted { $0.cost < $1.cost }
    plan.entries[index].asksForLeftovers = sorted.contains { $0.cost == .leftovers }
    if !plan.entries[index].asksForLeftovers,
      let last = sorted.lastIndex(where: { $0 is Reference }), let reference = sorted[last] as? Reference
    {
      sorted.remove(at: last)
      plan.entries[index].next = reference.target
    }
    plan.entries[index].types = (sorted.first as? TypeCheck)?.types
    plan.entries[index].checks = plan.add(sorted)
    plan.noteValidTexts(of: index)
  }
}

// MARK: Errors

extension Compiler {
  /// Notes what is wrong at `place`.
  mutating func refuse(
    _ place: Place, _ message: String, suggestions: [String] = [], help: String? = nil
  ) {
    let document = registry.documents[place.document]
    refuse(place.document, document.tree.range(of: place.node), message, suggestions, help)
  }

  /// Notes what is wrong with a keyword's value.
  mutating func refuse(
    _ value: KeywordValue, at node: NodeID? = nil, _ message: String, suggestions: [String] = [],
    help: String? = nil
  ) {
    let node = node ?? value.node
    refuse(value.schema.place.document, value.tree.range(of: node), message, suggestions, help)
  }

  /// Notes what is right but probably not what was meant.
  mutating func hint(_ document: Int, _ range: ByteRange, _ message: String, _ suggestions: [String]) {
    let hint = SchemaError(
      uri: registry.documents[document].uri, range: range, message: message, suggestions: suggestions)
    if !hints.contains(hint) { hints.append(hint) }
  }

  mutating func refuse(
    _ document: Int, _ range: ByteRange, _ message: String, _ suggestions: [String], _ help: String?
  ) {
    errors.append(
      SchemaError(
        uri: registry.documents[document].uri, range: range, message: message, suggestions: suggestions,
        help: help))
  }
}
