extension Keyword {
  /// How binary content is written as text: an annotation. (Validation, section 8.3.)
  static let contentEncoding = Keyword(name: "contentEncoding", vocabulary: .content) { value, compiler in
    _ = compiler.text(value)
    return []
  }
}
