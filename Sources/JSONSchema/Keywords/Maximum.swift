extension Keyword {
  /// The most a number may be. (Validation, section 6.2.2.)
  static let maximum = Keyword(name: "maximum", vocabulary: .validation) { value, compiler in
    compiler.number(value).map { [Bound(keyword: "maximum", limit: $0, side: .above, isExclusive: false)] }
      ?? []
  }
}
