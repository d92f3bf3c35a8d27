import Findings
import SourceText
import YAML

/// `total: {count: {source, select}}` or `sum:`, with `is`: a number is how many nodes there are elsewhere, or the
/// sum of their values.
struct TotalRule: RuleKind {
  static let name = "total"

  private enum Relation {
    case equal, atLeast, atMost
  }

  let subjects: [Int]
  let others: [Int]
  private let isSum: Bool
  private let relation: Relation

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    guard let fields = reading.fields(of: node, what: "a total", allowed: ["count", "sum", "is"])
    else {
      return nil
    }
    let relations = [("equal", Relation.equal), ("at-least", .atLeast), ("at-most", .atMost)]
    let relation =
      fields["is"].map { _ in fields.choice("is", relations, &reading.mistakes) } ?? .equal
    isSum = fields["sum"] != nil
    if let sum = fields.key("sum"), fields["count"] != nil {
      reading.mistakes.add(
        "a total has either count or sum, not both", in: reading.file,
        at: reading.tree.range(of: sum),
        help: "keep one of the two")
      return nil
    }
    if fields.lacks("count", "sum") {
      reading.mistake(
        "a total needs count or sum", at: node, help: "say what the number is the total of")
    }
    guard let counted = fields["count"] ?? fields["sum"] else { return nil }
    guard let scopes = reading.scopes(counted), let relation else { return nil }
    self.relation = relation
    others = reading.collectors(scopes)
    subjects = reading.collectors(reading.scopes)
  }

  func collectorsOfOtherRules(_ ruleset: Ruleset) -> [Int] {
    isSum ? [] : ruleset.collectorsOfRepetitions(in: ruleset.sources(of: others))
  }

  func join(_ join: inout RuleJoin) {
    let store = join.store
    // Only numbers are summed up; anything is counted.
    let counted = store.rows(of: others).filter { !isSum || store.kind(0, of: $0) == .number }
    let total = total(of: counted, store)
    let gap =
      join.gap(inCollectors: others)
      ?? (total == nil ? "the sum has a number that is not finite, or is too large" : nil)
    for row in store.rows(of: subjects) where store.kind(0, of: row) == .number {
      guard let claimed = Number(coreSchema: store.text(0, of: row)) else { continue }
      guard let total, gap == nil else {
        join.cannotSay(about: row, because: gap ?? "")
        continue
      }
      guard !holds(claimed, total) else { continue }
      // What stands there twice has a finding of its own, and goes away.
      let fewest = isSum ? total : Number(counted.count - repeated(counted, &join))
      if isSum || !mayHold(claimed, from: fewest, to: total), join.mayTell(about: row) {
        join.drafts.append(draft(row, total, counted, join))
      }
    }
  }

  /// How many of some rows are counted a second time.
  private func repeated(_ rows: [FactStore.Row], _ join: inout RuleJoin) -> Int {
    let repeated = join.repeated(in: join.ruleset.sources(of: others))
    return rows.count { repeated.contains(FactNode(0, of: $0, join.store)) }
  }

  /// Whether the number is right for some count of those between two.
  private func mayHold(_ claimed: Number, from fewest: Number, to most: Number) -> Bool {
    switch relation {
    case .equal: !(claimed < fewest) && !(most < claimed)
    case .atLeast: holds(claimed, fewest)
    case .atMost: holds(claimed, most)
    }
  }

  private func total(of rows: [FactStore.Row], _ store: FactStore) -> Number? {
    guard isSum else { return Number(rows.count) }
    var sum = Number(0)
    for row in rows {
      guard let number = Number(coreSchema: store.text(0, of: row)), let next = sum.adding(number)
      else {
        return nil
      }
      sum = next
    }
    return sum
  }

  private func holds(_ claimed: Number, _ total: Number) -> Bool {
    switch relation {
    case .equal: claimed == total
    case .atLeast: !(claimed < total)
    case .atMost: !(total < claimed)
    }
  }

  private func draft(
    _ row: FactStore.Row, _ total: Number, _ counted: [FactStore.Row], _ join: RuleJoin
  ) -> Draft {
    let store = join.store
    let value = store.text(0, of: row)
    var values = MessageTemplate.Values()
    values.value = value
    values.actual = value
    values.expected = total.description
    values.count = total.description
    let sources = others.map { join.ruleset.sources[join.ruleset.plan.collectors[$0].source].name }
    let what = isSum ? "the sum in" : "the number in"
    let place = "\(what) \(sources.uniqued.joined(separator: " and "))"
    let message =
      switch relation {
      case .equal: "\(value) is here, but \(place) is \(total)"
      case .atLeast: "\(value) is here, but it should be at least \(total), \(place)"
      case .atMost: "\(value) is here, but it should be at most \(total), \(place)"
      }
    var draft = join.draft(
      at: row, value: value, message: message,
      help: "correct the number, or what is \(isSum ? "summed up" : "counted")", values: values)
    draft.related = join.related(counted, "it is counted here")
    return draft
  }
}
