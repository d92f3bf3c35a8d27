import Findings
package import SourceText

/// Applies safe fixes in memory until none is left, and makes sure that no fix brings a finding that was not there.
package struct FixRun: Sendable {
  /// A file that changes.
  package struct File: Sendable, Hashable {
    /// Its path from the root.
    package let path: String
    /// Its text as it is.
    package let before: SourceText
    /// Its text after the fixes, in UTF-8.
    package let after: [UInt8]

    /// Its bytes after the fixes, in the encoding that it has.
    package var fileBytes: [UInt8] { before.fileBytes(of: after) }

    /// By path and texts.
    package static func == (left: File, right: File) -> Bool {
      left.path == right.path && left.before.bytes == right.before.bytes && left.after == right.after
    }

    /// By path and new text.
    package func hash(into hasher: inout Hasher) {
      hasher.combine(path)
      hasher.combine(after)
    }
  }

  /// What the fixes do.
  package struct Outcome: Sendable {
    /// What is said of the set before any fix.
    package let before: Check.Outcome
    /// What is said of the set after the fixes.
    package let after: Check.Outcome
    /// The files that change, by path.
    package let files: [File]
    /// How many findings are repaired.
    package let repaired: Int
    /// The files whose fixes are left out because they would bring other findings, by path.
    package let withheld: [String]
  }

  /// A fix may make way for another one; more rounds than this are a rule that goes round in circles.
  private static let mostRounds = 10

  private let dataSet: DataSet
  private var options: CheckOptions
  private let mostFindings: Int?
  private let environment: Environment

  /// The fixes of a data set.
  package init(_ dataSet: DataSet, options: CheckOptions, environment: Environment) {
    self.dataSet = dataSet
    // What is not shown is repaired too.
    mostFindings = options.mostFindings
    self.options = options
    self.options.mostFindings = nil
    self.environment = environment
  }

  /// Finds out what the fixes make of the set. Nothing is written.
  package func run() async throws(WorkspaceError) -> Outcome {
    let before = try await check([:])
    var (current, texts) = (before, [String: [UInt8]]())
    var (originals, withheld, repaired) = (Sources(), Set<String>(), 0)
    var (rounds, refusals) = (0, 0)
    while rounds < FixRun.mostRounds {
      let plan = FixPlan(current.report, current.sources, withheld: withheld)
      guard !plan.texts.isEmpty else { break }
      var trial = texts
      for (path, text) in plan.texts {
        guard let source = current.sources[path] else { continue }
        if originals[path] == nil { originals[path] = source }
        trial[path] = source.fileBytes(of: text)
      }
      let next = try await check(trial)
      let harmed = FixRun.harmed(plan, before: current.report, after: next.report)
      guard harmed.isEmpty else {
        refusals += 1
        withheld.formUnion(refusals < FixRun.mostRounds ? harmed : Set(plan.texts.keys))
        continue
      }
      rounds += 1
      (current, texts) = (next, trial)
      repaired += plan.counts.values.reduce(0, +)
    }
    let files = texts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { path -> File? in
      guard let original = originals[path], let bytes = texts[path] else { return nil }
      return File(path: path, before: original, after: SourceText(fileBytes: bytes).bytes)
    }
    if let mostFindings { current.report.cut(to: mostFindings) }
    return Outcome(
      before: before, after: current, files: files, repaired: repaired, withheld: withheld.sorted())
  }

  private func check(_ texts: [String: [UInt8]]) async throws(WorkspaceError) -> Check.Outcome {
    try await Check(dataSet.overlaid(texts, environment), options: options, environment: environment).run()
  }

  /// The files of `plan` whose change brings a finding: one of a rule that said less about its file before. When that is a
  /// file that did not change, those that the finding speaks of too are the reason, or else any that changed may be.
  private static func harmed(_ plan: FixPlan, before: Report, after: Report) -> Set<String> {
    func counts(_ report: Report) -> [Kind: Int] {
      report.findings.reduce(into: [:]) { $0[Kind($1), default: 0] += 1 }
    }
    let known = counts(before)
    let grown = Set(counts(after).filter { $0.value > known[$0.key, default: 0] }.map(\.key))
    guard !grown.isEmpty else { return [] }
    let changed = Set(plan.texts.keys)
    let own = changed.intersection(grown.map(\.path))
    guard own.isEmpty else { return own }
    let told = Set(before.findings.map(\.fingerprint))
    let beside = after.findings.filter { grown.contains(Kind($0)) && !told.contains($0.fingerprint) }
      .flatMap { $0.related.map(\.path) }
    let related = changed.intersection(beside)
    return related.isEmpty ? changed : related
  }

  /// What findings of one rule in one file have in common.
  private struct Kind: Hashable {
    let rule: RuleID
    let path: String

    init(_ finding: Finding) {
      (rule, path) = (finding.rule, finding.path)
    }
  }
}

extension DataSet {
  /// The same set with other bytes for some of its files, by path.
  func overlaid(_ texts: [String: [UInt8]], _ environment: Environment) -> DataSet {
    guard !texts.isEmpty else { return self }
    var buffers: [String: [UInt8]] = [:]
    for (path, bytes) in texts { buffers[Path.join(root, path)] = bytes }
    var copy = self
    if let overlaid = try? OverlaidFiles(environment.files, buffers: buffers).folder(root) {
      copy.folder = overlaid
    }
    return copy
  }
}
