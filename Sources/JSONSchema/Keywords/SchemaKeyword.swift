import YAML

extension Keyword {
  /// The metaschema: which keywords a schema has. (Core, section 8.1.1.)
  ///
  /// The registry reads it; here it is only looked at.
  static let schema = Keyword(name: "$schema", vocabulary: .core) { value, compiler in
    guard let text = compiler.text(value) else { return [] }
    if URIReference(text).scheme == nil {
      compiler.refuse(
        value, "$schema must be a whole URI; this is \"\(text.shortened)\"",
        suggestions: ["https://json-schema.org/draft/2020-12/schema"])
    }
    return []
  }
}
