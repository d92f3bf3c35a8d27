extension Keyword {
  /// Whether a value should no longer be used: an annotation. (Validation, section 9.3.)
  static let deprecated = Keyword(name: "deprecated", vocabulary: .metaData, drafts: .since2019) {
    value, compiler in
    _ = compiler.truth(value)
    return []
  }
}
