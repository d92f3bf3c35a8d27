import YAML

/// A keyword: where it belongs, where its value has schemas, and what its value is compiled to.
struct Keyword: Sendable {
  /// Where the schemas in a keyword's value are.
  enum Shape: Sendable {
    /// It has none.
    case noSchema
    /// It is one.
    case schema
    /// Its elements are.
    case list
    /// Its members' values are.
    case members
    /// It is one, or its elements are.
    case schemaOrList
    /// Those of its members' values that are no lists are.
    case membersOrNames
  }

  /// Its name in a schema.
  let name: String

  /// The vocabulary it is in.
  let vocabulary: Vocabularies

  /// The drafts that have it.
  var drafts: Drafts = .all

  /// Where its value has schemas.
  var shape = Shape.noSchema

  /// Reads the value and gives its checks: none when it only annotates, or when it is wrong, which the compiler
  /// is told.
  let compile: @Sendable (KeywordValue, inout Compiler) -> [any Check]
}

/// A keyword's value in a schema.
struct KeywordValue: Sendable {
  /// The keyword's name.
  let keyword: String

  /// The document.
  let tree: Tree

  /// The key and the value.
  let key: NodeID
  let node: NodeID

  /// The schema around.
  let schema: SchemaPlace

  /// The value of another keyword of the same schema, if the schema's vocabularies have it.
  func sibling(_ name: String) -> NodeID? {
    guard schema.dialect.keyword(name) != nil else { return nil }
    return tree.value(name, of: schema.place.node)
  }
}

/// A schema on its way into a plan: where it is and what holds there.
struct SchemaPlace: Sendable {
  let place: Place
  let resource: Int
  let scope: Int
  let dialect: Dialect
}
