import SourceText
import YAML

/// A schema document.
struct Document: Sendable {
  let uri: String
  let tree: Tree
  let root: NodeID
}

/// A schema with an identity of its own: a document, or a part of one with `$id`.
/// (JSON Schema Core 2020-12, section 4.3.5.)
struct Resource: Sendable {
  /// Its root.
  let place: Place

  /// Its URI without a fragment, against which its references are resolved.
  let uri: URIReference

  /// What its keywords mean.
  let dialect: Dialect

  /// Its named schemas: `$anchor` and `$dynamicAnchor`.
  var anchors: [String: NodeID] = [:]

  /// Those of them that `$dynamicAnchor` names. In draft 2019-09, a root with `$recursiveAnchor` has the empty
  /// name.
  var dynamicAnchors: [String: NodeID] = [:]
}

/// The documents at hand, and what in them has a name.
struct Registry: Sendable {
  let load: (@Sendable (String) -> LoadedFile?)?
  private(set) var documents: [Document] = []
  private(set) var resources: [Resource] = []
  private var documentByURI: [String: Int] = [:]
  private var resourceByURI: [String: Int] = [:]
  /// By the number of the place of its root.
  private var resourceAt: [Int: Int] = [:]
  /// The numbers of the places that were looked at.
  private var scanned: Set<Int> = []
  private(set) var errors: [SchemaError] = []

  /// Those at which there is a file that is no schema document.
  private(set) var unusable: Set<String> = []

  init(load: (@Sendable (String) -> LoadedFile?)?) {
    self.load = load
  }
}

// MARK: Documents

extension Registry {
  /// Adds a document; the first of a URI stays.
  mutating func add(_ tree: Tree, root: NodeID, uri: String) {
    let uri = URIReference(uri).withoutFragment.text
    guard documentByURI[uri] == nil else { return }
    documentByURI[uri] = documents.count
    documents.append(Document(uri: uri, tree: tree, root: root))
  }

  /// The number of the document at `uri`: added, built in or loaded.
  mutating func document(_ uri: String) -> Int? {
    if let known = documentByURI[uri] { return known }
    if let text = Metaschemas.text(of: uri), let tree = loadYAML(SourceText(text)).tree {
      add(tree, root: tree.documents[0].root, uri: uri)
    } else if !unusable.contains(uri), let file = load?(uri) {
      add(file, uri: uri)
    }
    return documentByURI[uri]
  }

  /// Adds the one document of a file, and says what is wrong with the file.
  mutating func add(_ file: LoadedFile, uri: String) {
    for problem in file.problems where problem.kind.isFatal || problem.kind == .duplicateKey {
      refuse(uri, problem.range, problem.message, help: problem.help)
    }
    guard let tree = file.tree, let document = tree.documents.first else {
      unusable.insert(uri)
      if file.tree != nil { refuse(uri, ByteRange(at: 0), "the schema \(uri) is empty") }
      return
    }
    add(tree, root: document.root, uri: uri)
    if tree.documents.count > 1 {
      refuse(
        uri, tree.range(of: tree.documents[1].root), "a schema is one document, but a second one begins here",
        help: "put it into a file of its own")
    }
  }

  /// The number of the resource at `uri`.
  mutating func resource(_ uri: URIReference) -> Int? {
    let text = uri.withoutFragment.text
    if let known = resourceByURI[text] { return known }
    guard let document = document(text) else { return nil }
    scan(document: document)
    return resourceByURI[text]
  }

  /// Finds what has a name in the documents that were added, so that references find an `$id` wherever it is.
  mutating func scanAll() {
    var document = 0
    while document < documents.count {
      scan(document: document)
      document += 1
    }
  }

  /// The number of the resource that the node at `place` is in.
  func resource(around place: Place) -> Int? {
    let tree = documents[place.document].tree
    var node: NodeID? = place.node
    while let current = node {
      if let found = resourceAt[Place(document: place.document, node: current).number] { return found }
      node = tree.parent(of: current)
    }
    return nil
  }

  /// Whether the schema at `place` is the root of a resource.
  func resource(at place: Place) -> Int? { resourceAt[place.number] }
}

// MARK: Finding names

extension Registry {
  private mutating func scan(document: Int) {
    let place = Place(document: document, node: documents[document].root)
    guard resourceAt[place.number] == nil else { return }
    let uri = URIReference(documents[document].uri)
    let resource = addResource(at: place, uri: uri, parent: nil)
    resourceByURI[uri.text] = resourceByURI[uri.text] ?? resource
    scan(from: place, resource: resource)
  }

  /// Finds names in a schema that no keyword leads to, because a reference does.
  mutating func scan(reference place: Place) {
    guard let resource = resource(around: place) else { return }
    scan(from: place, resource: resource)
  }

  private mutating func scan(from place: Place, resource: Int) {
    let tree = documents[place.document].tree
    var pending = [(place.node, resource)]
    while let (node, outer) = pending.popLast() {
      let place = Place(document: place.document, node: node)
      guard scanned.insert(place.number).inserted, tree.kind(of: node) == .mapping else { continue }
      let resource = resourceAt[place.number] ?? innerResource(at: place, in: outer)
      nameAnchors(at: place, resource: resource)
      let dialect = resources[resource].dialect
      if dialect.draft == .draft7, tree.member("$ref", of: node) != nil { continue }
      for (key, value) in tree.members(of: node) {
        guard let keyword = dialect.keyword(tree.text(of: key)) else { continue }
        keyword.shape.forEachSchema(in: value, of: tree) { pending.append(($0, resource)) }
      }
    }
  }

  /// The resource that a schema with `$id` begins; `outer` when it has none.
  private mutating func innerResource(at place: Place, in outer: Int) -> Int {
    let tree = documents[place.document].tree
    guard let id = tree.value("$id", of: place.node), tree.kind(of: id) == .string else { return outer }
    let text = tree.text(of: id)
    if resources[outer].dialect.draft == .draft7,
      text.hasPrefix("#") || tree.member("$ref", of: place.node) != nil
    {
      return outer
    }
    return addResource(at: place, uri: resources[outer].uri, parent: outer)
  }

  /// Adds the resource whose root is at `place`, where the base is `uri`.
  private mutating func addResource(at place: Place, uri: URIReference, parent: Int?) -> Int {
    let tree = documents[place.document].tree
    let dialect = dialect(at: place, parent: parent)
    var uri = uri
    if let id = tree.value("$id", of: place.node), tree.kind(of: id) == .string {
      let reference = URIReference(tree.text(of: id))
      let isMereFragment = dialect.draft == .draft7 && reference.withoutFragment.text.isEmpty
      if !isMereFragment { uri = reference.resolved(against: uri).withoutFragment }
    }
    let number = resources.count
    resources.append(Resource(place: place, uri: uri, dialect: dialect))
    resourceAt[place.number] = number
    if let known = resourceByURI[uri.text] {
      let other = resources[known].place
      if other.document == place.document, other != place, let id = tree.value("$id", of: place.node) {
        refuse(
          place.document, id, "the schema \(uri.text) stands twice in this document: each needs its own $id")
      }
    } else {
      resourceByURI[uri.text] = number
    }
    return number
  }

  private mutating func nameAnchors(at place: Place, resource: Int) {
    let tree = documents[place.document].tree
    let draft = resources[resource].dialect.draft
    func name(_ keyword: String) -> (NodeID, String)? {
      guard let node = tree.value(keyword, of: place.node), tree.kind(of: node) == .string else { return nil }
      return (node, tree.text(of: node))
    }
    if draft == .draft7 {
      if let (node, id) = name("$id"), id.hasPrefix("#"), id.count > 1 {
        addAnchor(String(id.dropFirst()), at: place, named: node, resource: resource)
      }
      return
    }
    if let (node, anchor) = name("$anchor") {
      addAnchor(anchor, at: place, named: node, resource: resource)
    }
    if draft == .draft2020, let (node, anchor) = name("$dynamicAnchor") {
      addAnchor(anchor, at: place, named: node, resource: resource)
      resources[resource].dynamicAnchors[anchor] = place.node
    }
    if draft == .draft2019, resources[resource].place == place,
      let node = tree.value("$recursiveAnchor", of: place.node), tree.boolean(of: node) == true
    {
      resources[resource].dynamicAnchors[""] = place.node
    }
  }

  private mutating func addAnchor(_ name: String, at place: Place, named node: NodeID, resource: Int) {
    if let known = resources[resource].anchors[name], known != place.node {
      return refuse(place.document, node, "the anchor \(name) stands twice in this schema")
    }
    resources[resource].anchors[name] = place.node
  }

  mutating func refuse(
    _ document: Int, _ node: NodeID, _ message: String, suggestions: [String] = [], help: String? = nil
  ) {
    let document = documents[document]
    refuse(document.uri, document.tree.range(of: node), message, suggestions: suggestions, help: help)
  }

  private mutating func refuse(
    _ uri: String, _ range: ByteRange, _ message: String, suggestions: [String] = [], help: String? = nil
  ) {
    errors.append(
      SchemaError(uri: uri, range: range, message: message, suggestions: suggestions, help: help))
  }
}

extension Keyword.Shape {
  /// Calls `body` with each schema in `value`, a keyword's value of this shape.
  func forEachSchema(in value: NodeID, of tree: Tree, _ body: (NodeID) -> Void) {
    switch self {
    case .noSchema:
      break
    case .schema:
      body(value)
    case .list:
      for element in tree.elements(of: value) { body(element) }
    case .schemaOrList:
      if tree.kind(of: value) == .sequence {
        for element in tree.elements(of: value) { body(element) }
      } else {
        body(value)
      }
    case .members, .membersOrNames:
      for (_, schema) in tree.members(of: value) where self == .members || tree.kind(of: schema) != .sequence
      {
        body(schema)
      }
    }
  }
}
