import Spelling
import YAML

/// What makes two nodes one: values compared as JSON, and numbers of files and the like.
struct GroupKey: Hashable {
  private var parts: [UInt64] = []

  /// Appends a number that is equal to itself only.
  mutating func append(number: Int) {
    parts.append(UInt64(truncatingIfNeeded: number))
  }

  /// Appends the value at `index` of a row.
  mutating func append(_ index: Int, of row: FactStore.Row, _ store: FactStore) {
    let kind = store.value(index, of: row).kind
    parts.append(UInt64(kind.rawValue) << 32 | UInt64(store.symbol(index, of: row)))
  }
}

extension FactStore {
  /// The text of a value as a message shows it.
  func shownText(_ index: Int, of row: Row) -> String {
    switch value(index, of: row).kind {
    case .absent: "nothing"
    case .null: "null"
    case .place: "this"
    case .text, .json, .number: text(index, of: row)
    }
  }
}

extension RuleJoin {
  /// The rows of some collectors, by file and place, each node once in each source, with the source's number.
  func rowsWithSources(of collectors: [Int]) -> [(row: FactStore.Row, source: Int)] {
    var bySource: [Int: [Int]] = [:]
    for collector in collectors {
      bySource[ruleset.plan.collectors[collector].source, default: []].append(collector)
    }
    guard bySource.count > 1 else {
      let source = bySource.keys.first ?? 0
      return store.rows(of: collectors).map { ($0, source) }
    }
    return bySource.keys.sorted().flatMap { source in
      store.rows(of: bySource[source] ?? []).map { ($0, source) }
    }
  }
}

extension RuleReading {
  /// A value that nodes are grouped by, where also one of some words may stand.
  mutating func groupValue(_ node: NodeID, _ words: [String]) -> ValueTemplate? {
    guard tree.hasText(node), let first = tree.text(of: node).unicodeScalars.first,
      !"$@{".unicodeScalars.contains(first), !tree.text(of: node).hasPrefix("ancestor("),
      !tree.text(of: node).contains("{")
    else { return value(node) }
    let closest = Closest.matches(to: tree.text(of: node), among: words)
    mistake(
      "\(tree.text(of: node)) is neither \(words.joined(separator: " nor ")) nor a query"
        + Fields.didYouMean(closest), at: node, suggestions: closest,
      help: "write \(words.joined(separator: ", ")) or a query such as $.id")
    return nil
  }
}
