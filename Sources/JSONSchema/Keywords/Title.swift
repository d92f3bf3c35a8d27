extension Keyword {
  /// What a value is, in a few words. It stands in messages. (Validation, section 9.1.)
  static let title = Keyword(name: "title", vocabulary: .metaData) { value, compiler in
    _ = compiler.text(value)
    return []
  }
}
