import YAML

extension Keyword {
  /// What `prefixItems` and `items` were together before draft 2020-12: a list of schemas for the first elements,
  /// or one for all. (Core 2019-09, section 9.3.1.1.)
  static let itemsOfOldDrafts = Keyword(
    name: "items", vocabulary: .applicator, drafts: .old, shape: .schemaOrList
  ) { value, compiler in
    guard value.tree.kind(of: value.node) == .sequence else {
      return [Items(keyword: .items, first: 0, schema: compiler.subschema(value))]
    }
    let schemas = value.tree.elements(of: value.node).map { compiler.subschema($0, of: value) }
    return [PrefixItems(keyword: "items", schemas: schemas)]
  }

  /// What `items` is since draft 2020-12: a schema for the elements after those that a list in `items` names.
  /// (Core 2019-09, section 9.3.1.2.)
  static let additionalItems = Keyword(
    name: "additionalItems", vocabulary: .applicator, drafts: .old, shape: .schema
  ) { value, compiler in
    let schema = compiler.subschema(value)
    guard let items = value.sibling("items"), value.tree.kind(of: items) == .sequence else { return [] }
    return [Items(keyword: .additionalItems, first: value.tree.count(of: items), schema: schema)]
  }
}
