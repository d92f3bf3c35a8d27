extension Keyword {
  /// The fewest members of a mapping. (Validation, section 6.5.2.)
  static let minProperties = Keyword(name: "minProperties", vocabulary: .validation) { value, compiler in
    compiler.count(value).map { [MemberLimit(keyword: "minProperties", limit: $0, side: .below)] } ?? []
  }
}
