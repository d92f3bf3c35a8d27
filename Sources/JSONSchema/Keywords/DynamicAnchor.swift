extension Keyword {
  /// A name that a schema around may take over. (Core, section 8.2.2.)
  static let dynamicAnchor = Keyword(name: "$dynamicAnchor", vocabulary: .core, drafts: .draft2020) {
    value, compiler in
    compiler.checkAnchor(value)
    return []
  }
}
