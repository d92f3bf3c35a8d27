import Findings
import SourceText
import Spelling
import YAML

/// `order: {by: [QUERY…], direction?, compare?}`: of the nodes that are siblings, none is before the one above it.
struct OrderRule: RuleKind {
  static let name = "order"

  private enum Direction {
    case ascending, descending
  }

  private let values: [ValueTemplate]
  private let direction: Direction
  private let comparison: Comparison

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    guard
      let fields = reading.fields(
        of: node, what: "an order", allowed: ["by", "direction", "compare"])
    else { return nil }
    let values = fields.required("by", &reading.mistakes).flatMap { reading.values($0) }
    let directions = [("ascending", Direction.ascending), ("descending", .descending)]
    let direction =
      fields["direction"].map { _ in fields.choice("direction", directions, &reading.mistakes) }
      ?? .ascending
    let comparisons = [("text", Comparison.text), ("natural", .natural), ("number", .number)]
    let comparison =
      fields["compare"].map { _ in fields.choice("compare", comparisons, &reading.mistakes) }
      ?? .text
    guard let values, let direction, let comparison else { return nil }
    self.values = values
    self.direction = direction
    self.comparison = comparison
  }

  /// A node with the values that it is sorted by.
  private struct Item {
    let node: NodeID
    let keys: [Comparison.Key]
    let text: String
    /// The nodes that have them.
    let basis: [NodeID]
  }

  func check(_ nodes: [NodeID], _ check: inout DocumentCheck) {
    // One node alone is in order.
    guard nodes.count > 1 else { return }
    var above: [NodeID: Item] = [:]
    var done: Set<NodeID> = []
    for node in nodes.sorted() {
      guard let parent = check.tree.parent(of: node), !done.contains(parent),
        let item = item(node, check)
      else { continue }
      if let last = above[parent], isBefore(item.keys, last.keys) {
        check.drafts.append(draft(item, last, check))
        // One finding for a list: when the first is put right, what follows may be right too.
        done.insert(parent)
      }
      above[parent] = item
    }
  }

  private func item(_ node: NodeID, _ check: DocumentCheck) -> Item? {
    var keys: [Comparison.Key] = []
    var texts: [String] = []
    var basis: [NodeID] = []
    for value in values {
      let text: String
      switch value.value(in: check.tree, root: check.root, current: node) {
      case .nothing: return nil
      case .node(let node):
        guard check.tree.hasText(node) else { return nil }
        text = check.tree.text(of: node)
        basis.append(node)
      case .text(let put, let place):
        text = put
        if let place { basis.append(place) }
      }
      guard let key = comparison.key(text) else { return nil }
      keys.append(key)
      texts.append(text)
    }
    return Item(node: node, keys: keys, text: texts.joined(separator: ", "), basis: basis)
  }

  private func isBefore(_ keys: [Comparison.Key], _ above: [Comparison.Key]) -> Bool {
    for (key, other) in zip(keys, above) where key != other {
      return direction == .ascending ? key < other : other < key
    }
    return false
  }

  private func draft(_ item: Item, _ above: Item, _ check: DocumentCheck) -> Draft {
    var values = MessageTemplate.Values()
    values.value = item.text
    values.actual = item.text
    values.expected = above.text
    let order = direction == .ascending ? "before" : "after"
    let range = check.tree.range(of: item.node)
    var draft = check.draft(
      at: range, node: item.node, value: item.text,
      message: "\(item.text.shown) stands below \(above.text.shown), but is sorted \(order) it",
      help: "sort the list",
      values: values)
    draft.judgement = .arrangement
    draft.basis = item.basis + above.basis
    draft.related = [
      RelatedPlace(
        path: check.path, range: check.tree.range(of: above.node), message: "it stands below this")
    ]
    return draft
  }
}
