extension Keyword {
  /// Schemas to refer to, as drafts before 2019-09 wrote it; later ones still allow it.
  static let definitions = Keyword(name: "definitions", vocabulary: .core, drafts: .all, shape: .members) {
    value, compiler in
    _ = compiler.namedSubschemas(value)
    return []
  }
}
