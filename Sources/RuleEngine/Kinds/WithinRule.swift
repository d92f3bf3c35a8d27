import Findings
import SourceText
import YAML

/// `within: {from: {source, select}, to: {source, select}}`: dates or numbers lie between two bounds.
struct WithinRule: RuleKind {
  static let name = "within"

  let subjects: [Int]
  private let from: [Int]
  private let to: [Int]

  var others: [Int] { from + to }

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    guard let fields = reading.fields(of: node, what: "within", allowed: ["from", "to"]) else {
      return nil
    }
    if fields["from"] == nil, fields["to"] == nil {
      reading.mistake("within needs from or to", at: node, help: "say where the bounds are")
      return nil
    }
    let from = fields["from"].map { reading.scopes($0) } ?? []
    let to = fields["to"].map { reading.scopes($0) } ?? []
    guard let from, let to else { return nil }
    self.from = reading.collectors(from)
    self.to = reading.collectors(to)
    subjects = reading.collectors(reading.scopes)
  }

  /// A place with the value that others are held against.
  private struct Bound {
    let row: FactStore.Row
    let value: Bounded
  }

  func join(_ join: inout RuleJoin) {
    let store = join.store
    let lower = bounds(from, store)
    let upper = bounds(to, store)
    // While a file with bounds is missing, the widest of them is not known.
    let gap =
      (from.isEmpty ? nil : join.gap(inCollectors: from))
      ?? (to.isEmpty ? nil : join.gap(inCollectors: to))
    for row in store.rows(of: subjects) where store.value(0, of: row).isScalarText {
      guard let value = Bounded(store.text(0, of: row)) else { continue }
      if let gap {
        join.cannotSay(about: row, because: gap)
        continue
      }
      // Of several bounds the widest counts, and those of another kind do not.
      let first = lower.filter { $0.value.isComparable(with: value) }
        .min { $0.value.isBefore($1.value) }
      let last = upper.filter { $0.value.isComparable(with: value) }
        .max { $0.value.isBefore($1.value) }
      if let first, let last, last.value.isBefore(first.value) {
        // Nothing can lie there; the bounds are the mistake.
        join.cannotSay(
          about: row,
          because: "nothing lies within \(store.text(0, of: first.row)) to \(store.text(0, of: last.row))")
      } else if let first, value.isBefore(first.value) {
        join.drafts.append(draft(row, first, (first, last), isBefore: true, join))
      } else if let last, last.value.isBefore(value) {
        join.drafts.append(draft(row, last, (first, last), isBefore: false, join))
      }
    }
  }

  private func bounds(_ collectors: [Int], _ store: FactStore) -> [Bound] {
    store.rows(of: collectors).compactMap { row in
      guard store.value(0, of: row).isScalarText else { return nil }
      return Bounded(store.text(0, of: row)).map { Bound(row: row, value: $0) }
    }
  }

  private func draft(
    _ row: FactStore.Row, _ bound: Bound, _ bounds: (Bound?, Bound?), isBefore: Bool,
    _ join: RuleJoin
  ) -> Draft {
    let store = join.store
    let value = store.text(0, of: row)
    let limit = store.text(0, of: bound.row)
    let range =
      switch bounds {
      case (let first?, let last?):
        "\(store.text(0, of: first.row)) to \(store.text(0, of: last.row))"
      case (_?, nil): "\(limit) or later"
      default: "\(limit) or earlier"
      }
    var values = MessageTemplate.Values()
    values.value = value
    values.actual = value
    values.expected = range
    let isDate = if case .date = bound.value { true } else { false }
    let relation = isDate ? (isBefore ? "before" : "after") : (isBefore ? "less than" : "more than")
    let allowed = bounds.0 != nil && bounds.1 != nil ? "; it should be within \(range)" : ""
    var draft = join.draft(
      at: row, value: value, message: "\(value) is \(relation) \(limit)" + allowed,
      help: "correct it, or the bound", values: values)
    let place = store.place(0, of: bound.row)
    draft.related = [
      RelatedPlace(
        path: place.path, range: place.range,
        message: "the \(isBefore ? "lower" : "upper") bound is here")
    ]
    return draft
  }
}
