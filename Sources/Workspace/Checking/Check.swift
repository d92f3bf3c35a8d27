package import Findings
import RuleEngine
import SourceText

/// A check of a data set: phase one over each file, phase two over all facts, and what is made of their findings.
package struct Check: Sendable {
  /// What a check has to say.
  package struct Outcome: Sendable {
    /// The findings with all that belongs to them.
    package var report: Report
    /// The texts that the report speaks of.
    package var sources: Sources
    /// The rules that found nothing to look at in any file, by id: a query of theirs may be misspelt.
    package var idleRules: [RuleID]
    /// Of the files that were asked for, those that nothing looks at, by path from the root.
    package var strangers: [String]
    /// Queries of other rules that found nothing in any file, as "QUERY in SOURCE", by rule.
    package var idleQueries: [(rule: RuleID, query: String)]
    /// How many files were parsed; what is said of the others was known.
    package var parsed: Int
    /// Why results could not be left for the next run; nothing when they were, or were not to be.
    package var cacheProblem: String?
    /// What the check has worked with. A program that ends may keep it: taking apart what is known of many files takes
    /// longer than handing all memory back.
    package var remains: [any Sendable] = []
  }

  /// What is checked.
  package let dataSet: DataSet
  let options: CheckOptions
  let environment: Environment

  /// A check of `dataSet`.
  package init(_ dataSet: DataSet, options: CheckOptions, environment: Environment) {
    self.dataSet = dataSet
    self.options = options
    self.environment = environment
  }

  /// Checks the data set.
  ///
  /// - Throws: that the root cannot be listed, or that the baseline is none.
  package func run() async throws(WorkspaceError) -> Outcome {
    let notes = try Notes(self)
    let anyCache = environment.cache.map { ResultsCache($0, dataSet) }
    let (inventory, known, checkers) = await inventory(anyCache)
    let cache = inventory.files.count >= ResultsCache.fewestFiles ? anyCache : nil
    let unchanged = known.flatMap { CachedResults.Outcome(unchanged: $0) }
    // Nobody is needed who checks files when the cache knows all of them.
    let (found, readings) =
      if let unchanged { (unchanged, [FactReading]()) } else {
        await CachedResults(PhaseOne(self, checkers), cache).run(inventory.files, known)
      }
    // Facts are written beside their join, which leaves processors idle.
    async let left = Check.leave(found, in: cache)
    if options.jobs == 1 { _ = await left }
    let judgement = await judge(inventory, found.results, consume readings, known: found.joined)
    // What is told is put together beside the end of it.
    let written = await left
    async let cacheProblem = Check.finish(written, judgement, in: cache)
    if options.jobs == 1 { _ = await cacheProblem }
    var outcome = outcome(inventory, found.results, judgement, notes)
    outcome.parsed = found.parsed
    outcome.remains = [dataSet, found, inventory, judgement]
    outcome.cacheProblem = await cacheProblem
    return outcome
  }

  /// The files of the data set, and what the cache has of them, which is read while they are looked for. Without a cache a
  /// checker is made meanwhile, and many files leave time to make a second one, with rules of its own.
  private func inventory(
    _ cache: ResultsCache?
  ) async -> (Inventory, known: CachedResults.Known?, checkers: [FileChecker]) {
    guard let cache, let file = cache.open() else {
      let isLong = dataSet.listing?.isDone == false
      async let checker = FileChecker(dataSet.ruleset, dataSet.inForce)
      async let second = isLong ? FileChecker(dataSet.ruleset.separate(), dataSet.inForce) : nil
      let listing = await dataSet.listed()
      let (inventory, _) = await Inventory.make(dataSet, listing, known: nil, jobs: options.jobs)
      return (inventory, nil, [await checker, await second].compactMap(\.self))
    }
    async let reader = cache.read(file, jobs: options.jobs)
    if options.jobs == 1 { _ = await reader }
    let listing = await dataSet.listed()
    let known = await reader
    let (inventory, sightings) = await Inventory.make(dataSet, listing, known: known, jobs: options.jobs)
    return (inventory, known.map { CachedResults.Known(reader: $0, sightings: sightings) }, [])
  }

  /// Writes the rows of what was found when that is news to the cache.
  private static func leave(
    _ found: CachedResults.Outcome, in cache: ResultsCache?
  ) async -> Leaving {
    guard let cache, found.isNews, case .found(let results) = found.results else { return .nothing }
    do throws(FileProblem) {
      return try cache.leave(results).map { .left($0) } ?? .nothing
    } catch {
      return .failed(error)
    }
  }

  /// What is left in the cache.
  private enum Leaving: Sendable {
    case nothing
    case left(ResultsCache.Left)
    case failed(FileProblem)
  }

  /// Ends what was begun with `leave`; why that cannot be, when it cannot.
  private static func finish(
    _ leaving: Leaving, _ judgement: Judgement, in cache: ResultsCache?
  ) async -> String? {
    if case .failed(let problem) = leaving { return problem.cacheReason }
    guard let cache, case .left(let left) = leaving else { return nil }
    do throws(FileProblem) {
      if judgement.parts.contains(where: { $0.changedPath != nil }) {
        cache.drop(left)
      } else {
        try cache.finish(left, judgement.joined)
      }
      return nil
    } catch {
      return error.cacheReason
    }
  }

  /// What is told of a judgement.
  func outcome(
    _ inventory: Inventory, _ results: PhaseOneResults, _ judgement: Judgement, _ notes: Notes
  ) -> Outcome {
    let parts = judgement.parts
    var report = report(
      Check.numbered(inventory.findings + parts.flatMap(\.findings), parts.flatMap(\.suppressed)),
      notChecked: judgement.notChecked)
    report.files = results.files
    apply(notes.baseline, to: &report)
    if let touched = notes.touched { report.keep(touching: touched) }
    if let most = options.mostFindings { report.cut(to: most) }
    let texts = texts(of: report, parts: parts, inventory, baseline: notes.baseline)
    let idle = idleRules(results.selecting)
    return Outcome(
      report: report, sources: texts, idleRules: idle,
      strangers: notes.touched?.subtracting(inventory.paths + [Configuration.fileName]).sorted() ?? [],
      idleQueries: idleQueries(Set(judgement.joined.filled), besides: Set(idle)), parsed: results.count)
  }

  /// What is told of some files, sorted.
  struct Told {
    /// What is shown.
    var findings: [Finding] = []
    /// What comments hide.
    var suppressed: [Report.Suppressed] = []
  }

  /// The report of all that was found, without the files, before a baseline hides some of it.
  func report(_ told: Told, notChecked: [NotChecked]) -> Report {
    Report(
      tool: .metrolint, root: dataSet.shownRoot,
      ruleset: Report.Product(name: dataSet.ruleset.name, version: dataSet.ruleset.version),
      rules: dataSet.rulesInForce,
      files: [], findings: told.findings, suppressed: told.suppressed, notChecked: notChecked)
  }

  /// The findings sorted and their repeated fingerprints numbered: all of a file together, so that hiding one does not
  /// give another its number. The path is in each fingerprint, so that none repeats in another file.
  static func numbered(_ findings: [Finding], _ suppressed: [Report.Suppressed]) -> Told {
    let entries =
      findings.map { (finding: $0, hidden: Report.Suppressed?.none) }
      + suppressed.map { (finding: $0.finding, hidden: $0) }
    let sorted = entries.sorted { $0.finding < $1.finding }
    var all = sorted.map(\.finding)
    Fingerprint.number(&all)
    var result = Told()
    for (finding, entry) in zip(all, sorted) {
      if let hidden = entry.hidden {
        result.suppressed.append(Report.Suppressed(finding: finding, reason: hidden.reason))
      } else {
        result.findings.append(finding)
      }
    }
    return result
  }

  /// The rules of the ruleset that no file gave anything to look at.
  private func idleRules(_ selecting: [UInt64]) -> [RuleID] {
    dataSet.ruleset.rules.enumerated().filter { number, rule in
      dataSet.inForce[rule.id] != nil && !selecting.hasBit(number)
    }.map(\.element.id)
  }
}

extension Check {
  /// The queries of the other rules that no file gave anything to.
  private func idleQueries(
    _ filled: Set<Int>, besides idle: Set<RuleID>
  ) -> [(rule: RuleID, query: String)] {
    dataSet.ruleset.rules.filter { dataSet.inForce[$0.id] != nil && !idle.contains($0.id) }
      .flatMap { rule in
        dataSet.ruleset.idleQueries(of: rule, filled: filled).map { (rule: rule.id, query: $0) }
      }
  }
}

// MARK: The baseline

extension Check {
  /// The baseline that the call or the configuration names; nothing when neither does.
  func readBaseline() throws(WorkspaceError) -> Baseline? {
    guard !options.ignoresBaseline else { return nil }
    let path: String
    if let named = options.baseline {
      path = Path.absolute(named, in: environment.workingFolder)
    } else if let configured = dataSet.configuration.baseline {
      path = Path.absolute(configured.value, in: dataSet.root)
    } else {
      return nil
    }
    let shown = Path.below(path, dataSet.root) ?? Path.relative(path, to: dataSet.root)
    let source: SourceText
    do throws(FileProblem) {
      source = SourceText(fileBytes: try environment.files.bytes(of: path, limit: PhaseOne.mostBytes))
    } catch {
      let named = Path.relative(path, to: environment.workingFolder)
      guard error == .gone else { throw .failure("the baseline \(named) \(error.reason)") }
      throw .usage("there is no baseline \(named)", help: "--write-baseline \(named) makes it")
    }
    do {
      return try Baseline(source, path: shown).renamed { dataSet.ruleset.rule(named: $0)?.id }
    } catch {
      throw .mistakes(error.report(shown, root: dataSet.shownRoot), Sources([shown: source]))
    }
  }

  /// Hides what a baseline has.
  func apply(_ baseline: Baseline?, to report: inout Report) {
    guard let baseline else { return }
    let gaps = Dictionary(grouping: report.notChecked, by: \.path)
    let applied = baseline.apply(
      to: report.findings, suppressed: report.suppressed.map(\.finding),
      severity: dataSet.inForce[.staleBaseline], known: Set(dataSet.ruleset.allRules)
    ) { rule, path in
      dataSet.inForce[rule] != nil && !(gaps[path] ?? []).contains { $0.rule == rule }
    }
    report.findings = (applied.shown + applied.stale).sorted()
    report.baselined = applied.hidden
  }
}

// MARK: What is shown

extension Check {
  /// The paths of `options.files` from the root; nothing when all are asked for.
  func touchedPaths() throws(WorkspaceError) -> Set<String>? {
    guard !options.files.isEmpty else { return nil }
    var paths: Set<String> = []
    for file in options.files {
      let path = Path.absolute(file, in: environment.workingFolder)
      guard let below = Path.below(path, dataSet.root) else {
        throw .usage(
          "\(file) is not in the data set \(dataSet.shownRoot)",
          help: "check the files of one data set at a time")
      }
      paths.insert(below)
    }
    return paths
  }

  /// The texts that the report speaks of: those that are there already, and those of the other places.
  private func texts(
    of report: Report, parts: [Assembly.Part], _ inventory: Inventory, baseline: Baseline?
  ) -> Sources {
    var texts: [String: SourceText] = [:]
    let linked = inventory.targetsOfLinks
    for part in parts {
      if let source = part.source, let path = part.path { texts[path] = source }
    }
    if let baseline { texts[baseline.path] = baseline.source }
    for finding in report.findings + report.suppressed.map(\.finding) + report.baselined {
      for path in finding.related.map(\.path) + finding.fixes.flatMap(\.edits).map(\.path) + [finding.path]
      where texts[path] == nil {
        let bytes = try? dataSet.folder.bytes(of: linked[path] ?? path, limit: PhaseOne.mostBytes)
        texts[path] = bytes.map { SourceText(fileBytes: $0) }
      }
    }
    return Sources(texts)
  }
}

extension Report.File {
  /// A file by its facts.
  init(_ facts: FileFacts) {
    self.init(path: facts.path, documents: facts.documents, isChecked: facts.state == .known)
  }
}

extension Baseline.Mistake {
  fileprivate func report(_ path: String, root: String) -> Report {
    let finding = Finding(
      rule: Configuration.rule, severity: .error, message: message, path: path, range: range)
    return Report(tool: .metrolint, root: root, ruleset: nil, rules: [], files: [], findings: [finding])
  }
}
