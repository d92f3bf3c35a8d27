import JSONPath
import YAML

/// The values that `query` selects of a document, in order, each as JSON.
func select(_ query: String, of document: String, extensions: Extensions = []) throws -> [String] {
  let tree = try tree(document)
  let query = try Query(query, extensions: extensions)
  return query.select(in: tree, root: tree.documents[0].root).map { tree.json(of: $0) }
}

/// What an expression of a ruleset says of a document's root.
func holds(_ expression: String, of document: String = "null") throws -> Outcome3 {
  let tree = try tree(document)
  let root = tree.documents[0].root
  return try LogicalExpression(expression).evaluate(in: tree, root: root, current: root)
}

/// The error that `text` makes as a query; nothing when it is one.
func queryError(in text: String, extensions: Extensions = []) -> QueryError? {
  do {
    _ = try Query(text, extensions: extensions)
    return nil
  } catch {
    return error
  }
}
