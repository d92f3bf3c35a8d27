extension Keyword {
  /// Whether a value is never shown: an annotation. (Validation, section 9.4.)
  static let writeOnly = Keyword(name: "writeOnly", vocabulary: .metaData) { value, compiler in
    _ = compiler.truth(value)
    return []
  }
}
