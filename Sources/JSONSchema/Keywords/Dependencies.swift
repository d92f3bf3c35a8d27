import YAML

extension Keyword {
  /// What `dependentRequired` and `dependentSchemas` were together before draft 2019-09. Later drafts leave it to
  /// the implementation. (Validation, appendix A.)
  static let dependencies = Keyword(
    name: "dependencies", vocabulary: .applicator, shape: .membersOrNames
  ) { value, compiler in
    let tree = value.tree
    guard tree.kind(of: value.node) == .mapping else {
      compiler.refuse(value, "dependencies must be a mapping; this is \(tree.briefly(value.node))")
      return []
    }
    var needs: [(String, RequiredNames)] = []
    var schemas: [(name: String, schema: SchemaIndex)] = []
    for (key, dependency) in tree.members(of: value.node) {
      if tree.kind(of: dependency) != .sequence {
        schemas.append((tree.text(of: key), compiler.subschema(dependency, of: value)))
      } else if let names = compiler.texts(value, at: dependency) {
        needs.append((tree.text(of: key), RequiredNames(names)))
      }
    }
    return [
      DependentRequired(keyword: "dependencies", needs: needs),
      DependentSchemas(keyword: "dependencies", schemas: schemas),
    ]
  }
}
