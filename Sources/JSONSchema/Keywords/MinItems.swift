extension Keyword {
  /// The fewest elements of a list. (Validation, section 6.4.2.)
  static let minItems = Keyword(name: "minItems", vocabulary: .validation) { value, compiler in
    compiler.count(value).map { [ElementLimit(limit: $0, side: .below)] } ?? []
  }
}
