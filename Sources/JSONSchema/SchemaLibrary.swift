package import YAML

/// Schema documents by URI, from which schemas are compiled.
package struct SchemaLibrary: Sendable {
  private var registry: Registry

  /// A library without documents. The metaschemas of the standard need not be added.
  ///
  /// - Parameter load: asked for the file at a URI, without fragment, that was not added; nothing when there is none.
  package init(load: (@Sendable (String) -> LoadedFile?)? = nil) {
    registry = Registry(load: load)
  }

  /// Adds the schema document `root` of `tree` at `uri`: absolute, or a path relative to the paths of others.
  package mutating func add(_ tree: Tree, root: NodeID, uri: String) {
    registry.add(tree, root: root, uri: uri)
  }

  /// Adds the schema document that `file` is at `uri`. What is wrong with it is said when a schema is compiled.
  package mutating func add(_ file: LoadedFile, uri: String) {
    registry.add(file, uri: uri)
  }

  /// Looks for what has a name in all documents that were added, which else each `compile` does anew.
  package mutating func prepare() {
    registry.scanAll()
  }

  /// Compiles the schema at `uri`, which may have a fragment.
  ///
  /// - Throws: the first thing that is wrong with a schema, with all others in it.
  package func compile(_ uri: String, options: SchemaOptions = .init()) throws(SchemaError) -> Schema {
    var compiler = Compiler(registry: registry, options: options)
    return Schema(plan: try compiler.compile(uri))
  }
}
