extension Keyword {
  /// What a number must be below. (Validation, section 6.2.3.)
  static let exclusiveMaximum = Keyword(name: "exclusiveMaximum", vocabulary: .validation) {
    value, compiler in
    compiler.number(value).map {
      [Bound(keyword: "exclusiveMaximum", limit: $0, side: .above, isExclusive: true)]
    } ?? []
  }
}
