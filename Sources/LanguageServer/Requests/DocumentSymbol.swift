import RuleEngine
import SourceText
import YAML

extension RequestHandler {
  /// `textDocument/documentSymbol`: the records of the file, which are its mappings that have a name.
  static let documentSymbol = RequestHandler("textDocument/documentSymbol") {
    params, snapshot throws(ResponseError) in
    let file = try snapshot.file(params)
    guard let tree = loadYAML(file.text).tree else { return [] }
    let symbols = Records(tree, snapshot.client.unit)
    guard !snapshot.client.hasNestedSymbols else { return .array(symbols.nested) }
    let uri = params["textDocument"]?["uri"] ?? .null
    return .array(
      symbols.flat.map { symbol in
        .of([
          "name": symbol["name"], "kind": symbol["kind"], "containerName": symbol["detail"],
          "location": .of(["uri": uri, "range": symbol["range"]]),
        ])
      })
  }
}

/// The records of a file, outermost first.
private struct Records {
  private let tree: Tree
  private let unit: ColumnUnit
  /// Each with the records inside it.
  private(set) var nested: [JSON] = []
  /// All of them, in the order of the text.
  private(set) var flat: [JSON] = []

  init(_ tree: Tree, _ unit: ColumnUnit) {
    self.tree = tree
    self.unit = unit
    var children: [NodeID: [JSON]] = [:]
    let records = (0..<UInt32(truncatingIfNeeded: tree.nodeCount)).lazy.map { NodeID(index: $0) }
      .filter { tree.aliasRange(of: $0) == nil && tree.nameNode(of: $0) != nil }
    // From the end: what is inside comes after what it is in.
    for node in Array(records.prefix(RequestHandler.mostShown)).reversed() {
      guard let name = tree.nameNode(of: node) else { continue }
      let own = symbol(node, name)
      flat.append(own)
      let inside = children[node].map { JSON.array($0.reversed()) }
      let whole = inside.map { JSON.object((own.object ?? []) + [JSON.Member("children", $0)]) } ?? own
      if let outer = record(around: node) {
        children[outer, default: []].append(whole)
      } else {
        nested.append(whole)
      }
    }
    nested.reverse()
    flat.reverse()
  }

  private func record(around node: NodeID) -> NodeID? {
    sequence(first: node) { tree.parent(of: $0) }.dropFirst().first { tree.nameNode(of: $0) != nil }
  }

  private func symbol(_ node: NodeID, _ name: NodeID) -> JSON {
    let list = tree.parent(of: node).flatMap { tree.kind(of: $0) == .sequence ? tree.key(of: $0) : nil }
    let key = tree.key(of: node) ?? list
    let text = tree.text(of: name)
    let selection =
      tree.aliasRange(of: name) == nil ? tree.range(of: name) : ByteRange(at: tree.range(of: node).start)
    let whole = tree.range(of: node)
    // What is selected must be inside of the whole.
    let range = ByteRange(min(whole.start, selection.start), max(whole.end, selection.end))
    return .of([
      "name": .string(text.isEmpty ? "(no name)" : text),
      "detail": key.map { .string(tree.text(of: $0)) },
      "kind": 19,
      "range": tree.source.json(of: range, in: unit),
      "selectionRange": tree.source.json(of: selection, in: unit),
    ])
  }
}
