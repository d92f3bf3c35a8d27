extension Keyword {
  /// The fewest characters (code points) of a text. (Validation, section 6.3.2.)
  static let minLength = Keyword(name: "minLength", vocabulary: .validation) { value, compiler in
    compiler.count(value).map { [LengthLimit(limit: $0, side: .below)] } ?? []
  }
}
