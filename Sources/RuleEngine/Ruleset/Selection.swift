import JSONPath
import SourceText
import YAML

/// A query of a ruleset: RFC 9535 with relative queries, member names (`~`) and the two functions of rulesets.
struct Selection: Sendable {
  // Beside it nothing that is counted: a selection is handed on for each file.
  private let query: Query

  /// The query as it is written.
  var text: String { query.text }

  /// `$`: every document.
  let isDocument: Bool

  /// Whether it starts at the selected node and not at the document.
  var isRelative: Bool { query.isRelative }

  /// The same as a path of a table, which gets it; nothing when it is none.
  func path(in table: inout PathTable) -> PathTable.Entry? { table.add(query) }

  init(_ text: String) throws(QueryError) {
    isDocument = text == "$"
    query = try Query(text, extensions: .ruleset)
  }

  /// Calls `body` with the nodes that it selects, each once, in the order of RFC 9535; for member names, with the keys.
  ///
  /// - Returns: whether these are all: false when a limit was reached and nodes may be missing.
  func forEachNode(in tree: Tree, root: NodeID, current: NodeID? = nil, _ body: (NodeID) -> Void) -> Bool {
    // Most queries select no node twice, and need no list to find out.
    if query.isPath { return query.forEachNode(in: tree, root: root, current: current ?? root, body) }
    var isComplete = true
    for node in nodes(in: tree, root: root, current: current, isComplete: &isComplete) { body(node) }
    return isComplete
  }

  /// The same as a list. `isComplete` becomes false when nodes may be missing.
  func nodes(in tree: Tree, root: NodeID, current: NodeID? = nil, isComplete: inout Bool) -> [NodeID] {
    var nodes: [NodeID] = []
    select(&nodes, in: tree, root: root, current: current, isComplete: &isComplete)
    return nodes
  }

  /// The same in a list that is there, and may have room.
  func select(
    _ nodes: inout [NodeID], in tree: Tree, root: NodeID, current: NodeID? = nil, isComplete: inout Bool
  ) {
    nodes.removeAll(keepingCapacity: true)
    if isDocument { return nodes.append(root) }
    if !query.forEachNode(in: tree, root: root, current: current ?? root, { nodes.append($0) }) {
      isComplete = false
    }
    if !query.isPath, !nodes.isStrictlySorted { nodes = nodes.withoutRepetitions }
  }
}

extension Selection {
  /// Whether it comes by a place of a document, or one of `values` or `expansion`, asked of what it selects.
  func comesBy(_ passing: Passing, then values: [ValueExpression], expansion: Selection?) -> Bool {
    passing.holds(for: query, then: values, expansion: expansion?.query)
  }
}

extension [NodeID] {
  fileprivate var isStrictlySorted: Bool {
    var isSorted = true
    var index = 1
    while index < count {
      if self[index - 1] >= self[index] {
        isSorted = false
        break
      }
      index += 1
    }
    return isSorted
  }

  /// A nodelist may hold a node twice; a rule looks at it once.
  fileprivate var withoutRepetitions: [NodeID] {
    var seen: Set<NodeID> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Selection {
  /// `$`.
  static var document: Selection? { try? Selection("$") }
}
