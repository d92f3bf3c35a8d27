import YAML

extension Keyword {
  /// The URI of a schema, against which its references are resolved. (Core, section 8.2.1.)
  ///
  /// The registry reads it; here it is only looked at.
  static let id = Keyword(name: "$id", vocabulary: .core) { value, compiler in
    guard let text = compiler.text(value) else { return [] }
    if value.schema.dialect.draft != .draft7, let fragment = URIReference(text).fragment, !fragment.isEmpty {
      compiler.refuse(
        value, "$id must have no #\(fragment.shortened)",
        help: "name a part of a schema with $anchor")
    }
    return []
  }
}
