package import YAML

/// Schema documents by URI, from which schemas are compiled.
package struct SchemaLibrary: Sendable {
  private var registry: Registry

  /// A library without documents. The metaschemas of the standard need not be added.
  ///
  /// - Parameter load: asked for the document at a URI, without fragment, that was not added.
  package init(load: (@Sendable (String) -> Tree?)? = nil) {
    registry = Registry(load: load)
  }

  /// Adds the schema document `root` of `tree` at `uri`: absolute, or a path relative to the paths of others.
  package mutating func add(_ tree: Tree, root: NodeID, uri: String) {
    registry.add(tree, root: root, uri: uri)
  }

  /// Compiles the schema at `uri`, which may have a fragment.
  ///
  /// - Throws: the first thing that is wrong with a schema, with all others in it.
  package func compile(_ uri: String, options: SchemaOptions = .init()) throws(SchemaError) -> Schema {
    var compiler = Compiler(registry: registry, options: options)
    return Schema(plan: try compiler.compile(uri))
  }
}
