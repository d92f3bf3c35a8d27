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
    let run = begin(store)
    return run.result(run.groups.map { run.said(by: $0) })
  }

  /// The same in parts that can be done side by side.
  package func begin(_ store: FactStore) -> Run {
    Run(ruleset, inForce, store, Gaps(store, ruleset, isComplete: isComplete))
  }

  /// A join that is going on.
  package struct Run: Sendable {
    /// Rules that look into the same index first, and so share its table; any other rule alone.
    package struct Group: Sendable {
      fileprivate var rules: [Rule]
    }

    /// What some rules say.
    package struct Said: Sendable {
      fileprivate var drafts: [Draft] = []
      fileprivate var notChecked: Set<NotChecked> = []
    }

    /// All rules that are joined.
    package let groups: [Group]

    private let ruleset: Ruleset
    private let inForce: RulesInForce
    private let store: FactStore
    private let gaps: Gaps

    fileprivate init(_ ruleset: Ruleset, _ inForce: RulesInForce, _ store: FactStore, _ gaps: Gaps) {
      self.ruleset = ruleset
      self.inForce = inForce
      self.store = store
      self.gaps = gaps
      var groups: [Group] = []
      var groupOfIndex: [Int: Int] = [:]
      for rule in ruleset.rules where inForce[rule.id] != nil && !rule.kind.subjects.isEmpty {
        if let index = rule.kind.indexes.first, let group = groupOfIndex[index] {
          groups[group].rules.append(rule)
        } else {
          if let index = rule.kind.indexes.first { groupOfIndex[index] = groups.count }
          groups.append(Group(rules: [rule]))
        }
      }
      self.groups = groups
    }

    /// What the rules of a group say.
    package func said(by group: Group) -> Said {
      var said = Said()
      var join: RuleJoin?
      for rule in group.rules {
        guard let severity = inForce[rule.id] else { continue }
        if join == nil { join = RuleJoin(rule, severity, ruleset, store, gaps, inForce) }
        join?.begin(rule, severity)
        if var current = join.take() {
          rule.kind.join(&current)
          said.drafts += gaps.unrefused(current.drafts)
          said.notChecked.formUnion(current.notChecked)
          join = consume current
        }
      }
      return said
    }

    /// What all groups say together, each having said what it has to say.
    package func result(_ all: [Said]) -> JoinResult {
      var drafts = all.flatMap(\.drafts)
      var notChecked = all.reduce(into: Set<NotChecked>()) { $0.formUnion($1.notChecked) }
      if let severity = inForce["duplicate-key"] {
        let duplicates = DuplicateKeys(ruleset, store, gaps, severity).findings()
        drafts = drafts.joined(with: duplicates.drafts, ruleset)
        notChecked.formUnion(duplicates.notChecked)
      }
      return JoinResult(
        drafts: Dictionary(grouping: drafts, by: \.path), notChecked: notChecked.sorted())
    }
  }
}

extension [Draft] {
  /// These drafts and those of the rule `duplicate-key`. A key that stands twice is said once, by the ruleset's own rule of the
  /// kind unique, which knows better what it means, unless that weighs less.
  func joined(with duplicates: [Draft], _ ruleset: Ruleset) -> [Draft] {
    guard !duplicates.isEmpty else { return self }
    let unique = Set(ruleset.rules.filter { $0.kindName == UniqueRule.name }.map(\.id))
    var said: [SaidPlace: Severity] = [:]
    for draft in self where unique.contains(draft.rule) {
      said[SaidPlace(draft)] = Swift.max(draft.severity, said[SaidPlace(draft)] ?? draft.severity)
    }
    guard !said.isEmpty else { return self + duplicates }
    let unsaid = duplicates.filter { draft in said[SaidPlace(draft)].map { $0 < draft.severity } ?? true }
    let heavier = Set(unsaid.map { SaidPlace($0) })
    return filter { !unique.contains($0.rule) || !heavier.contains(SaidPlace($0)) } + unsaid
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
