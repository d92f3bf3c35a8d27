import Findings
import SourceText
import YAML

/// `within: {from: {source, select}, to: {source, select}}`: dates or numbers lie between two bounds, each of which may
/// also be `today`.
struct WithinRule: RuleKind {
  static let name = "within"

  let subjects: [Int]
  private let from: Limit
  private let to: Limit

  var others: [Int] { [from, to].flatMap(\.collectors) }

  /// Where a bound comes from.
  private enum Limit: Equatable {
    /// There is no bound.
    case open
    /// The values of these collectors.
    case values([Int])
    /// The day that the call says.
    case today
    /// Nothing that could be a bound.
    case broken

    static let todayWord = "today"

    var collectors: [Int] {
      if case .values(let collectors) = self { collectors } else { [] }
    }
  }

  var judgesValues: Bool { true }

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    guard let fields = reading.fields(of: node, what: "within", allowed: ["from", "to"]) else {
      return nil
    }
    if fields.lacks("from", "to") {
      reading.mistake("within needs from or to", at: node, help: "say where the bounds are")
    }
    guard fields["from"] != nil || fields["to"] != nil else { return nil }
    let limits = ["from", "to"].map { fields[$0].map { WithinRule.limit($0, &reading) } ?? .open }
    guard !limits.contains(.broken) else { return nil }
    (from, to) = (limits[0], limits[1])
    subjects = reading.collectors(reading.scopes)
  }

  private static func limit(_ node: NodeID, _ reading: inout RuleReading) -> Limit {
    if reading.tree.hasText(node) {
      let text = reading.tree.text(of: node)
      if text == Limit.todayWord { return .today }
      reading.mistake(
        "a bound is {source: NAME, select: QUERY} or \(Limit.todayWord), but \(text) is here", at: node)
      return .broken
    }
    return reading.scopes(node).map { .values(reading.collectors($0)) } ?? .broken
  }

  /// A value that others are held against, as it is written, with its place when it has one in a file.
  private struct Bound {
    let value: Bounded
    let text: String
    let place: Place?
  }

  /// The widest bound for dates and the widest for numbers; one of another kind says nothing of a value.
  private struct Bounds {
    private var widest: [Bound] = []

    init(_ bounds: [Bound], isWider: (Bounded, Bounded) -> Bool) {
      for bound in bounds {
        if let index = widest.firstIndex(where: { $0.value.isComparable(with: bound.value) }) {
          if isWider(bound.value, widest[index].value) { widest[index] = bound }
        } else {
          widest.append(bound)
        }
      }
    }

    func bound(for value: Bounded) -> Bound? { widest.first { $0.value.isComparable(with: value) } }
  }

  func join(_ join: inout RuleJoin) {
    check(nil, &join)
  }

  func join(_ join: inout RuleJoin, onlyIn path: String, wasSilent: Bool) -> Bool {
    check(path, &join)
    return true
  }

  func wrongNodes(_ join: inout RuleJoin, in sources: Set<Int>) -> Set<FactNode> {
    verdicts(of: join.ruleset.collectors(subjects, in: sources), join).reduce(into: []) { nodes, item in
      if case .outside = item.verdict { nodes.insert(FactNode(0, of: item.row, join.store)) }
    }
  }

  /// - Parameter path: the only file that is checked; nothing for all.
  private func check(_ path: String?, _ join: inout RuleJoin) {
    for (row, verdict) in verdicts(of: subjects, in: path, join) {
      switch verdict {
      case .unknown(let reason): join.cannotSay(about: row, because: reason)
      case .outside(let bound, let bounds, let isBefore):
        guard join.mayTell(about: row) else { continue }
        join.drafts.append(draft(row, bound, bounds, isBefore: isBefore, join))
      }
    }
  }

  /// What there is to say of a value.
  private enum Verdict {
    /// Whether it lies within the bounds is not known.
    case unknown(String)
    /// It is before, or after, this one of the bounds.
    case outside(Bound, (Bound?, Bound?), isBefore: Bool)
  }

  /// What there is to say of the rows of some collectors; nothing of those that are right.
  ///
  /// - Parameter path: the only file whose rows are wanted; nothing for all.
  private func verdicts(
    of collectors: [Int], in path: String? = nil, _ join: RuleJoin
  ) -> [(row: FactStore.Row, verdict: Verdict)] {
    let store = join.store
    // Of several bounds the widest counts.
    let lower = Bounds(bounds(from, join)) { $0.isBefore($1) }
    let upper = Bounds(bounds(to, join)) { $1.isBefore($0) }
    let gap = gap(join)
    var verdicts: [UInt32: Verdict] = [:]
    for symbol in store.symbols(of: collectors, in: path) {
      verdicts[symbol] = verdict(on: store.text(of: symbol), lower, upper, gap)
    }
    // Values come again and again. Mostly all are right, and nobody has to know where they stand.
    guard !verdicts.isEmpty else { return [] }
    return store.rows(of: collectors, in: path).compactMap { row in
      guard store.kind(0, of: row).isScalarText else { return nil }
      return verdicts[store.symbol(0, of: row)].map { (row, $0) }
    }
  }

  /// What there is to say of a value; nothing when it is right.
  ///
  /// - Parameter gap: why the bounds are not known.
  private func verdict(on text: String, _ lower: Bounds, _ upper: Bounds, _ gap: String?) -> Verdict? {
    guard let value = Bounded(text) else { return nil }
    if let gap { return .unknown(gap) }
    let first = lower.bound(for: value)
    let last = upper.bound(for: value)
    if let first, let last, last.value.isBefore(first.value) {
      // Nothing can lie there; the bounds are the mistake.
      return .unknown("nothing lies within \(first.text) to \(last.text)")
    }
    if let first, value.isBefore(first.value) {
      return .outside(first, (first, last), isBefore: true)
    }
    if let last, last.value.isBefore(value) {
      return .outside(last, (first, last), isBefore: false)
    }
    return nil
  }

  /// Why the bounds are not known; nothing when they are.
  private func gap(_ join: RuleJoin) -> String? {
    for limit in [from, to] {
      switch limit {
      case .values(let collectors):
        // While a file with bounds is missing, the widest of them is not known.
        if let gap = join.gap(inCollectors: collectors) { return gap }
      case .today where join.today == nil: return "no --today was given"
      case .today, .open, .broken: continue
      }
    }
    return nil
  }

  private func bounds(_ limit: Limit, _ join: RuleJoin) -> [Bound] {
    let store = join.store
    switch limit {
    case .values(let collectors):
      return store.rows(of: collectors).compactMap { row in
        guard store.kind(0, of: row).isScalarText else { return nil }
        let text = store.text(0, of: row)
        return Bounded(text).map { Bound(value: $0, text: text, place: store.place(0, of: row)) }
      }
    case .today:
      guard let today = join.today, let value = Bounded(today) else { return [] }
      return [Bound(value: value, text: "today (\(today))", place: nil)]
    case .open, .broken: return []
    }
  }

  private func draft(
    _ row: FactStore.Row, _ bound: Bound, _ bounds: (Bound?, Bound?), isBefore: Bool,
    _ join: RuleJoin
  ) -> Draft {
    let value = join.store.text(0, of: row)
    let range =
      switch bounds {
      case (let first?, let last?): "\(first.text) to \(last.text)"
      case (_?, nil): "\(bound.text) or later"
      default: "\(bound.text) or earlier"
      }
    var values = MessageTemplate.Values()
    values.value = value
    values.actual = value
    values.expected = range
    let isDate = if case .date = bound.value { true } else { false }
    let relation = isDate ? (isBefore ? "before" : "after") : (isBefore ? "less than" : "more than")
    let allowed = bounds.0 != nil && bounds.1 != nil ? "; it should be within \(range)" : ""
    var draft = join.draft(
      at: row, value: value, message: "\(value) is \(relation) \(bound.text)" + allowed,
      help: bound.place == nil ? "correct it" : "correct it, or the bound", values: values)
    if let place = bound.place {
      draft.related = [
        RelatedPlace(
          path: place.path, range: place.range,
          message: "the \(isBefore ? "lower" : "upper") bound is here")
      ]
    }
    return draft
  }
}
