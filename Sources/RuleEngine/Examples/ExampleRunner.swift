import Findings
import SourceText
import YAML

/// Runs the examples of rules: the rule alone, over the example's files, through both phases.
package struct ExampleRunner: Sendable {
  private let ruleset: Ruleset

  /// A runner for the rules of `ruleset`.
  package init(_ ruleset: Ruleset) {
    self.ruleset = ruleset
  }

  /// Runs all examples of `rule` in all variants.
  package func run(_ rule: Rule) -> RuleOutcome {
    var inForce = RulesInForce(ruleset)
    inForce.keepOnly([rule.id])
    // A rule that is off in its own ruleset is tested all the same.
    inForce[rule.id] = rule.severity
    var outcomes: [ExampleOutcome] = []
    for (number, example) in rule.examples.enumerated() {
      inForce.today = example.today
      for variant in ExampleVariant.allCases {
        let run = ExampleRun(ruleset, inForce, example, variant)
        outcomes.append(
          ExampleOutcome(
            example: number, title: example.title, variant: variant, failures: run.failures(),
            sources: run.sources, findings: run.findings))
      }
    }
    return RuleOutcome(
      rule: rule.id, examples: outcomes, neverReports: !rule.examples.contains(where: \.reports))
  }
}

/// One example in one variant.
private struct ExampleRun {
  private let example: Example
  private let variant: ExampleVariant
  /// All files, `examples/` included, by path.
  private var files: [String: SourceText] = [:]
  private var expected: [ExamplePlace] = []
  private var problems: [ExampleFailure] = []
  private(set) var findings: [Finding] = []

  init(_ ruleset: Ruleset, _ inForce: RulesInForce, _ example: Example, _ variant: ExampleVariant) {
    self.example = example
    self.variant = variant
    for (path, bytes) in ruleset.exampleFiles where example.files[path] == nil {
      files[path] = SourceText(fileBytes: bytes)
    }
    for (path, file) in example.files {
      guard case .text(let text) = file, let marked = try? MarkedText(variant.text(text)) else {
        continue
      }
      files[path] = SourceText(fileBytes: marked.bytes)
      expected += marked.ranges.map { ExamplePlace(path: path, range: $0) }
    }
    expected.sort()
    check(ruleset, inForce)
  }

  /// The texts of the example's own files.
  var sources: Sources {
    Sources(files.filter { example.files[$0.key] != nil })
  }

  private mutating func check(_ ruleset: Ruleset, _ inForce: RulesInForce) {
    let checker = FileChecker(ruleset, inForce)
    var facts: [FileFacts] = []
    var trees: [String: Tree] = [:]
    for path in files.keys.sorted() {
      guard let text = files[path] else { continue }
      let sources = ruleset.sources(of: path)
      if sources.isEmpty {
        if expected.contains(where: { $0.path == path }) {
          problems.append(.inNoSource(path: path))
        }
        continue
      }
      let loaded = loadYAML(text)
      for problem in loaded.problems where problem.kind.isFatal {
        problems.append(
          .noYAML(ExamplePlace(path: path, range: problem.range), message: problem.message))
      }
      trees[path] = loaded.tree
      var memory = CheckMemory()
      let result = checker.check(loaded, of: text, path: path, sources: sources, &memory)
      findings += result.findings
      facts.append(result.facts)
    }
    let joined = Join(ruleset, inForce, isComplete: true).run(FactStore(facts, for: ruleset))
    for (path, drafts) in joined.drafts {
      findings += FindingCompleter(tree: trees[path]).findings(drafts)
    }
    findings.sort()
  }
}

// MARK: What went wrong

extension ExampleRun {
  func failures() -> [ExampleFailure] {
    // What no rule can look at has its failure, and what is marked in it is not missing as well.
    let unseen = Set(problems.map(\.path))
    var missing = Set(expected.filter { !unseen.contains($0.path) })
    var extra: [ExamplePlace: String] = [:]
    for finding in findings {
      let place = ExamplePlace(path: finding.path, range: finding.range)
      if expected.contains(place) {
        missing.remove(place)
      } else if extra[place] == nil {
        extra[place] = finding.message
      }
    }
    var failures = problems
    for place in missing.sorted() {
      if let near = extra.keys.filter({ isNear($0, place) }).min() {
        failures.append(.misplaced(expected: place, found: near, message: extra[near] ?? ""))
        extra[near] = nil
      } else {
        failures.append(.missing(place))
      }
    }
    failures += extra.sorted { $0.key < $1.key }.map { .extra($0.key, message: $0.value) }
    return failures + wrongFixes()
  }

  /// Whether two places overlap or begin in one line: then one of them was meant to be the other.
  private func isNear(_ place: ExamplePlace, _ other: ExamplePlace) -> Bool {
    guard place.path == other.path, let text = files[place.path] else { return false }
    return place.range.overlaps(other.range)
      || text.position(at: place.range.start).line == text.position(at: other.range.start).line
  }

  private func wrongFixes() -> [ExampleFailure] {
    example.fixed.sorted { $0.key < $1.key }.compactMap { path, wanted in
      let expected = String(decoding: variant.text(wanted), as: UTF8.self)
      guard let text = files[path] else { return .fixed(path: path, expected: expected, found: "") }
      let edits = findings.flatMap { $0.fixes.prefix(1) }.flatMap(\.edits).filter {
        $0.path == path
      }
      let found = String(decoding: text.applying(edits.map(\.edit)).bytes, as: UTF8.self)
      return Array(found.utf8) == Array(expected.utf8)
        ? nil : .fixed(path: path, expected: expected, found: found)
    }
  }
}
