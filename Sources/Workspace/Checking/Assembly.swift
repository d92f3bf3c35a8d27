import Findings
import RuleEngine
import SourceText
import YAML

/// Puts together what the two phases say of each file: completes the findings of phase two with what only the
/// file's tree knows, and takes out what comments hide.
struct Assembly: Sendable {
  /// What is said of one file.
  struct Part: Sendable {
    /// What is shown, sorted.
    var findings: [Finding] = []
    /// What comments hide, sorted.
    var suppressed: [Report.Suppressed] = []
    /// What phase two says of it, sorted, whether comments hide it or not.
    var joined: [Finding] = []
    /// The file's text, when it could be read.
    var source: SourceText?
    /// The file's path, when it is another than the one that phase one looked at.
    var changedPath: String?

    /// The file's path, when anything is said of it.
    var path: String? { findings.first?.path ?? suppressed.first?.finding.path }
  }

  /// What phase two says of files, by path.
  enum Joined: Sendable {
    /// As rules make it.
    case drafts([String: [Draft]])
    /// Completed, as an earlier run has left it.
    case findings([String: [Finding]])

    /// Whether anything is said of the file at `path`.
    func speaks(of path: String) -> Bool {
      switch self {
      case .drafts(let drafts): drafts[path] != nil
      case .findings(let findings): findings[path] != nil
      }
    }

    /// Whether nothing is said of any file.
    var isEmpty: Bool {
      switch self {
      case .drafts(let drafts): drafts.isEmpty
      case .findings(let findings): findings.isEmpty
      }
    }

    /// What is said of the file at `path`, whose text is `source`.
    func findings(_ path: String, _ source: SourceText) -> [Finding] {
      switch self {
      case .drafts(let drafts):
        drafts[path].map { FindingCompleter(tree: loadYAML(source).tree).findings($0) } ?? []
      case .findings(let findings): findings[path] ?? []
      }
    }
  }

  private let check: Check
  private let files: [Inventory.File]
  private let joined: Joined
  /// Rules with files that they could not say all about.
  private let gaps: Set<Gap>
  private let known: [RuleID]

  private struct Gap: Hashable {
    let rule: RuleID
    let path: String
  }

  init(_ check: Check, _ files: [Inventory.File], _ joined: Joined, notChecked: [NotChecked]) {
    self.check = check
    self.files = files
    self.joined = joined
    gaps = Set(notChecked.map { Gap(rule: $0.rule, path: $0.path) })
    known = check.dataSet.ruleset.allRules
  }

  /// What is said of those files that there is something to say of, in their order.
  ///
  /// - Parameters:
  ///   - results: those of all files.
  ///   - said: what phase one says of them.
  func parts(
    _ results: PhaseOneResults, _ said: [(number: Int, said: PhaseOne.Result.Said)]
  ) async -> [Part] {
    var telling = said.filter { $0.said.isTold }.map(\.number)
    if !joined.isEmpty {
      let isTold = Set(telling)
      telling = files.indices.filter { isTold.contains($0) || joined.speaks(of: files[$0].path) }
    }
    return await inParallel(telling, jobs: check.options.jobs) { part(of: files[$0], results.result($0)) }
  }

  /// What is said of one file.
  func part(of file: Inventory.File, _ result: PhaseOne.Result) -> Part {
    let path = file.path
    if let problem = result.problem { return unreadable(path, problem) }
    let source: SourceText
    do throws(FileProblem) {
      let bytes = try check.dataSet.folder.bytes(of: file.content.get(), limit: PhaseOne.mostBytes)
      guard ContentHash.of(bytes) == result.contentHash else { throw .changing }
      source = SourceText(fileBytes: bytes)
    } catch {
      var part = unreadable(path, error)
      part.changedPath = path
      return part
    }
    let joined = joined.findings(path, source)
    let ruleset = check.dataSet.ruleset
    guard !result.suppressions.isEmpty else {
      let findings = (ruleset.withoutRepetitions(result.findings, of: joined) + joined).sorted()
      return Part(findings: findings, joined: joined, source: source)
    }
    let suppressions = result.suppressions.renamed { ruleset.id(named: $0) }
    // What a comment hides is taken for right, and so is what follows from it.
    let unhidden = joined.filter { !suppressions.hide($0, in: source) }
    let findings = (ruleset.withoutRepetitions(result.findings, of: unhidden) + joined).sorted()
    let applied = suppressions.apply(
      to: findings, source: source, path: path, severity: check.dataSet.inForce[.unusedSuppression],
      known: known
    ) { rule in
      check.dataSet.inForce[rule] != nil && !gaps.contains(Gap(rule: rule, path: path))
    }
    return Part(
      findings: (applied.shown + applied.unused).sorted(), suppressed: applied.hidden, joined: joined,
      source: source)
  }

  private func unreadable(_ path: String, _ problem: FileProblem) -> Part {
    guard let severity = check.dataSet.inForce[.unreadableFile] else { return Part() }
    return Part(findings: [.unreadable(path, problem, severity)])
  }
}
