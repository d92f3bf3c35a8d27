extension Keyword {
  /// The value that counts when none is given: an annotation, of any kind. (Validation, section 9.2.)
  static let `default` = Keyword(name: "default", vocabulary: .metaData) { _, _ in [] }
}
