extension Keyword {
  /// What a number must be above. (Validation, section 6.2.5.)
  static let exclusiveMinimum = Keyword(name: "exclusiveMinimum", vocabulary: .validation) {
    value, compiler in
    compiler.number(value).map {
      [Bound(keyword: "exclusiveMinimum", limit: $0, side: .below, isExclusive: true)]
    } ?? []
  }
}
