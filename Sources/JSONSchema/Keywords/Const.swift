extension Keyword {
  /// The one value that is allowed. (Validation, section 6.1.3.)
  static let const = Keyword(name: "const", vocabulary: .validation) { value, _ in
    [ConstantsCheck(keyword: "const", constants: Constants([value.node], in: value.tree))]
  }
}
