import YAML

/// Which facts the rules of a ruleset ask of a file. Rules that ask the same share one collector.
struct FactPlan: Sendable {
  /// How the values of a row are compared.
  enum Comparison: Hashable, Sendable {
    /// As texts: `1.1` and `"1.1"` are the same, as references have it.
    case text
    /// As JSON values: `1` and `"1"` differ, `1` and `1.0` do not.
    case json
  }

  /// Where a row's node is pointed at.
  enum Place: Hashable, Sendable {
    /// At the node itself.
    case node
    /// At its key; at the node itself when it has none.
    case key
    /// At the first line of what it holds.
    case firstLine
  }

  /// Rows of one kind: one for each node that a query selects in the documents of a source. One reference, so that
  /// handing it on for each file costs one count.
  final class Collector: Sendable {
    let source: Int
    let selection: Selection
    /// When it is there, the rows are of the nodes that it selects from each node of `selection`, and `values` are
    /// still those of the latter.
    let expansion: Selection?
    /// What is asked of each node, beside the node itself.
    let values: [ValueTemplate]
    let comparison: Comparison
    let place: Place

    init(
      source: Int, selection: Selection, expansion: Selection? = nil, values: [ValueTemplate] = [],
      comparison: Comparison = .text, place: Place = .node
    ) {
      self.source = source
      self.selection = selection
      self.expansion = expansion
      self.values = values
      self.comparison = comparison
      self.place = place
    }

    /// The values of a row: the node, then what is asked.
    var width: Int { values.count + 1 }
  }

  /// The collectors, by number.
  private(set) var collectors: [Collector] = []
  /// For each collector, how many values those before it have together.
  private var valuesBefore: [Int] = []
  private var valueCount = 0
  private var numbers: [Identity: Int] = [:]

  private struct Identity: Hashable {
    let source: Int
    let selection: String
    let expansion: String?
    let values: [String]
    let comparison: Comparison
    let place: Place
  }

  /// The number of this collector, a new one when nothing asked the same before.
  mutating func collector(_ collector: Collector) -> Int {
    let identity = Identity(
      source: collector.source, selection: collector.selection.text,
      expansion: collector.expansion?.text,
      values: collector.values.map(\.text), comparison: collector.comparison, place: collector.place
    )
    if let number = numbers[identity] { return number }
    numbers[identity] = collectors.count
    collectors.append(collector)
    valuesBefore.append(valueCount)
    valueCount += collector.values.count
    return collectors.count - 1
  }

  /// The number of a collector's first value among all queries, in which values come after the collectors.
  func firstValue(of collector: Int) -> Int { collectors.count + valuesBefore[collector] }
}
