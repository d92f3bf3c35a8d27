extension Keyword {
  /// A note for readers of the schema. (Core, section 8.3.)
  static let comment = Keyword(name: "$comment", vocabulary: .core) { value, compiler in
    _ = compiler.text(value)
    return []
  }
}
