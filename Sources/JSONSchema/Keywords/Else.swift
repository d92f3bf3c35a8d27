extension Keyword {
  /// What must hold when `if`, which does the work, is invalid. (Core, section 10.2.2.)
  static let `else` = Keyword(name: "else", vocabulary: .applicator, shape: .schema) { value, compiler in
    _ = compiler.subschema(value)
    return []
  }
}
