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
    subjects = reading.collectors(
      reading.scopes, values: keys + (group.map { [$0] } ?? []), comparison: .json)
  }

  func join(_ join: inout RuleJoin) {
    let store = join.store
    var keys = GroupKeys()
    // By key, which is a number that counts up.
    var first: [FactStore.Row?] = []
    for (row, source) in join.rowsWithSources(of: subjects) {
      guard let key = key(of: row, source, store, &keys).map({ Int($0) }) else { continue }
      while first.count <= key { first.append(nil) }
      if let earlier = first[key] {
        join.drafts.append(draft(row, earlier, join))
      } else {
        first[key] = row
      }
    }
  }

  /// Where a node's group and the values of its key are one with another's; nothing for a node that is not
  /// compared.
  private func key(
    of row: FactStore.Row, _ source: Int, _ store: FactStore, _ keys: inout GroupKeys
  ) -> UInt32? {
    var column = 1
    while column <= keyCount, store.value(column, of: row).kind == .absent { column += 1 }
    guard column <= keyCount else { return nil }
    var key: UInt32
    switch within {
    case .file: key = keys.key(GroupKeys.start, number: Int(row.file))
    case .source: key = keys.key(GroupKeys.start, number: source)
    case .value:
      guard store.value(keyCount + 1, of: row).kind != .absent else { return nil }
      key = keys.key(GroupKeys.start, keyCount + 1, of: row, store)
    }
    for column in 1...keyCount { key = keys.key(key, column, of: row, store) }
    return key
  }

  private func draft(_ row: FactStore.Row, _ first: FactStore.Row, _ join: RuleJoin) -> Draft {
    let store = join.store
    let present = (1...keyCount).filter { store.value($0, of: row).kind != .absent }
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
