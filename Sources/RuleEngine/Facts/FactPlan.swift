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

    /// Whether it is for the same rows, by the texts of its queries.
    fileprivate func asks(like other: Collector) -> Bool {
      source == other.source && selection.text == other.selection.text
        && expansion?.text == other.expansion?.text && comparison == other.comparison && place == other.place
        && values.elementsEqual(other.values) { $0.text == $1.text }
    }

    /// A hash of most of that.
    fileprivate var hash: Int {
      var hasher = Hasher()
      hasher.combine(source)
      hasher.combine(selection.text)
      for value in values { hasher.combine(value.text) }
      return hasher.finalize()
    }
  }

  /// The collectors, by number.
  private(set) var collectors: [Collector] = []
  /// For each collector, how many values those before it have together.
  private var valuesBefore: [Int] = []
  private var valueCount = 0
  /// The numbers of the collectors, by a hash of what they ask.
  private var numbers: [Int: [Int]] = [:]

  /// The number of this collector, a new one when nothing asked the same before.
  mutating func collector(_ collector: Collector) -> Int {
    let hash = collector.hash
    if let number = numbers[hash]?.first(where: { collectors[$0].asks(like: collector) }) { return number }
    numbers[hash, default: []].append(collectors.count)
    collectors.append(collector)
    valuesBefore.append(valueCount)
    valueCount += collector.values.count
    return collectors.count - 1
  }

  /// The number of a collector's first value among all queries, in which values come after the collectors.
  func firstValue(of collector: Int) -> Int { collectors.count + valuesBefore[collector] }
}
