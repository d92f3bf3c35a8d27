import Spelling
import YAML

/// A number for each list of parts: values compared as JSON, and numbers of files and the like.
struct GroupKeys {
  /// What begins a key.
  static let start: UInt32 = 0

  /// By the beginning of a key and its next part: the key less 1.
  private var numbers = HashedNumbers(slots: 256)
  private var beginnings: [UInt32] = []
  private var parts: [UInt32] = []

  /// Makes room for so many keys.
  mutating func reserve(_ count: Int) {
    beginnings.reserveCapacity(count)
    parts.reserveCapacity(count)
    numbers.reserve(count)
  }

  /// The key that goes on after `beginning` with a number.
  mutating func key(_ beginning: UInt32, number: Int) -> UInt32 {
    key(beginning, part: UInt32(truncatingIfNeeded: number))
  }

  /// The key that goes on after `beginning` with the value at `index` of a row.
  mutating func key(
    _ beginning: UInt32, _ index: Int, of row: FactStore.Row, _ store: FactStore
  ) -> UInt32 {
    key(beginning, part: store.part(index, of: row))
  }

  /// The key that goes on after `beginning` with `part`, when it is one already.
  func known(_ beginning: UInt32, part: UInt32) -> UInt32? {
    number(hash(beginning, part), beginning, part).map { $0 + 1 }
  }

  /// The key that goes on after `beginning` with `part`.
  mutating func key(_ beginning: UInt32, part: UInt32) -> UInt32 {
    let hash = hash(beginning, part)
    if let number = number(hash, beginning, part) { return number + 1 }
    beginnings.append(beginning)
    parts.append(part)
    return numbers.add(hash) + 1
  }

  private func number(_ hash: UInt32, _ beginning: UInt32, _ part: UInt32) -> UInt32? {
    numbers.number(hash) { beginnings[Int($0)] == beginning && parts[Int($0)] == part }
  }

  private func hash(_ beginning: UInt32, _ part: UInt32) -> UInt32 {
    let mixed = (UInt64(beginning) << 32 | UInt64(part)).mixed
    return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
  }
}

extension FactStore {
  /// The value at `index` of a row as a part of a key: the same for values that are one as JSON.
  func part(_ index: Int, of row: Row) -> UInt32 { mark(index, of: row).bits }

  /// The text of a value as a message shows it.
  func shownText(_ index: Int, of row: Row) -> String {
    switch kind(index, of: row) {
    case .absent: "nothing"
    case .null: "null"
    case .place: "this"
    case .text, .json, .number: text(index, of: row)
    }
  }
}

extension RuleJoin {
  /// The rows of some collectors, by file and place, each node once in each source, with the source's number.
  ///
  /// - Parameter path: the only file whose rows are wanted; nothing for all.
  func rowsWithSources(
    of collectors: [Int], in path: String? = nil
  ) -> [(row: FactStore.Row, source: Int)] {
    var bySource: [Int: [Int]] = [:]
    for collector in collectors {
      bySource[ruleset.plan.collectors[collector].source, default: []].append(collector)
    }
    guard bySource.count > 1 else {
      let source = bySource.keys.first ?? 0
      return store.rows(of: collectors, in: path).map { ($0, source) }
    }
    return bySource.keys.sorted().flatMap { source in
      store.rows(of: bySource[source] ?? [], in: path).map { ($0, source) }
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
