package import Findings
import SourceText

/// What phase two says.
package struct JoinResult: Sendable {
  /// What was found, by the path of the file that it is about; `FindingCompleter` makes findings of it.
  package let drafts: [String: [Draft]]

  /// What could not be decided, sorted.
  package let notChecked: [NotChecked]
}

/// Phase two: checks the facts of all files together.
package struct Join: Sendable {
  private let ruleset: Ruleset
  private let inForce: RulesInForce
  private let isComplete: Bool

  /// - Parameter isComplete: whether a source without a file is taken for one that has nothing to say. Else what
  ///   depends on it is not checked.
  package init(_ ruleset: Ruleset, _ inForce: RulesInForce, isComplete: Bool = false) {
    self.ruleset = ruleset
    self.inForce = inForce
    self.isComplete = isComplete
  }

  /// Joins the facts of all files.
  package func run(_ store: FactStore) -> JoinResult {
    let gaps = Gaps(store, ruleset, isComplete: isComplete)
    let joined = ruleset.rules.filter { !$0.kind.subjects.isEmpty }
    var drafts: [Draft] = []
    var notChecked: Set<NotChecked> = []
    var join: RuleJoin?
    for rule in joined {
      guard let severity = inForce[rule.id] else { continue }
      if join == nil { join = RuleJoin(rule, severity, ruleset, store, gaps, today: inForce.today) }
      join?.begin(rule, severity)
      if var current = join.take() {
        rule.kind.join(&current)
        drafts += current.drafts
        notChecked.formUnion(current.notChecked)
        join = consume current
      }
    }
    if let severity = inForce["duplicate-key"] {
      drafts += DuplicateKeys(ruleset, store, severity).drafts().unsaid(in: drafts, ruleset)
    }
    return JoinResult(
      drafts: Dictionary(grouping: drafts, by: \.path), notChecked: notChecked.sorted())
  }
}

extension [Draft] {
  /// Those drafts of the rule `duplicate-key` whose place none of `drafts` speaks of that come from the ruleset's own
  /// rules of the kind unique: a key that stands twice is said once, and the ruleset's own rule knows better what it
  /// means.
  func unsaid(in drafts: [Draft], _ ruleset: Ruleset) -> [Draft] {
    guard !isEmpty else { return [] }
    let unique = Set(ruleset.rules.filter { $0.kindName == UniqueRule.name }.map(\.id))
    let said = Set(drafts.lazy.filter { unique.contains($0.rule) }.map { SaidPlace($0) })
    return filter { !said.contains(SaidPlace($0)) }
  }
}

/// A place that a rule has spoken of.
private struct SaidPlace: Hashable {
  let path: String
  let range: ByteRange

  init(_ draft: Draft) {
    path = draft.path
    range = draft.range
  }
}
