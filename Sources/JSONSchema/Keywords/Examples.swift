import YAML

extension Keyword {
  /// Values that would be right: an annotation. (Validation, section 9.5.)
  static let examples = Keyword(name: "examples", vocabulary: .metaData) { value, compiler in
    if value.tree.kind(of: value.node) != .sequence {
      compiler.refuse(value, "examples must be a list; this is \(value.tree.briefly(value.node))")
    }
    return []
  }
}
