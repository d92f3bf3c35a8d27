extension Ruleset {
  /// Values of a source that reference rules look up.
  package struct SourceReference: Sendable, Hashable {
    /// Which values, from the document on (RFC 9535).
    package let query: String
    /// The indexes in which they are looked up, by number.
    package let indexes: [Int]
    /// Whether other names of an entry are no mistakes that must be mended.
    package let takesAliases: Bool
  }

  /// The values of a source that reference rules look up, by the rules' ids. What is put together of several values is
  /// left out.
  package func references(ofSource source: Int) -> [SourceReference] {
    rules.flatMap { rule -> [SourceReference] in
      guard let kind = rule.kind as? ReferenceRule, kind.isReplaceable else { return [] }
      let value = kind.value?.text ?? "@"
      guard value.hasPrefix("@") else { return [] }
      return rule.scopes.filter { $0.source == source }.map {
        SourceReference(
          query: $0.selection.text + value.dropFirst(), indexes: kind.indexes, takesAliases: kind.takesAliases
        )
      }
    }
  }

  /// The schemas that rules hold the documents of a source against, by their paths in the ruleset.
  package func documentSchemas(ofSource source: Int) -> [String] {
    rules.flatMap { rule -> [String] in
      guard let kind = rule.kind as? SchemaRule else { return [] }
      return rule.scopes.filter { $0.source == source && $0.selection.isDocument }.map { _ in kind.path }
    }.uniqued
  }
}
