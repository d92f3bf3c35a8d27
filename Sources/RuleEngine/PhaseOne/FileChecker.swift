import Findings
package import SourceText
package import YAML

/// Phase one: checks single files and takes their facts. A pure function of the file's text, its path, the ruleset
/// and the rules in force, so that files can be checked in any order and at once.
package struct FileChecker: Sendable {
  private let ruleset: Ruleset
  let limits: Limits
  private let inForce: RulesInForce
  /// For each source, what looks at its files.
  private let work: [Work]

  /// What looks at the files of a source.
  private struct Work {
    /// The rules of phase one that say what form values have, which come first.
    var forms: [CheckedRule] = []
    /// The other rules of phase one.
    var checked: [CheckedRule] = []
    /// The rules of phase two, by number.
    var joined: [Int] = []
    /// What takes facts, by the rising number of the collectors.
    var collecting: [Collecting] = []

    /// All that looks at a file of several sources.
    static func + (left: Work, right: Work) -> Work {
      Work(
        forms: united(left.forms + right.forms), checked: united(left.checked + right.checked),
        joined: left.joined + right.joined,
        collecting: (left.collecting + right.collecting).sorted { $0.number < $1.number })
    }

    private static func united(_ rules: [CheckedRule]) -> [CheckedRule] {
      Dictionary(rules.map { ($0.number, $0) }) { $0.adding($1) }.values.sorted { $0.number < $1.number }
    }
  }

  /// A collector, with the rules that look at its rows. One reference, so that handing it on costs one count.
  private final class Collecting: Sendable {
    let number: Int
    let collector: FactPlan.Collector
    /// One bit for each rule, as in `FileFacts.selecting`.
    let selecting: [UInt64]

    init(_ number: Int, _ collector: FactPlan.Collector, selecting: [UInt64]) {
      self.number = number
      self.collector = collector
      self.selecting = selecting
    }
  }

  /// A checker for all files of a set.
  package init(_ ruleset: Ruleset, _ inForce: RulesInForce, limits: Limits = Limits()) {
    self.ruleset = ruleset
    self.inForce = inForce
    self.limits = limits
    var work = ruleset.sources.map { _ in Work() }
    var selecting: [[UInt64]] = ruleset.plan.collectors.map { _ in [] }
    for (number, rule) in ruleset.rules.enumerated() {
      guard let severity = inForce[rule.id] else { continue }
      let subjects = rule.kind.subjects
      for collector in subjects { selecting[collector].insertBit(number) }
      for source in rule.sources {
        if subjects.isEmpty {
          let selections = rule.scopes.filter { $0.source == source }.map(\.selection)
          let checked = CheckedRule(rule, number: number, severity: severity, selections: selections)
          if rule.kind.isAboutForm {
            work[source].forms.append(checked)
          } else {
            work[source].checked.append(checked)
          }
        } else {
          work[source].joined.append(number)
        }
      }
    }
    for number in ruleset.collectors(inForce: inForce).sorted() {
      let collector = ruleset.plan.collectors[number]
      work[collector.source].collecting.append(Collecting(number, collector, selecting: selecting[number]))
    }
    self.work = work
  }

  /// Checks one file.
  ///
  /// - Parameters:
  ///   - source: its text.
  ///   - path: its path from the data set's root, with `/`.
  ///   - sources: the sources that it belongs to, by number (`Ruleset.sources(of:)`).
  package func check(_ source: SourceText, path: String, sources: [Int]) -> FileResult {
    check(loadYAML(source, limits: limits), of: source, path: path, sources: sources)
  }

  /// The same for a file that was already read as YAML.
  package func check(_ loaded: LoadedFile, of source: SourceText, path: String, sources: [Int])
    -> FileResult
  {
    let problems = findings(of: loaded, path: path)
    guard let tree = loaded.tree else {
      let isOverLimit = loaded.problems.contains { $0.kind == .limit }
      var result = unreadable(
        path: path, sources: sources,
        reason: isOverLimit ? "\(path) goes over a limit" : "\(path) is no valid YAML")
      result.findings = problems.sorted()
      return result
    }
    guard tree.documents.isEmpty, !sources.isEmpty, let empty = loadYAML(SourceText("---\n")).tree
    else {
      return check(tree, path: path, sources: sources, problems: problems)
    }
    // A file without a document is checked as one that says null, so that a schema can miss what it needs. To
    // other files it says nothing yet: that what they name is not there cannot be held against them.
    var result = check(empty, path: path, sources: sources, problems: problems)
    result.move(to: ByteRange(at: source.contentStart))
    result.facts = .empty(path: path, sources: sources)
    let silent = unreadable(path: path, sources: sources, reason: "\(path) is empty").notChecked
    let told = Set(result.findings.map(\.rule))
    result.notChecked = Set(result.notChecked + silent.filter { !told.contains($0.rule) }).sorted()
    return result
  }

  /// What is wrong with a file as YAML.
  func findings(of loaded: LoadedFile, path: String) -> [Finding] {
    loaded.problems.compactMap { problem in
      inForce[BuiltInRules.id(for: problem.kind)].map {
        problem.finding(path: path, severity: $0, tree: loaded.tree)
      }
    }
  }

  /// What there is to say of a file that could not be read at all: that its rules did not check it.
  ///
  /// - Parameter reason: why, as a part of a sentence.
  package func unreadable(path: String, sources: [Int], reason: String) -> FileResult {
    let rules = Set(
      sources.flatMap { (work[$0].forms + work[$0].checked).map(\.number) + work[$0].joined }
    ).sorted()
    return FileResult(
      facts: .unreadable(path: path, sources: sources), findings: [],
      notChecked: rules.map { NotChecked(rule: ruleset.rules[$0].id, path: path, reason: reason) })
  }

  func check(_ tree: Tree, path: String, sources: [Int], problems: [Finding]) -> FileResult {
    guard let first = sources.first else {
      let facts = FactCollector(tree: tree, path: path, sources: sources).finish()
      return FileResult(facts: FileFacts(facts), findings: problems.sorted(), notChecked: [])
    }
    let work = sources.dropFirst().reduce(work[first]) { $0 + self.work[$1] }
    var selecting = [UInt64](repeating: 0, count: (ruleset.rules.count + 63) >> 6)
    let check = documentCheck(tree, path: path, work, &selecting)
    var contents = contents(of: tree, path: path, sources: sources, work, check?.doubts, &selecting)
    contents.selecting = selecting
    let facts = FileFacts(contents)
    guard let check else { return FileResult(facts: facts, findings: problems.sorted(), notChecked: []) }
    return FileResult(
      facts: facts,
      findings: (problems + FindingCompleter(tree: tree).findings(check.drafts)).sorted(),
      notChecked: check.notChecked.isEmpty ? [] : Set(check.notChecked).sorted())
  }

  /// What the rules of phase one say of a file; nothing when there are none. What the first of them refuse is not judged
  /// again.
  private func documentCheck(
    _ tree: Tree, path: String, _ work: Work, _ selecting: inout [UInt64]
  ) -> DocumentCheck? {
    guard let rule = work.forms.first ?? work.checked.first, let document = tree.documents.first else {
      return nil
    }
    var check = DocumentCheck(path: path, tree: tree, root: document.root, checked: rule)
    for rule in work.forms { run(rule, &check, &selecting) }
    let refusals = check.drafts
    check.drafts = []
    for rule in work.checked { run(rule, &check, &selecting) }
    if !check.drafts.isEmpty { check.dropRepetitions() }
    check.drafts += refusals
    return check
  }

  private func run(_ rule: CheckedRule, _ check: inout DocumentCheck, _ selecting: inout [UInt64]) {
    check.checked = rule
    let first = check.drafts.count
    defer { check.keepMost(from: first) }
    for document in check.tree.documents {
      check.root = document.root
      for selection in rule.selections {
        var isComplete = true
        let nodes = selection.nodes(in: check.tree, root: document.root, isComplete: &isComplete)
        if !isComplete { check.cannotSay("its query takes too long") }
        guard !nodes.isEmpty else { continue }
        selecting.insertBit(rule.number)
        rule.rule.kind.check(nodes, &check)
      }
    }
  }

  private func contents(
    of tree: Tree, path: String, sources: [Int], _ work: Work, _ doubts: Doubts?, _ selecting: inout [UInt64]
  ) -> FileFacts.Contents {
    var collector = FactCollector(tree: tree, path: path, sources: sources, doubts: doubts ?? Doubts())
    for collecting in work.collecting
    where collector.collect(collecting.collector, number: collecting.number) {
      selecting.formUnion(collecting.selecting)
    }
    var contents = collector.finish()
    if let doubts, !doubts.isEmpty { contents.note(doubts, work.collecting.map(\.number), ruleset) }
    return contents
  }
}

extension DocumentCheck {
  /// Takes out what only repeats a finding: what was concluded from a value that is refused, and that things do
  /// not stand where their values have them, when one of these is wrong.
  fileprivate mutating func dropRepetitions() {
    if !doubts.refused.isEmpty { drafts.removeAll { doubts.refuses($0.basis) } }
    let judged = drafts.filter { $0.judgement == .conclusion }
    for draft in judged where draft.severity == .error { doubts.add(decisive: draft.basis) }
    guard drafts.contains(where: { $0.judgement == .arrangement }) else { return }
    var weights: [NodeID: Severity] = [:]
    for draft in judged {
      for node in draft.basis { weights[node] = max(draft.severity, weights[node] ?? draft.severity) }
    }
    drafts.removeAll { draft in
      draft.judgement == .arrangement
        && draft.basis.contains { weights[$0].map { $0 > draft.severity } ?? false }
    }
  }
}

extension FileFacts.Contents {
  /// Notes what is doubted of what these facts have.
  fileprivate mutating func note(_ doubts: Doubts, _ collectors: [Int], _ ruleset: Ruleset) {
    doubted = collectors.filter { doubts.concern(ruleset.plan.collectors[$0]) }
      .map { UInt16(truncatingIfNeeded: $0) }
    var wrong = doubts.refused
    if !doubts.decisive.isEmpty {
      // The key of an entry may be what is wrong, or what it is put together of.
      for index in ruleset.indexes {
        let rows = values(of: index.entries)
        let width = ruleset.plan.collectors[index.entries].width
        for row in stride(from: rows.lowerBound, to: rows.upperBound, by: width) {
          for column in [Ruleset.Index.key] + index.partsOfKey {
            let node = NodeID(index: values[row + column].node)
            if doubts.decisive.contains(node) { wrong.insert(node) }
          }
        }
      }
    }
    refused = wrong.map(\.index).sorted()
  }
}

extension FileResult {
  /// Puts everything to one place: for a file that has no nodes to point at.
  fileprivate mutating func move(to range: ByteRange) {
    for index in findings.indices {
      findings[index].range = range
      findings[index].fixes = []
    }
  }
}

extension Ruleset {
  /// The collectors that the rules in force need, by number.
  func collectors(inForce: RulesInForce) -> Set<Int> {
    var numbers: Set<Int> = []
    for rule in rules where inForce[rule.id] != nil {
      numbers.formUnion(rule.kind.subjects)
      numbers.formUnion(rule.kind.others)
      for index in rule.kind.indexes { numbers.formUnion(indexes[index].collectors) }
    }
    if inForce["duplicate-key"] != nil {
      for index in indexes { numbers.formUnion(index.collectors) }
    }
    return numbers
  }
}

extension Ruleset.Index {
  /// The collectors of its entries and aliases.
  var collectors: [Int] { [entries] + (aliases.map { [$0] } ?? []) }
}
