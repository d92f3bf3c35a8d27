import Findings
import JSONPath
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
  /// What the programs of the sources are made for.
  private let purpose: FactProgram.Purpose

  /// What looks at the files of a source. One reference, so that handing it on costs one count.
  final class Work: Sendable {
    /// The rules of phase one that say what form values have, which come first.
    let forms: [CheckedRule]
    /// The other rules of phase one.
    let checked: [CheckedRule]
    /// The rules of phase two, by number.
    let joined: [Int]
    /// What takes facts.
    let program: FactProgram
    /// The selections of `forms` and of `checked` as paths of the program; nothing of those that are none.
    let formPaths: [[PathTable.Entry?]]
    let checkedPaths: [[PathTable.Entry?]]

    /// - Parameter makeProgram: makes the program, with a table that has some paths.
    init(
      forms: [CheckedRule], checked: [CheckedRule], joined: [Int], makeProgram: (PathTable) -> FactProgram
    ) {
      self.forms = forms
      self.checked = checked
      self.joined = joined
      var paths = PathTable()
      formPaths = forms.map { $0.selections.map { $0.path(in: &paths) } }
      checkedPaths = checked.map { $0.selections.map { $0.path(in: &paths) } }
      program = makeProgram(paths)
    }
  }

  /// A checker for all files of a set.
  package init(_ ruleset: Ruleset, _ inForce: RulesInForce, limits: Limits = Limits()) {
    self.ruleset = ruleset
    self.inForce = inForce
    self.limits = limits
    let sources = ruleset.sources.indices
    var forms: [[CheckedRule]] = sources.map { _ in [] }
    var checked = forms
    var joined: [[Int]] = sources.map { _ in [] }
    let uses = ruleset.collectorUses(inForce: inForce)
    let purpose = FactProgram.Purpose(ruleset, inForce, uses)
    self.purpose = purpose
    for (number, rule) in ruleset.rules.enumerated() {
      guard let severity = inForce[rule.id] else { continue }
      for source in rule.sources {
        guard rule.kind.subjects.isEmpty else {
          joined[source].append(number)
          continue
        }
        let selections = rule.scopes.filter { $0.source == source }.map(\.selection)
        let rule = CheckedRule(rule, number: number, severity: severity, selections: selections)
        if rule.rule.kind.isAboutForm {
          forms[source].append(rule)
        } else {
          checked[source].append(rule)
        }
      }
    }
    var collecting: [[Int]] = sources.map { _ in [] }
    for number in uses.indices where uses[number] > 0 {
      collecting[ruleset.plan.collectors[number].source].append(number)
    }
    work = sources.map { source in
      Work(forms: forms[source], checked: checked[source], joined: joined[source]) { paths in
        FactProgram(collecting[source], of: ruleset.plan, for: purpose, paths)
      }
    }
  }

  /// What looks at a file of some sources; there is at least one.
  private func work(of sources: [Int], _ memory: inout CheckMemory) -> Work {
    if sources.count == 1 { return work[sources[0]] }
    if let known = memory.work, known.sources == sources { return known.work }
    let parts = sources.map { work[$0] }
    let united = Work(
      forms: FileChecker.united(parts.flatMap(\.forms)),
      checked: FileChecker.united(parts.flatMap(\.checked)),
      joined: parts.flatMap(\.joined)
    ) { paths in
      let collectors = parts.flatMap { $0.program.steps.map(\.collector) }.sorted()
      return FactProgram(collectors, of: ruleset.plan, for: purpose, paths)
    }
    memory.work = (sources, united)
    return united
  }

  private static func united(_ rules: [CheckedRule]) -> [CheckedRule] {
    Dictionary(rules.map { ($0.number, $0) }) { $0.adding($1) }.values.sorted { $0.number < $1.number }
  }

  /// Checks one file.
  ///
  /// - Parameters:
  ///   - source: its text.
  ///   - path: its path from the data set's root, with `/`.
  ///   - sources: the sources that it belongs to, by number (`Ruleset.sources(of:)`).
  package func check(_ source: SourceText, path: String, sources: [Int]) -> FileResult {
    var memory = CheckMemory()
    return check(source, path: path, sources: sources, &memory)
  }

  /// The same with the memory of files that were checked before.
  package func check(
    _ source: SourceText, path: String, sources: [Int], _ memory: inout CheckMemory
  ) -> FileResult {
    let loaded = loadYAML(source, limits: limits, &memory.loading)
    return check(loaded, of: source, path: path, sources: sources, &memory)
  }

  /// The same for a file that was already read as YAML.
  package func check(
    _ loaded: LoadedFile, of source: SourceText, path: String, sources: [Int], _ memory: inout CheckMemory
  ) -> FileResult {
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
      return check(tree, path: path, sources: sources, problems: problems, &memory)
    }
    // A file without a document is checked as one that says null, so that a schema can miss what it needs. To
    // other files it says nothing yet: that what they name is not there cannot be held against them. So its rows are not
    // read for the others either.
    var own = CheckMemory()
    var result = check(empty, path: path, sources: sources, problems: problems, &own)
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

  /// The same for a tree.
  ///
  /// - Parameter part: of what part of the file it is.
  func check(
    _ tree: Tree, path: String, sources: [Int], problems: [Finding], of part: FilePart = .whole,
    _ memory: inout CheckMemory
  ) -> FileResult {
    guard !sources.isEmpty else {
      let head = FileFacts.Head(sources: [], state: .known, documents: tree.documents.count)
      return FileResult(
        facts: FileFacts(path: path, head), findings: problems.sorted(), notChecked: [])
    }
    let work = work(of: sources, &memory)
    memory.begin(rules: ruleset.rules.count)
    memory.collected.subjects.begin(tree, work.program.flat.paths)
    let said = said(of: tree, path: path, work, &memory)
    return FileResult(
      facts: facts(of: tree, path: path, sources: sources, work, said.doubts, part, &memory),
      findings: said.drafts.isEmpty
        ? problems.sorted() : (problems + FindingCompleter(tree: tree).findings(said.drafts)).sorted(),
      notChecked: said.notChecked.isEmpty ? [] : Set(said.notChecked).sorted())
  }

  /// What the rules of phase one say of a file.
  private struct Said {
    var drafts: [Draft] = []
    var notChecked: [NotChecked] = []
    /// What nothing is to be concluded from; nothing when there is none.
    var doubts: Doubts?
  }

  /// What the rules of phase one say of a file. What the first of them refuse is not judged again.
  private func said(of tree: Tree, path: String, _ work: Work, _ memory: inout CheckMemory) -> Said {
    guard !work.forms.isEmpty || !work.checked.isEmpty, let document = tree.documents.first else {
      return Said()
    }
    var check = DocumentCheck(path: path, tree: tree, root: document.root, rules: work.forms)
    run(work.forms, work.formPaths, work.program, &check, &memory)
    let refusals = check.drafts
    check.drafts = []
    check.rules = work.checked
    run(work.checked, work.checkedPaths, work.program, &check, &memory)
    if !check.drafts.isEmpty { check.dropRepetitions() }
    if !refusals.isEmpty { check.drafts += refusals }
    return Said(
      drafts: check.drafts, notChecked: check.notChecked, doubts: check.doubts.isEmpty ? nil : check.doubts)
  }

  /// Checks a file by the rules that `check` has.
  ///
  /// - Parameters:
  ///   - paths: what the rules select, as far as that is paths of `program`.
  private func run(
    _ rules: [CheckedRule], _ paths: [[PathTable.Entry?]], _ program: FactProgram,
    _ check: inout DocumentCheck,
    _ memory: inout CheckMemory
  ) {
    for place in rules.indices {
      check.place = place
      let first = check.drafts.count
      run(rules[place], paths[place], program, &check, &memory)
      check.keepMost(from: first)
    }
  }

  private func run(
    _ rule: CheckedRule, _ paths: [PathTable.Entry?], _ program: FactProgram, _ check: inout DocumentCheck,
    _ memory: inout CheckMemory
  ) {
    for index in check.tree.documents.indices {
      check.root = check.tree.documents[index].root
      for place in rule.selections.indices {
        if let path = paths[place] {
          memory.nodes.removeAll(keepingCapacity: true)
          program.flat.paths.appendNodes(
            of: path, in: check.tree, root: check.root, current: check.root,
            memory.collected.subjects.beginnings,
            to: &memory.nodes)
        } else {
          var isComplete = true
          rule.selections[place].select(
            &memory.nodes, in: check.tree, root: check.root, isComplete: &isComplete)
          if !isComplete { check.cannotSay("its query takes too long") }
        }
        guard !memory.nodes.isEmpty else { continue }
        memory.selecting.insertBit(rule.number)
        rule.kind.check(memory.nodes, &check)
      }
    }
  }

  private func facts(
    of tree: Tree, path: String, sources: [Int], _ work: Work, _ doubts: Doubts?, _ part: FilePart,
    _ memory: inout CheckMemory
  ) -> FileFacts {
    var collector = FactCollector(tree: tree, doubts: doubts, memory: &memory)
    collector.collect(work.program, of: part, selecting: &memory.selecting)
    let rows = collector.finish(&memory)
    var head = FileFacts.Head(
      sources: memory.keptSources(sources), state: collector.isComplete ? .known : .partial,
      documents: tree.documents.count)
    if let doubts { head.note(doubts, rows, work.program.steps.map(\.collector), ruleset) }
    return FileFacts(path: path, memory.keptHead(head), rows: rows)
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

extension FileFacts.Head {
  /// Notes what is doubted of rows.
  fileprivate mutating func note(
    _ doubts: Doubts, _ rows: FactRows, _ collectors: [Int], _ ruleset: Ruleset
  ) {
    doubted = collectors.filter { doubts.concern(ruleset.plan.collectors[$0]) }
      .map { UInt16(truncatingIfNeeded: $0) }
    var wrong = doubts.refused
    if !doubts.decisive.isEmpty {
      // The key of an entry may be what is wrong, or what it is put together of.
      for index in ruleset.indexes {
        let values = rows.values(of: index.entries)
        let width = ruleset.plan.collectors[index.entries].width
        for row in stride(from: 0, to: values.count, by: width) {
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
  /// How many needs of the rules in force each collector meets, by number.
  fileprivate func collectorUses(inForce: RulesInForce) -> [Int] {
    var needed = inForce["duplicate-key"] == nil ? [] : indexes.flatMap(\.collectors)
    for rule in rules where inForce[rule.id] != nil {
      needed += rule.kind.subjects + rule.kind.others + rule.kind.indexes.flatMap { indexes[$0].collectors }
    }
    return needed.reduce(into: plan.collectors.map { _ in 0 }) { $0[$1] += 1 }
  }
}

extension FactProgram.Purpose {
  /// What facts are for when these rules are in force.
  ///
  /// - Parameter uses: how often each collector is needed.
  fileprivate init(_ ruleset: Ruleset, _ inForce: RulesInForce, _ uses: [Int]) {
    self.init(
      ruleCount: ruleset.rules.count,
      firstValues: ruleset.plan.collectors.indices.map(ruleset.plan.firstValue),
      selecting: ruleset.plan.collectors.map { _ in [] }, fileKeys: ruleset.plan.collectors.map { _ in nil })
    for (number, rule) in ruleset.rules.enumerated() where inForce[rule.id] != nil {
      let subjects = rule.kind.subjects
      for collector in subjects { selecting[collector].insertBit(number) }
      guard let count = rule.kind.fileKeyCount, count <= UInt64.bitWidth,
        subjects.allSatisfy({ uses[$0] == 1 })
      else { continue }
      for collector in subjects { fileKeys[collector] = (number, count) }
    }
  }
}

extension Ruleset.Index {
  /// The collectors of its entries and aliases.
  var collectors: [Int] { [entries] + (aliases.map { [$0] } ?? []) }
}
