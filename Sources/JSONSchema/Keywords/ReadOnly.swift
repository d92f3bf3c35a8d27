extension Keyword {
  /// Whether only the owner may change a value: an annotation. (Validation, section 9.4.)
  static let readOnly = Keyword(name: "readOnly", vocabulary: .metaData) { value, compiler in
    _ = compiler.truth(value)
    return []
  }
}
