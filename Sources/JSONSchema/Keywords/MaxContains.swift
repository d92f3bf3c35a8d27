extension Keyword {
  /// The most elements that may be valid under `contains`, which does the work. (Validation, section 6.4.4.)
  static let maxContains = Keyword(name: "maxContains", vocabulary: .validation, drafts: .since2019) {
    value, compiler in
    _ = compiler.count(value)
    return []
  }
}
