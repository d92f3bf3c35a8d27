extension Keyword {
  /// What content a text holds: an annotation. (Validation, section 8.4.)
  static let contentMediaType = Keyword(name: "contentMediaType", vocabulary: .content) { value, compiler in
    _ = compiler.text(value)
    return []
  }
}
