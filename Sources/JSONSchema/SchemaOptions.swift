/// What a schema is compiled with.
package struct SchemaOptions: Sendable, Hashable {
  /// Whether `format` is checked. By the standard it is an annotation only, unless a schema's metaschema asks for
  /// the vocabulary format-assertion. (JSON Schema Validation 2020-12, section 7.2.)
  package var assertFormats: Bool

  /// How deep schemas may be applied inside each other to one value and its parts. What is deeper is undecided.
  /// The default is safe on a stack of 512 KiB.
  package var depth: Int

  /// How many times schemas may be applied in one validation, next to a share for each node. After that the
  /// rest is undecided.
  package var steps: Int

  /// How many schemas a plan may have.
  package var schemas: Int

  /// Options; what is not given is the default.
  package init(
    assertFormats: Bool = false, depth: Int = 500, steps: Int = 5_000_000, schemas: Int = 200_000
  ) {
    self.assertFormats = assertFormats
    self.depth = depth
    self.steps = steps
    self.schemas = schemas
  }
}
