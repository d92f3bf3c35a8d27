import Findings
import SourceText
import YAML

/// `unique: {key: [QUERY…], within?}`: no two nodes have the same key tuple within their file, their source or
/// what has the same value of a query.
struct UniqueRule: RuleKind {
  static let name = "unique"

  private enum Within {
    case file, source, value
  }

  let subjects: [Int]
  private let keyCount: Int
  /// The columns of the key that say what stands twice: what all nodes of a document share only tells documents apart.
  private let tellingColumns: [Int]
  private let within: Within

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    guard let fields = reading.fields(of: node, what: "unique", allowed: ["key", "within"]) else {
      return nil
    }
    let keys = fields.required("key", &reading.mistakes).flatMap { reading.values($0) }
    var group: ValueTemplate?
    if let node = fields["within"] {
      switch reading.tree.text(of: node) {
      case "file": within = .file
      case "source": within = .source
      default:
        within = .value
        guard let value = reading.groupValue(node, ["file", "source"]) else { return nil }
        group = value
      }
    } else {
      within = .source
    }
    guard let keys else { return nil }
    keyCount = keys.count
    tellingColumns = keys.indices.filter { !keys[$0].isOfDocument }.map { $0 + 1 }
    subjects = reading.collectors(
      reading.scopes, values: keys + (group.map { [$0] } ?? []), comparison: .json)
  }

  var fileKeyCount: Int? { within == .file ? keyCount : nil }

  func join(_ join: inout RuleJoin) {
    find(join.rowsWithSources(of: subjects), &join)
  }

  func join(_ join: inout RuleJoin, onlyIn path: String, wasSilent: Bool) -> Bool {
    guard within != .file else {
      find(join.rowsWithSources(of: subjects, in: path), &join)
      return true
    }
    // Where the file shares keys with others, what is said of those may change too.
    return wasSilent && isAlone(path, join)
  }

  /// Whether no key of a file stands anywhere a second time.
  private func isAlone(_ path: String, _ join: RuleJoin) -> Bool {
    let store = join.store
    var keys = GroupKeys()
    var own: Set<UInt32> = []
    for (row, source) in join.rowsWithSources(of: subjects, in: path) {
      guard let key = key(of: row, source, store, { keys.key($0, part: $1) }) else { continue }
      guard own.insert(key).inserted else { return false }
    }
    guard !own.isEmpty else { return true }
    for collector in subjects {
      let source = join.ruleset.plan.collectors[collector].source
      let isMet = store.containsRow(of: collector, notIn: path) { row in
        key(of: row, source, store) { keys.known($0, part: $1) }.map(own.contains) == true
      }
      if isMet { return false }
    }
    return true
  }

  /// Finds the keys that stand a second time among some rows.
  private func find(_ rows: [(row: FactStore.Row, source: Int)], _ join: inout RuleJoin) {
    for (row, first) in repetitions(among: rows, join.store) where join.mayTell(about: row) {
      join.drafts.append(draft(row, first, join))
    }
  }

  /// The rows of the second and later nodes of a key, each with that of the first.
  func repetitions(_ join: RuleJoin) -> [(row: FactStore.Row, first: FactStore.Row)] {
    repetitions(among: join.rowsWithSources(of: subjects), join.store)
  }

  private func repetitions(
    among rows: [(row: FactStore.Row, source: Int)], _ store: FactStore
  ) -> [(row: FactStore.Row, first: FactStore.Row)] {
    // Of several sources come the rows of one first, so that a file in both of them is not in one piece.
    within == .file && rows.first?.source == rows.last?.source
      ? repetitionsInFiles(rows[...], store) : repetitionsInAll(rows[...], store)
  }

  /// The same for keys that only count within their file, whose rows stand together and are mostly few.
  private func repetitionsInFiles(
    _ rows: ArraySlice<(row: FactStore.Row, source: Int)>, _ store: FactStore
  ) -> [(row: FactStore.Row, first: FactStore.Row)] {
    var repetitions: [(row: FactStore.Row, first: FactStore.Row)] = []
    var start = rows.startIndex
    while start < rows.endIndex {
      var end = start + 1
      while end < rows.endIndex, rows[end].row.file == rows[start].row.file { end += 1 }
      if end - start > Self.mostCompared {
        repetitions += repetitionsInAll(rows[start..<end], store)
      } else {
        for later in start..<end {
          let first = (start..<later).first { isSame(rows[$0].row, rows[later].row, store) }
          if let first { repetitions.append((rows[later].row, rows[first].row)) }
        }
      }
      start = end
    }
    return repetitions
  }

  /// The most rows of a file that are compared with each other: up to so many a table costs more.
  private static let mostCompared = 16

  /// Whether two rows are compared and have the same values.
  private func isSame(_ left: FactStore.Row, _ right: FactStore.Row, _ store: FactStore) -> Bool {
    var isCompared = false
    for column in 1...keyCount {
      guard store.part(column, of: left) == store.part(column, of: right) else { return false }
      if store.kind(column, of: left) != .absent { isCompared = true }
    }
    return isCompared
  }

  private func repetitionsInAll(
    _ rows: ArraySlice<(row: FactStore.Row, source: Int)>, _ store: FactStore
  ) -> [(row: FactStore.Row, first: FactStore.Row)] {
    var repetitions: [(row: FactStore.Row, first: FactStore.Row)] = []
    var keys = GroupKeys()
    // For each key, which is a number that counts up, the place among the rows and 1; 0 for none.
    var first: [UInt32] = []
    // Most keys are there once, and begin with the same: as much room as is needed, and not twice as much.
    first.reserveCapacity(rows.count + 2)
    keys.reserve(rows.count + 2)
    for index in rows.indices {
      let number = key(of: rows[index].row, rows[index].source, store) { keys.key($0, part: $1) }
      guard let key = number.map({ Int($0) }) else { continue }
      while first.count <= key { first.append(0) }
      if first[key] == 0 {
        first[key] = UInt32(truncatingIfNeeded: index + 1)
      } else {
        repetitions.append((rows[index].row, rows[Int(first[key]) - 1].row))
      }
    }
    return repetitions
  }

  /// Where a node's group and the values of its key are one with another's; nothing for a node that is not
  /// compared, or when `step`, which goes on from the beginning of a key with its next part, knows none.
  @inline(__always)
  private func key(
    of row: FactStore.Row, _ source: Int, _ store: FactStore,
    _ step: (_ beginning: UInt32, _ part: UInt32) -> UInt32?
  ) -> UInt32? {
    var column = 1
    while column <= keyCount, store.kind(column, of: row) == .absent { column += 1 }
    guard column <= keyCount else { return nil }
    let group: UInt32
    switch within {
    case .file: group = row.file
    case .source: group = UInt32(truncatingIfNeeded: source)
    case .value:
      guard store.kind(keyCount + 1, of: row) != .absent else { return nil }
      group = store.part(keyCount + 1, of: row)
    }
    guard var key = step(GroupKeys.start, group) else { return nil }
    for column in 1...keyCount {
      guard let next = step(key, store.part(column, of: row)) else { return nil }
      key = next
    }
    return key
  }

  private func draft(_ row: FactStore.Row, _ first: FactStore.Row, _ join: RuleJoin) -> Draft {
    let store = join.store
    let all = (1...keyCount).filter { store.kind($0, of: row) != .absent }
    let telling = all.filter(tellingColumns.contains)
    let present = telling.isEmpty ? all : telling
    let value = present.map { store.shownText($0, of: row) }.joined(separator: ", ")
    let column = present.first ?? 0
    var values = MessageTemplate.Values()
    values.value = value
    let place =
      switch within {
      case .file: "in this file"
      case .source: ""
      case .value: "for \(store.shownText(keyCount + 1, of: row).shown)"
      }
    values.expected = "once"
    values.actual = value
    var draft = join.draft(
      at: row, column, value: value,
      message: ["\(value.shown) is here a second time, but may be there only once", place]
        .filter { !$0.isEmpty }.joined(separator: " "),
      help: "remove one of the two, or correct it", values: values)
    let place1 = store.place(column, of: first)
    draft.related = [
      RelatedPlace(path: place1.path, range: place1.range, message: "\(value.shown) is here first")
    ]
    return draft
  }
}
