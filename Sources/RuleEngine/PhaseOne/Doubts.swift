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
  /// For each node that has such a place or is around one, the numbers of the places.
  private var inside: [NodeID: [Int]] = [:]
  /// How many places may still be looked at for expressions that ask for more than what is inside their node.
  private var looksLeft = 1_000_000

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
      add(DocumentPath(of: failure.node, in: tree), .anyhow, inside: failure.node, of: tree)
      return
    }
    let path = DocumentPath(of: lack.mapping, in: tree)
    // What stands there under another name is one value, or has more below it.
    let manner = lack.stray.map { tree.kind(of: $0).isScalar ? Passing.Manner.atTheEnd : .anyhow } ?? .anyhow
    for name in lack.names { add(path.member(name), manner, inside: lack.mapping, of: tree) }
  }

  private mutating func add(
    _ path: DocumentPath, _ manner: Passing.Manner, inside node: NodeID, of tree: Tree
  ) {
    var around: NodeID? = node
    while let current = around {
      inside[current, default: []].append(places.count)
      around = tree.parent(of: current)
    }
    places.append((tree.document(of: node), path, manner))
  }

  /// Takes in the nodes that a finding of another rule was concluded from.
  mutating func add(decisive nodes: [NodeID]) { decisive.formUnion(nodes) }

  /// Whether any of `nodes` is refused.
  func refuses(_ nodes: [NodeID]) -> Bool { !refused.isDisjoint(with: nodes) }

  /// Whether a text is put together of what is refused, so that nobody knows what it is meant to be.
  func refuses(_ template: ValueTemplate, in tree: Tree, root: NodeID, current: NodeID) -> Bool {
    !isEmpty && refuses(template.nodes(in: tree, root: root, current: current))
  }

  /// Whether something may be missing among the rows of `collector`, or in them.
  func concern(_ collector: FactPlan.Collector) -> Bool {
    places.contains { place in
      collector.comesBy(Passing(place.path, place.manner))
    }
  }

  /// Whether `expression` looks for something that may be missing, asked of `node`. What cannot be told within the limit
  /// counts as looked for.
  mutating func concern(_ expression: LogicalExpression, of node: NodeID, in tree: Tree) -> Bool {
    guard !places.isEmpty else { return false }
    let current = DocumentPath(of: node, in: tree)
    if !expression.looksAround {
      return (inside[node] ?? []).contains {
        Passing(places[$0].path, places[$0].manner).holds(for: expression, from: current)
      }
    }
    looksLeft -= places.count
    guard looksLeft > 0 else { return true }
    let document = tree.document(of: node)
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
