extension Keyword {
  /// What a value is for. (Validation, section 9.1.)
  static let description = Keyword(name: "description", vocabulary: .metaData) { value, compiler in
    _ = compiler.text(value)
    return []
  }
}
