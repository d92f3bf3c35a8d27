import Spelling
import YAML

/// A number for each list of parts: values compared as JSON, and numbers of files and the like.
struct GroupKeys {
  /// What begins a key.
  static let start: UInt32 = 0

  /// Open addressing over the beginning of a key and its next part; 0 where nothing is.
  private var slots: [UInt32] = Array(repeating: 0, count: 256)
  private var beginnings: [UInt32] = []
  private var parts: [UInt64] = []

  /// The key that goes on after `beginning` with a number.
  mutating func key(_ beginning: UInt32, number: Int) -> UInt32 {
    key(beginning, part: UInt64(truncatingIfNeeded: number))
  }

  /// The key that goes on after `beginning` with the value at `index` of a row.
  mutating func key(
    _ beginning: UInt32, _ index: Int, of row: FactStore.Row, _ store: FactStore
  ) -> UInt32 {
    key(beginning, part: store.part(index, of: row))
  }

  /// The key that goes on after `beginning` with `part`, when it is one already.
  func known(_ beginning: UInt32, part: UInt64) -> UInt32? {
    let key = slots[slot(of: beginning, part)]
    return key == 0 ? nil : key
  }

  /// The key that goes on after `beginning` with `part`.
  mutating func key(_ beginning: UInt32, part: UInt64) -> UInt32 {
    let slot = slot(of: beginning, part)
    if slots[slot] != 0 { return slots[slot] }
    beginnings.append(beginning)
    parts.append(part)
    let key = UInt32(truncatingIfNeeded: parts.count)
    slots[slot] = key
    if parts.count * 2 > slots.count { grow() }
    return key
  }

  /// The slot of a key, or the free one where it belongs.
  private func slot(of beginning: UInt32, _ part: UInt64) -> Int {
    var slot = hash(beginning, part) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if beginnings[number] == beginning, parts[number] == part { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for number in parts.indices {
      var slot = hash(beginnings[number], parts[number]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  private func hash(_ beginning: UInt32, _ part: UInt64) -> Int {
    let mixed = (part ^ UInt64(beginning) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) & 0x7FFF_FFFF)
  }
}

extension FactStore {
  /// The value at `index` of a row as a part of a key: the same for values that are one as JSON.
  func part(_ index: Int, of row: Row) -> UInt64 {
    UInt64(mark(index, of: row).bits)
  }

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
