package import Findings
import SourceText
import Spelling

/// Phase two over facts that change: what each rule says is kept, and only the rules that a change touches are asked
/// again. What it says is always what `Join` says of the same facts.
package struct LiveJoin: Sendable {
  /// What one rule says.
  fileprivate struct Said: Sendable {
    /// By the path of the file that it is about.
    var drafts: [String: [Draft]] = [:]
    /// By the path of the file that it is about.
    var notChecked: [String: Set<NotChecked>] = [:]
    /// How many related places there are in each file that has some, by path.
    var related: [String: Int] = [:]
  }

  let ruleset: Ruleset
  let inForce: RulesInForce
  /// The facts.
  package private(set) var store: FactStore
  private(set) var gaps: Gaps
  /// For each rule by number; nothing for one that is not in force or not of phase two.
  private var said: [Said?]
  /// What `duplicate-key` says, with what the ruleset's own rules say better.
  private var duplicates = Said()
  private(set) var tables: [IndexTable?]
  private var finders: [[Int]: ClosestFinder] = [:]
  /// What has become something else of what refers to what, since that was asked last.
  private var keyChange: KeyChange = []
  /// How many symbols the store had when it was made.
  private var firstSymbols: Int

  /// Joins the facts of all files, in any order.
  package init(_ facts: [FileFacts], _ ruleset: Ruleset, _ inForce: RulesInForce) {
    self.ruleset = ruleset
    self.inForce = inForce
    store = FactStore(facts, for: ruleset)
    firstSymbols = store.symbolCount
    gaps = Gaps(store, ruleset, isComplete: false)
    said = ruleset.rules.map { _ in nil }
    tables = ruleset.indexes.map { _ in nil }
    _ = join(ruleset.rules.indices.map { Work(rule: $0, onlyIn: nil) }, duplicateKeys: true)
  }

  /// What could not be decided, sorted.
  package var notChecked: [NotChecked] {
    (said + [duplicates]).flatMap { $0?.notChecked.values.flatMap(\.self) ?? [] }.sorted()
  }

  /// What could not be decided about the file at `path`.
  package func notChecked(of path: String) -> [NotChecked] {
    (said + [duplicates]).flatMap { $0?.notChecked[path].map(Array.init) ?? [] }
  }

  /// The paths of all files that something is said of.
  package var paths: Set<String> {
    said.reduce(into: Set(duplicates.drafts.keys)) { $0.formUnion($1.map { Set($0.drafts.keys) } ?? []) }
  }

  /// What is said of the file at `path`; `FindingCompleter` makes findings of it.
  package func drafts(of path: String) -> [Draft] {
    said.flatMap { $0?.drafts[path] ?? [] }.joined(with: duplicates.drafts[path] ?? [], ruleset)
  }
}

// MARK: Changes

extension LiveJoin {
  /// A file's facts, or that it is gone.
  package enum Change: Sendable {
    /// The file is there, and says this.
    case facts(FileFacts)
    /// The file at this path is not there any more.
    case gone(String)

    fileprivate var path: String {
      switch self {
      case .facts(let facts): facts.path
      case .gone(let path): path
      }
    }

    fileprivate var facts: FileFacts? {
      if case .facts(let facts) = self { facts } else { nil }
    }
  }

  /// Takes changes in, and joins again what they touch.
  ///
  /// - Returns: the paths of the files of which something else is said than before.
  package mutating func apply(_ changes: [Change]) -> Set<String> {
    var changed: Set<Int> = []
    // For each collector whose rows only moved, the files in which they did.
    var moved: [Int: Set<String>] = [:]
    var mayHaveOtherGaps = false
    let files = Set(changes.map(\.path))
    let used = keys.usedEntries(in: files)
    for change in changes {
      let before = store.facts(of: change.path)
      let difference = FactDifference(from: before, to: change.facts)
      for (collector, kind) in difference.changes {
        switch kind {
        case .none: continue
        case .moved: moved[collector, default: []].insert(change.path)
        case .changed: changed.insert(collector)
        }
      }
      mayHaveOtherGaps =
        mayHaveOtherGaps || before?.state != change.facts?.state || before?.sources != change.facts?.sources
        || before?.refused ?? [] != change.facts?.refused ?? []
        || before?.doubted ?? [] != change.facts?.doubted ?? []
      forgetTables(difference, isAtSamePlace: (before == nil) == (change.facts == nil))
      switch change {
      case .facts(let facts): store.replace(with: facts)
      case .gone(let path): store.remove(path)
      }
    }
    dropWhatIsOld()
    let otherGaps = mayHaveOtherGaps ? refreshGaps() : []
    var work: [Work] = []
    for (number, rule) in ruleset.rules.enumerated() {
      let others = rule.others(ruleset)
      if otherGaps?.isDisjoint(with: others.map { ruleset.plan.collectors[$0].source }) != true
        || isTouched(others, said[number], changed, moved)
      {
        work.append(Work(rule: number, onlyIn: nil))
      } else if isTouched(rule.kind.subjects, said[number], changed, moved) {
        work.append(Work(rule: number, onlyIn: files.count == 1 ? files.first : nil))
      }
    }
    let names = ruleset.indexes.flatMap(\.collectors)
    defer {
      if !changed.isDisjoint(with: names) { keyChange.insert(.entries) }
      if keys.usedEntries(in: files) != used { keyChange.insert(.uses) }
    }
    return join(work, duplicateKeys: otherGaps == nil || isTouched(names, duplicates, changed, moved))
  }

  /// What has become something else of what refers to what, since this was asked last.
  package mutating func takeKeyChange() -> KeyChange {
    defer { keyChange = [] }
    return keyChange
  }

  /// A rule that is asked again.
  private struct Work {
    /// The rule's number.
    let rule: Int
    /// The only file in which what the rule selects has changed; nothing when more has.
    let onlyIn: String?
  }

  private func isTouched(
    _ collectors: [Int], _ said: Said?, _ changed: Set<Int>, _ moved: [Int: Set<String>]
  ) -> Bool {
    collectors.contains { collector in
      if changed.contains(collector) { return true }
      guard let files = moved[collector], let said else { return false }
      return files.contains(where: said.speaks)
    }
  }

  /// Finds out again what is not known; the sources of which that is something else than before.
  private mutating func refreshGaps() -> Set<Int>? {
    let now = Gaps(store, ruleset, isComplete: false)
    defer { gaps = now }
    return now.differences(from: gaps)
  }

  /// Drops the tables whose rows are not what or where they were.
  private mutating func forgetTables(_ difference: FactDifference, isAtSamePlace: Bool) {
    for (number, index) in ruleset.indexes.enumerated() {
      let isChanged = index.collectors.contains { difference.changes[$0] == .changed }
      if isChanged { finders = finders.filter { !$0.key.contains(number) } }
      if isChanged || !isAtSamePlace || index.collectors.contains(where: difference.shifted.contains) {
        tables[number] = nil
      }
    }
  }

  /// What is typed letter by letter leaves symbols and values behind that nothing has any more.
  private mutating func dropWhatIsOld() {
    guard
      store.symbolCount > 2 * firstSymbols + 10_000 || store.oldCount > store.valueCount / 2 + 10_000
    else { return }
    store = FactStore(store.files, for: ruleset)
    firstSymbols = store.symbolCount
    tables = ruleset.indexes.map { _ in nil }
  }
}

// MARK: Joining

extension LiveJoin {
  /// Asks some rules again; the paths of the files of which they say something else than before.
  private mutating func join(_ work: [Work], duplicateKeys: Bool) -> Set<String> {
    var paths: Set<String> = []
    var join: RuleJoin?
    for item in work {
      let (number, rule) = (item.rule, ruleset.rules[item.rule])
      guard !rule.kind.subjects.isEmpty, let severity = inForce[rule.id] else { continue }
      if join == nil {
        join = RuleJoin(rule, severity, ruleset, store, gaps, inForce)
        join?.tables = tables
        join?.finders = finders
        // One owner, so that what a join adds to them copies nothing.
        tables = []
        finders = [:]
      }
      join?.begin(rule, severity)
      if var current = join.take() {
        let wasSilent = item.onlyIn.map { said[number]?.speaks(of: $0) == false } ?? false
        if let path = item.onlyIn, said[number] != nil,
          rule.kind.join(&current, onlyIn: path, wasSilent: wasSilent)
        {
          let now = Said(gaps.unrefused(current.drafts), current.notChecked)
          if said[number]?.isSame(as: now, in: path) == false {
            paths.insert(path)
            said[number]?.replace(path, with: now)
          }
        } else {
          rule.kind.join(&current)
          let now = Said(gaps.unrefused(current.drafts), current.notChecked)
          paths.formUnion(now.differences(from: said[number] ?? Said()))
          said[number] = now
        }
        join = consume current
      }
    }
    if let join {
      tables = join.tables
      finders = join.finders
    }
    if duplicateKeys, let severity = inForce["duplicate-key"] {
      let found = DuplicateKeys(ruleset, store, gaps, severity).findings()
      let now = Said(found.drafts, found.notChecked)
      paths.formUnion(now.differences(from: duplicates))
      duplicates = now
    }
    return paths
  }
}

extension LiveJoin.Said {
  fileprivate init(_ drafts: [Draft], _ notChecked: Set<NotChecked>) {
    self.drafts = Dictionary(grouping: drafts, by: \.path)
    for note in notChecked { self.notChecked[note.path, default: []].insert(note) }
    countRelated(drafts, by: 1)
  }

  private mutating func countRelated(_ drafts: [Draft], by step: Int) {
    for place in drafts.lazy.flatMap(\.related) {
      let count = related[place.path, default: 0] + step
      related[place.path] = count == 0 ? nil : count
    }
  }

  /// Whether it speaks of the file at `path`, as the place of a finding or a related one.
  fileprivate func speaks(of path: String) -> Bool { drafts[path] != nil || related[path] != nil }

  /// Puts what `other` says of one file in place of what was said of it.
  fileprivate mutating func replace(_ path: String, with other: Self) {
    countRelated(drafts[path] ?? [], by: -1)
    drafts[path] = other.drafts[path]
    countRelated(drafts[path] ?? [], by: 1)
    notChecked[path] = other.notChecked[path]
  }

  /// Whether it says the same of one file. What is not checked of it counts as well, since a suppression there is
  /// judged by it.
  fileprivate func isSame(as other: Self, in path: String) -> Bool {
    drafts[path] == other.drafts[path] && notChecked[path] == other.notChecked[path]
  }

  /// The files of which it says something else.
  fileprivate func differences(from other: Self) -> Set<String> {
    var paths: Set<String> = []
    for all in [self, other] {
      for path in all.drafts.keys where !isSame(as: other, in: path) { paths.insert(path) }
      for path in all.notChecked.keys where !isSame(as: other, in: path) { paths.insert(path) }
    }
    return paths
  }
}

extension Rule {
  /// All collectors whose rows the rule looks at, beside those of what it selects itself.
  fileprivate func others(_ ruleset: Ruleset) -> [Int] {
    kind.others + kind.indexes.flatMap { ruleset.indexes[$0].collectors }
      + kind.collectorsOfOtherRules(ruleset)
  }
}
