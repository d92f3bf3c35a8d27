extension Keyword {
  /// What must hold when `if`, which does the work, is valid. (Core, section 10.2.2.)
  static let `then` = Keyword(name: "then", vocabulary: .applicator, shape: .schema) { value, compiler in
    _ = compiler.subschema(value)
    return []
  }
}
