extension Keyword {
  /// What decoded content looks like: an annotation, but it must be a schema. (Validation, section 8.5.)
  static let contentSchema = Keyword(
    name: "contentSchema", vocabulary: .content, drafts: .since2019, shape: .schema
  ) { value, compiler in
    _ = compiler.subschema(value)
    return []
  }
}
