extension Keyword {
  /// Schemas to refer to. (Core, section 8.2.4.)
  static let defs = Keyword(name: "$defs", vocabulary: .core, drafts: .since2019, shape: .members) {
    value, compiler in
    _ = compiler.namedSubschemas(value)
    return []
  }
}
