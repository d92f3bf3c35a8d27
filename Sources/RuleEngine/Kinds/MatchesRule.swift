import Findings
import SourceText
import YAML

/// `matches: {union: [{source, select}…], index?}`: as a set, a list is the union of what is found elsewhere.
struct MatchesRule: RuleKind {
  static let name = "matches"

  let subjects: [Int]
  /// What the union is made of.
  private let union: [Int]
  /// The elements of the lists, each with its list.
  private let elements: [Int]
  private let index: Int?

  var others: [Int] { union + elements }
  var indexes: [Int] { index.map { [$0] } ?? [] }

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    guard let fields = reading.fields(of: node, what: "matches", allowed: ["union", "index"]) else {
      return nil
    }
    let union = fields.required("union", &reading.mistakes).flatMap { reading.scopes($0) }
    let index = fields["index"].map { reading.index($0) }
    if case .some(.some(let index)) = index {
      reading.messageAttributes = reading.around.indexes[index].attributes
    }
    guard let union, let all = try? Selection("@[*]"), let list = try? ValueTemplate("@") else {
      return nil
    }
    if case .some(nil) = index { return nil }
    self.index = index ?? nil
    self.union = reading.collectors(union)
    subjects = reading.collectors(reading.scopes, place: .key)
    elements = reading.scopes.map {
      reading.around.plan.collector(
        FactPlan.Collector(
          source: $0.source, selection: $0.selection, expansion: all, values: [list]))
    }
  }

  /// Values by the symbols that they are compared by.
  private struct Values {
    var symbols: Set<UInt32> = []
    /// The values that the index does not know, which stay out.
    var unknown: Set<UInt32> = []
    /// Those of them that a rule about references tells of.
    var told: Set<UInt32> = []
  }

  /// A list of a file, as one number.
  private static func list(_ node: UInt32, of file: UInt32) -> Int { Int(file) << 32 | Int(node) }

  func collectorsOfOtherRules(_ ruleset: Ruleset) -> [Int] {
    indexes.flatMap { ruleset.collectorsOfJudges(by: $0, in: ruleset.sources(of: others)) }
  }

  func join(_ join: inout RuleJoin) {
    let store = join.store
    var there = values(store.symbols(of: union), &join)
    findTold(of: &there, among: store.rows(of: union), of: union, &join)
    var listed: [Int: [FactStore.Row]] = [:]
    for row in store.rows(of: elements) {
      listed[Self.list(store.value(1, of: row).node, of: row.file), default: []].append(row)
    }
    for row in store.rows(of: subjects) where store.kind(0, of: row) == .place {
      let rows = listed[Self.list(store.value(0, of: row).node, of: row.file)] ?? []
      compare(row, rows, there, &join)
    }
  }

  private func compare(
    _ row: FactStore.Row, _ elements: [FactStore.Row], _ there: Values, _ join: inout RuleJoin
  ) {
    let store = join.store
    let texts = elements.filter { store.kind(0, of: $0).isScalarText }
    var listed = values(texts.map { store.symbol(0, of: $0) }, &join)
    findTold(of: &listed, among: texts, of: self.elements, &join)
    if !listed.unknown.isEmpty || !there.unknown.isEmpty, let gap = join.gap(inIndexes: indexes) {
      join.cannotSay(about: row, because: gap)
    }
    let missing = differing(there, listed, &join)
    if !missing.isEmpty, let doubt = join.doubt(aboutCollectors: self.elements, in: store.path(of: row)) {
      join.cannotSay(about: row, because: doubt)
    } else if !missing.isEmpty {
      let places = places(of: missing, among: store.rows(of: union), &join)
      let byText = places.sorted { store.text(of: $0.key).precedesInBytes(store.text(of: $1.key)) }
      for (symbol, places) in byText where join.mayTell(about: row) {
        join.drafts.append(self.missing(symbol, places, row, join))
      }
    }
    let extra = differing(listed, there, &join)
    guard !extra.isEmpty else { return }
    if let gap = join.gap(inCollectors: union) { return join.cannotSay(about: row, because: gap) }
    let rows = places(of: extra, among: texts, &join).values.flatMap(\.self)
    for row in rows.sorted(by: { $0.start < $1.start }) where join.mayTell(about: row) {
      let value = store.text(0, of: row)
      var values = MessageTemplate.Values()
      values.value = value
      values.actual = value
      join.drafts.append(
        join.draft(
          at: row, value: value, message: "\(value.shown) is listed here, but is not in \(sources(join))",
          help: "remove it, or add it where it is missing", values: filled(values, join)))
    }
  }

  private func findTold(
    of values: inout Values, among rows: @autoclosure () -> [FactStore.Row], of collectors: [Int],
    _ join: inout RuleJoin
  ) {
    guard let index, !values.unknown.isEmpty else { return }
    values.told = join.told(values.unknown, among: rows(), of: collectors, index: index)
  }

  /// The values on one side that the other certainly does not have, misspelt neither.
  private func differing(_ side: Values, _ other: Values, _ join: inout RuleJoin) -> Set<UInt32> {
    let differing = side.symbols.subtracting(other.symbols)
    guard let index, !differing.isEmpty else { return differing }
    return join.certain(differing, besides: other.told, index: index)
  }

  /// For each of some values the rows that have it.
  private func places(
    of symbols: Set<UInt32>, among rows: [FactStore.Row], _ join: inout RuleJoin
  ) -> [UInt32: [FactStore.Row]] {
    var places: [UInt32: [FactStore.Row]] = [:]
    for row in rows where join.store.kind(0, of: row).isScalarText {
      guard let symbol = compared(join.store.symbol(0, of: row), &join), symbols.contains(symbol) else {
        continue
      }
      places[symbol, default: []].append(row)
    }
    return places
  }

  private func missing(
    _ symbol: UInt32, _ places: [FactStore.Row], _ row: FactStore.Row, _ join: RuleJoin
  ) -> Draft {
    let value = join.store.text(of: symbol)
    var values = MessageTemplate.Values()
    values.value = value
    values.expected = value
    var draft = join.draft(
      at: row, value: value, message: "\(value.shown) is missing here; it is in \(sources(join))",
      help: "add \(value.shown) to the list", values: filled(values, join))
    draft.related = join.related(places, "\(value.shown) is used here")
    return draft
  }

  private func filled(_ values: MessageTemplate.Values, _ join: RuleJoin) -> MessageTemplate.Values {
    var values = values
    values.index = index.map { join.ruleset.indexes[$0].name } ?? ""
    return values
  }

  private func sources(_ join: RuleJoin) -> String {
    union.map { join.ruleset.sources[join.ruleset.plan.collectors[$0].source].name }.uniqued
      .joined(separator: " or ")
  }

  /// Values as they are compared. Those that the index does not know are left to the rules about references.
  private func values(_ symbols: [UInt32], _ join: inout RuleJoin) -> Values {
    var values = Values()
    for symbol in symbols {
      if let known = compared(symbol, &join) {
        values.symbols.insert(known)
      } else {
        values.unknown.insert(symbol)
      }
    }
    return values
  }

  /// What a value is compared by: with an index, the key that it means; nothing when the index does not know it.
  private func compared(_ symbol: UInt32, _ join: inout RuleJoin) -> UInt32? {
    guard let index else { return symbol }
    return join.resolve(symbol, in: [index]).0.keys.first
  }
}
