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

  /// A node with what it is sorted by.
  private struct Item {
    let node: NodeID
    let keys: [Comparison.Key]
  }

  /// A list or mapping while its nodes are gone through.
  private struct Siblings {
    let parent: NodeID
    /// The last of them that has values.
    var last: Item?
    /// Whether a finding was made. One for a list: when the first is put right, what follows may be right too.
    var isDone = false
  }

  func check(_ nodes: [NodeID], _ check: inout DocumentCheck) {
    // One node alone is in order.
    guard nodes.count > 1 else { return }
    // In the order of the text, what is around a node is inside each other, the parent innermost.
    var around: [Siblings] = []
    for node in nodes.sorted() {
      guard let parent = check.tree.parent(of: node) else { continue }
      while let last = around.last, check.tree.next(after: last.parent) <= node { around.removeLast() }
      if around.last?.parent != parent { around.append(Siblings(parent: parent)) }
      let innermost = around.count - 1
      guard !around[innermost].isDone, let item = item(node, check) else { continue }
      if let last = around[innermost].last, isBefore(item.keys, last.keys) {
        check.drafts.append(draft(node, last.node, check))
        around[innermost].isDone = true
      }
      around[innermost].last = item
    }
  }

  private func item(_ node: NodeID, _ check: DocumentCheck) -> Item? {
    var keys: [Comparison.Key] = []
    keys.reserveCapacity(values.count)
    for value in values {
      guard let text = text(of: value, node, check)?.text, let key = comparison.key(text) else { return nil }
      keys.append(key)
    }
    return Item(node: node, keys: keys)
  }

  /// A value of `node`, and the node that has it.
  private func text(
    of value: ValueTemplate, _ node: NodeID, _ check: DocumentCheck
  ) -> (text: String, place: NodeID?)? {
    switch value.value(in: check.tree, root: check.root, current: node) {
    case .nothing: nil
    case .node(let node): check.tree.hasText(node) ? (check.tree.text(of: node), node) : nil
    case .text(let text, let place): (text, place)
    }
  }

  private func isBefore(_ keys: [Comparison.Key], _ above: [Comparison.Key]) -> Bool {
    for (key, other) in zip(keys, above) where key != other {
      return direction == .ascending ? key < other : other < key
    }
    return false
  }

  private func draft(_ node: NodeID, _ above: NodeID, _ check: DocumentCheck) -> Draft {
    let own = self.values.compactMap { text(of: $0, node, check) }
    let others = self.values.compactMap { text(of: $0, above, check) }
    let textHere = own.map(\.text).joined(separator: ", ")
    let textAbove = others.map(\.text).joined(separator: ", ")
    var values = MessageTemplate.Values()
    values.value = textHere
    values.actual = textHere
    values.expected = textAbove
    let order = direction == .ascending ? "before" : "after"
    let range = check.tree.range(of: node)
    var draft = check.draft(
      at: range, node: node, value: textHere,
      message: "\(textHere.shown) stands below \(textAbove.shown), but is sorted \(order) it",
      help: "sort the list",
      values: values)
    draft.judgement = .arrangement
    draft.basis = (own + others).compactMap(\.place)
    draft.related = [
      RelatedPlace(
        path: check.path, range: check.tree.range(of: above), message: "it stands below this")
    ]
    return draft
  }
}
