import SourceText
import YAML

extension JSONLine {
  /// Writes a node with its kind, its range and what it holds. A tree is never deeper than the limits of `loadYAML`, so
  /// the recursion is bounded.
  mutating func write(node: NodeID, to output: inout OutputBuffer) {
    let kind = tree.kind(of: node)
    write("{\"kind\": \"\(kind)\", \"range\": ")
    write(range: tree.range(of: node))
    if let alias = tree.aliasRange(of: node) {
      write(", \"alias\": ")
      write(range: alias)
    }
    switch kind {
    case .mapping:
      write(", \"members\": ")
      write(list: tree.members(of: node)) { line, member in
        line.write("{\"key\": ")
        line.write(node: member.key, to: &output)
        line.write(", \"value\": ")
        line.write(node: member.value, to: &output)
        line.write("}")
      }
    case .sequence:
      write(", \"elements\": ")
      write(list: tree.elements(of: node)) { $0.write(node: $1, to: &output) }
    default:
      write(", \"style\": \"\(tree.style(of: node))\", \"text\": ")
      write(string: tree.text(of: node))
    }
    write("}")
    handOn(to: &output)
  }

  private mutating func write<Items: Sequence>(list: Items, each: (inout JSONLine, Items.Element) -> Void) {
    write("[")
    var separator = ""
    for item in list {
      write(separator)
      separator = ", "
      each(&self, item)
    }
    write("]")
  }
}
