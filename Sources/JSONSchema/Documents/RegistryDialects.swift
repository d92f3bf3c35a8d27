import YAML

extension Registry {
  /// The dialect of the resource at `place`, which is in `parent`: what its `$schema` names, or what the one
  /// around it has, or 2020-12.
  mutating func dialect(at place: Place, parent: Int?) -> Dialect {
    let tree = documents[place.document].tree
    let inherited = parent.map { resources[$0].dialect } ?? .draft2020
    guard let node = tree.value("$schema", of: place.node), tree.kind(of: node) == .string else {
      return inherited
    }
    let uri = URIReference(tree.text(of: node)).withoutFragment.text
    if let standard = Registry.standard[uri] { return standard }
    if Registry.unsupported.contains(uri) {
      refuse(
        place.document, node, "this draft of JSON Schema is not supported",
        suggestions: ["https://json-schema.org/draft/2020-12/schema"],
        help: "write the schema for draft 2020-12 (2019-09 and draft 7 are understood as well)")
      return inherited
    }
    return customDialect(uri, named: node, at: place) ?? inherited
  }

  private static let standard: [String: Dialect] = [
    "http://json-schema.org/draft-07/schema": .draft7,
    "https://json-schema.org/draft-07/schema": .draft7,
    "https://json-schema.org/draft/2019-09/schema": .draft2019,
    "https://json-schema.org/draft/2020-12/schema": .draft2020,
  ]

  private static let unsupported: Set<String> = [
    "http://json-schema.org/draft-03/schema", "http://json-schema.org/draft-04/schema",
    "http://json-schema.org/draft-06/schema",
  ]

  /// The dialect of a metaschema of somebody's own: the vocabularies that it declares.
  /// (JSON Schema Core 2020-12, section 8.1.2.)
  private mutating func customDialect(_ uri: String, named node: NodeID, at place: Place) -> Dialect? {
    // Of a relative one the keyword itself says what is wrong.
    guard URIReference(uri).scheme != nil else { return nil }
    guard let number = document(uri) else {
      if unusable.contains(uri) { return nil }
      refuse(
        place.document, node, "the metaschema \(uri) is not known",
        suggestions: ["https://json-schema.org/draft/2020-12/schema"],
        help: "name a standard metaschema, or tell where this one lies")
      return nil
    }
    let metaschema = documents[number]
    let draft = draft(ofMetaschema: metaschema)
    guard let declared = metaschema.tree.value("$vocabulary", of: metaschema.root) else {
      return draft == .draft7 ? .draft7 : draft == .draft2019 ? .draft2019 : .draft2020
    }
    var vocabularies: Vocabularies = .core
    for (key, isRequired) in metaschema.tree.members(of: declared) {
      let name = metaschema.tree.text(of: key)
      if let vocabulary = Vocabularies.named(name) {
        vocabularies.insert(vocabulary)
      } else if metaschema.tree.boolean(of: isRequired) == true {
        refuse(
          place.document, node, "its metaschema requires the vocabulary \(name), which is not known",
          help: "only the vocabularies of the standard can be required")
      }
    }
    return Dialect(draft: draft, vocabularies: vocabularies)
  }

  private func draft(ofMetaschema metaschema: Document) -> Drafts {
    guard let node = metaschema.tree.value("$schema", of: metaschema.root) else { return .draft2020 }
    return Registry.standard[URIReference(metaschema.tree.text(of: node)).withoutFragment.text]?.draft
      ?? .draft2020
  }
}
