package import JSONSchema
import SourceText
package import YAML

// What a ruleset has to say about a node of a file that is being written.

extension Ruleset {
  /// What the schemas of the rules say about `node`, one description for each schema that is about it.
  ///
  /// - Parameter sources: the sources that the file belongs to, by number.
  package func descriptions(of node: NodeID, in tree: Tree, sources: [Int]) -> [SchemaDescription] {
    let ancestors = Set(sequence(first: node) { tree.parent(of: $0) })
    return rules.flatMap { rule -> [SchemaDescription] in
      guard let kind = rule.kind as? SchemaRule else { return [] }
      return rule.selected(in: tree, around: node, sources: sources).filter(ancestors.contains)
        .map { kind.schema.describe(node, from: $0, in: tree) }
    }
  }

  /// The indexes in which reference rules look the value `node` up, by number, rising.
  ///
  /// - Parameter sources: the sources that the file belongs to, by number.
  package func indexes(lookedUpFor node: NodeID, in tree: Tree, sources: [Int]) -> [Int] {
    let root = tree.documents[tree.document(of: node)].root
    var indexes: Set<Int> = []
    for rule in rules {
      guard let kind = rule.kind as? ReferenceRule, kind.isReplaceable else { continue }
      let isMeant = rule.selected(in: tree, around: node, sources: sources).contains { selected in
        guard let value = kind.value else { return selected == node }
        if case .node(let found) = value.value(in: tree, root: root, current: selected) {
          return found == node
        }
        return false
      }
      if isMeant { indexes.formUnion(kind.indexes) }
    }
    return indexes.sorted()
  }
}

extension Rule {
  /// What the rule selects in the document that `node` is in.
  fileprivate func selected(in tree: Tree, around node: NodeID, sources: [Int]) -> [NodeID] {
    let root = tree.documents[tree.document(of: node)].root
    var isComplete = true
    return scopes.filter { sources.contains($0.source) }.flatMap {
      $0.selection.nodes(in: tree, root: root, isComplete: &isComplete)
    }
  }
}
