import JSONPath
import JSONSchema
import YAML

/// What the schemas of a ruleset say is wrong with a file, and so what nobody else can rely on: one mistake is one
/// finding. Only errors count.
struct Doubts {
  /// Nodes whose values are refused.
  private(set) var refused: Set<NodeID> = []
  /// Nodes that decide whether something else is wrong, so that any of them may be.
  private(set) var decisive: Set<NodeID> = []
  /// Places where something else may be meant to be than what is there, each with its document.
  private var places: [(document: Int, path: DocumentPath, manner: Passing.Manner)] = []

  var isEmpty: Bool { refused.isEmpty && places.isEmpty && decisive.isEmpty }

  /// Takes in what a schema refuses.
  mutating func add(_ failures: [SchemaFailure], in tree: Tree) {
    let lacking = Set(failures.compactMap(\.lack).filter { $0.stray == nil }.map(\.mapping))
    for failure in failures {
      // Where something is missing, a name that is close to none is meant to be that.
      if let lack = failure.lack, lack.stray != nil, failure.suggestions.isEmpty,
        lacking.contains(lack.mapping)
      {
        continue
      }
      add(failure, in: tree)
    }
  }

  private mutating func add(_ failure: SchemaFailure, in tree: Tree) {
    guard let lack = failure.lack else {
      refused.insert(failure.node)
      places.append((tree.document(of: failure.node), DocumentPath(of: failure.node, in: tree), .anyhow))
      return
    }
    let path = DocumentPath(of: lack.mapping, in: tree)
    // What stands there under another name is one value, or has more below it.
    let manner = lack.stray.map { tree.kind(of: $0).isScalar ? Passing.Manner.atTheEnd : .anyhow } ?? .anyhow
    let document = tree.document(of: lack.mapping)
    for name in lack.names { places.append((document, path.member(name), manner)) }
  }

  /// Takes in the nodes that a finding of another rule was concluded from.
  mutating func add(decisive nodes: [NodeID]) { decisive.formUnion(nodes) }

  /// Whether any of `nodes` is refused.
  func refuses(_ nodes: [NodeID]) -> Bool { !refused.isDisjoint(with: nodes) }

  /// Whether something may be missing among the rows of `collector`, or in them.
  func concern(_ collector: FactPlan.Collector) -> Bool {
    places.contains { place in
      collector.comesBy(Passing(place.path, place.manner))
    }
  }

  /// Whether `expression` looks for something that may be missing, asked of `node`.
  func concern(_ expression: LogicalExpression, of node: NodeID, in tree: Tree) -> Bool {
    guard !places.isEmpty else { return false }
    let document = tree.document(of: node)
    let current = DocumentPath(of: node, in: tree)
    return places.contains { place in
      place.document == document && Passing(place.path, place.manner).holds(for: expression, from: current)
    }
  }
}

extension FactPlan.Collector {
  fileprivate func comesBy(_ passing: Passing) -> Bool {
    selection.comesBy(passing, then: values.flatMap(\.expressions), expansion: expansion)
  }
}
