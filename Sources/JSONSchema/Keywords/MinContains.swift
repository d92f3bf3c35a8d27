extension Keyword {
  /// The fewest elements that may be valid under `contains`, which does the work. (Validation, section 6.4.5.)
  static let minContains = Keyword(name: "minContains", vocabulary: .validation, drafts: .since2019) {
    value, compiler in
    _ = compiler.count(value)
    return []
  }
}
