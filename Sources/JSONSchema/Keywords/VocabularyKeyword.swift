import YAML

extension Keyword {
  /// In a metaschema, the vocabularies of its schemas. (Core, section 8.1.2.)
  ///
  /// The registry reads it; here it is only looked at.
  static let vocabulary = Keyword(name: "$vocabulary", vocabulary: .core, drafts: .since2019) {
    value, compiler in
    guard value.tree.kind(of: value.node) == .mapping else {
      compiler.refuse(value, "$vocabulary must be a mapping; this is \(value.tree.briefly(value.node))")
      return []
    }
    for (key, isRequired) in value.tree.members(of: value.node)
    where value.tree.kind(of: isRequired) != .boolean {
      compiler.refuse(
        value, at: isRequired,
        "\(value.tree.text(of: key).shortened) must be true or false; this is \(value.tree.briefly(isRequired))"
      )
    }
    return []
  }
}
