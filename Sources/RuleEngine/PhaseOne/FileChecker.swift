import Findings
package import SourceText
package import YAML

/// Phase one: checks single files and takes their facts. A pure function of the file's text, its path, the ruleset
/// and the rules in force, so that files can be checked in any order and at once.
package struct FileChecker: Sendable {
  private let ruleset: Ruleset
  private let limits: Limits
  /// For each rule of the ruleset, its severity; nothing when it is off.
  private let severities: [Severity?]
  private let inForce: RulesInForce
  /// For each source, the rules and collectors that look at its files, by number.
  private let rulesOfSource: [[Int]]
  private let collectorsOfSource: [[Int]]

  /// A checker for all files of a set.
  package init(_ ruleset: Ruleset, _ inForce: RulesInForce, limits: Limits = Limits()) {
    self.ruleset = ruleset
    self.inForce = inForce
    self.limits = limits
    severities = ruleset.rules.map { inForce[$0.id] }
    var rules = ruleset.sources.map { _ in [Int]() }
    var collectors = ruleset.sources.map { _ in [Int]() }
    for (number, rule) in ruleset.rules.enumerated() where severities[number] != nil {
      for source in rule.sources { rules[source].append(number) }
    }
    for number in ruleset.collectors(inForce: inForce).sorted() {
      collectors[ruleset.plan.collectors[number].source].append(number)
    }
    rulesOfSource = rules
    collectorsOfSource = collectors
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
  package func check(_ loaded: LoadedFile, of source: SourceText, path: String, sources: [Int]) -> FileResult
  {
    let problems = loaded.problems.compactMap { problem in
      inForce[BuiltInRules.id(for: problem.kind)].map {
        problem.finding(path: path, severity: $0, tree: loaded.tree)
      }
    }
    guard let tree = loaded.tree else {
      var result = unreadable(path: path, sources: sources, reason: "\(path) is no valid YAML")
      result.findings = problems.sorted()
      return result
    }
    guard tree.documents.isEmpty, !sources.isEmpty, let empty = loadYAML(SourceText("---\n")).tree else {
      return check(tree, path: path, sources: sources, problems: problems)
    }
    // A file without a document is checked as one that says null, so that a schema can miss what it needs.
    var result = check(empty, path: path, sources: sources, problems: problems)
    result.move(to: ByteRange(at: source.contentStart))
    return result
  }

  /// What there is to say of a file that could not be read at all: that its rules did not check it.
  ///
  /// - Parameter reason: why, as a part of a sentence.
  package func unreadable(path: String, sources: [Int], reason: String) -> FileResult {
    let rules = Set(sources.flatMap { rulesOfSource[$0] }).sorted()
    return FileResult(
      facts: .unreadable(path: path, sources: sources), findings: [],
      notChecked: rules.map { NotChecked(rule: ruleset.rules[$0].id, path: path, reason: reason) })
  }

  private func check(_ tree: Tree, path: String, sources: [Int], problems: [Finding]) -> FileResult {
    var collector = FactCollector(tree: tree, path: path, sources: sources)
    var rules: [Int] = []
    if let source = sources.first {
      let collectors =
        sources.count == 1
        ? collectorsOfSource[source] : sources.flatMap { collectorsOfSource[$0] }.sorted()
      rules = sources.count == 1 ? rulesOfSource[source] : Set(sources.flatMap { rulesOfSource[$0] }).sorted()
      for number in collectors { collector.collect(ruleset.plan.collectors[number], number: number) }
    }
    var facts = collector.facts
    var drafts: [Draft] = []
    var notChecked: [NotChecked] = []
    for number in rules {
      guard let severity = severities[number] else { continue }
      let rule = ruleset.rules[number]
      if !rule.kind.subjects.isEmpty {
        if rule.kind.subjects.contains(where: { !facts.values(of: $0).isEmpty }) {
          facts.noteSelecting(number)
        }
        continue
      }
      for document in tree.documents {
        var check = DocumentCheck(
          rule: rule, severity: severity, path: path, tree: tree, root: document.root)
        for scope in rule.scopes where sources.contains(scope.source) {
          let nodes = scope.selection.nodes(in: tree, root: document.root)
          guard !nodes.isEmpty else { continue }
          facts.noteSelecting(number)
          rule.kind.check(nodes, &check)
        }
        drafts += check.drafts
        notChecked += check.notChecked
      }
    }
    let findings =
      drafts.isEmpty && problems.isEmpty
      ? [] : (problems + FindingCompleter(tree: tree).findings(drafts)).sorted()
    return FileResult(
      facts: facts, findings: findings, notChecked: notChecked.isEmpty ? [] : Set(notChecked).sorted())
  }
}

extension FileResult {
  /// Puts everything to one place: for a file that has no nodes to point at.
  fileprivate mutating func move(to range: ByteRange) {
    for index in findings.indices {
      findings[index].range = range
      findings[index].fixes = []
    }
    facts.move(to: range)
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
