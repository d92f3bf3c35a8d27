package import Findings
package import RuleEngine
package import SourceText
import YAML

/// A data set that is being edited: always checked, though each change costs no more than what it touches. What it
/// says is, byte for byte, what `Check` says of the same texts.
package struct Session: Sendable {
  /// What is checked.
  package private(set) var dataSet: DataSet
  /// What was found, sorted, by the path of the file that it is about.
  package private(set) var findings: [String: [Finding]] = [:]
  /// The files of which something else is told than before, by path; nothing when all may be.
  private var changed: Set<String>?
  /// What is wrong with the baseline; then the last good one counts.
  package private(set) var baselineMistake: WorkspaceError?

  private var environment: Environment
  private let options: CheckOptions
  private let checker: FileChecker
  private var inventory: Inventory
  /// By the place of the file in the inventory.
  private var results: [PhaseOne.Result]
  private var join: LiveJoin
  /// What is said of the files that something is said of, by path.
  private var parts: [String: Assembly.Part] = [:]
  /// What is told of each file before a baseline hides some of it, by path.
  private var told: [String: Check.Told] = [:]
  private var baseline: Baseline?
  /// Whether a baseline hid some of `findings`.
  private var hadBaseline = false

  /// Checks the data set for the first time.
  package init(_ dataSet: DataSet, options: CheckOptions, environment: Environment) async {
    self.dataSet = dataSet
    self.options = options
    self.environment = environment
    let check = Check(dataSet, options: options, environment: environment)
    checker = FileChecker(dataSet.ruleset, dataSet.inForce)
    inventory = Inventory(dataSet)
    results = await PhaseOne(check, [checker]).run(inventory.files).results
    join = LiveJoin(results.map(\.facts), dataSet.ruleset, dataSet.inForce)
    readBaseline()
    let telling = results.indices.filter { !results[$0].isSilent }.map { inventory.files[$0].path }
    tell(join.paths.union(telling).union(inventory.findings.map(\.path)))
  }

  private var check: Check { Check(dataSet, options: options, environment: environment) }
}

// MARK: Changes

extension Session {
  /// What has changed in the files.
  package struct Change: Sendable {
    /// Files whose text is another, by path from the root.
    package var paths: Set<String> = []
    /// Whether files may have come or gone.
    package var isOfListing = false

    /// No change.
    package init() {}

    /// Whether nothing has changed.
    package var isEmpty: Bool { paths.isEmpty && !isOfListing }
  }

  /// Takes in what has changed since the last time.
  ///
  /// - Parameter files: the files as they are now.
  package mutating func update(_ change: Change, files: any Files) {
    environment.files = files
    if let folder = try? files.folder(dataSet.root) { dataSet.folder = folder }
    if let path = baselinePath, change.paths.contains(path) { readBaseline() }
    var gone: [String] = []
    let misplaced = inventory.findings.map(\.path)
    let stale = change.isOfListing ? takeInventory(change.paths, &gone) : places(of: change.paths)
    let phaseOne = PhaseOne(check, [checker])
    var worker = phaseOne.worker()
    var changes = gone.map { LiveJoin.Change.gone($0) }
    for place in stale {
      results[place] = phaseOne.result(of: inventory.files[place], &worker)
      changes.append(.facts(results[place].facts))
    }
    var touched = join.apply(changes)
    // What was said of a file is put together with its text; a file that has changed unseen is checked first.
    var unseen = changedUnseen(touched)
    for _ in 0..<2 where !unseen.isEmpty {
      for place in unseen { results[place] = phaseOne.result(of: inventory.files[place], &worker) }
      touched.formUnion(join.apply(unseen.map { .facts(results[$0].facts) }))
      touched.formUnion(unseen.map { inventory.files[$0].path })
      unseen = changedUnseen(touched)
    }
    for path in gone { parts[path] = nil }
    var paths = touched.union(gone).union(stale.map { inventory.files[$0].path })
    if change.isOfListing { paths.formUnion(misplaced + inventory.findings.map(\.path)) }
    tell(paths)
  }

  /// The files among `paths` whose bytes are others than those that were checked, by their place in the inventory.
  private func changedUnseen(_ paths: Set<String>) -> [Int] {
    paths.sorted().compactMap { place(of: $0) }.filter { place in
      guard results[place].problem == nil, let content = try? inventory.files[place].content.get(),
        let bytes = try? dataSet.folder.bytes(of: content, limit: PhaseOne.mostBytes)
      else { return false }
      return ContentHash.of(bytes) != results[place].contentHash
    }
  }

  /// The files whose bytes stand at one of some paths, by their place in the inventory.
  private func places(of paths: Set<String>) -> [Int] {
    guard paths.count > 8 else {
      let direct = Set(paths.compactMap { place(of: $0) })
      // A link shows the bytes of another file.
      let linked = inventory.links.filter { place in
        (try? inventory.files[place].content.get()).map(paths.contains) == true
      }
      return direct.union(linked).sorted()
    }
    return inventory.files.indices.filter { place in
      paths.contains(inventory.files[place].path)
        || (try? inventory.files[place].content.get()).map(paths.contains) == true
    }
  }

  private func place(of path: String) -> Int? {
    var low = 0
    var high = inventory.files.count
    while low < high {
      let middle = (low + high) / 2
      if inventory.files[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < inventory.files.count && inventory.files[low].path == path ? low : nil
  }

  /// Looks which files are there now.
  ///
  /// - Returns: the places of those that must be checked: new ones, and those of `paths`.
  private mutating func takeInventory(_ paths: Set<String>, _ gone: inout [String]) -> [Int] {
    let before = Dictionary(
      zip(inventory.files.map(\.path), zip(inventory.files, results)), uniquingKeysWith: { first, _ in first }
    )
    inventory = Inventory(dataSet)
    let unknown = PhaseOne.Result.unknown(checker)
    var stale: [Int] = []
    results = inventory.files.enumerated().map { place, file in
      guard let (old, result) = before[file.path], old == file,
        !paths.contains(file.path), (try? file.content.get()).map(paths.contains) != true
      else {
        stale.append(place)
        return unknown
      }
      return result
    }
    let now = Set(inventory.files.map(\.path))
    gone = before.keys.filter { !now.contains($0) }.sorted()
    return stale
  }
}

// MARK: What is said

extension Session {
  /// Tells anew what is said of some files.
  private mutating func tell(_ paths: Set<String>) {
    assemble(paths)
    let misplaced = Dictionary(grouping: inventory.findings, by: \.path)
    for path in paths {
      let part = parts[path]
      let now = Check.numbered((part?.findings ?? []) + (misplaced[path] ?? []), part?.suppressed ?? [])
      let isNothing = now.findings.isEmpty && now.suppressed.isEmpty
      told[path] = isNothing ? nil : now
      guard baseline == nil, findings[path] ?? [] != now.findings else { continue }
      findings[path] = now.findings.isEmpty ? nil : now.findings
      changed?.insert(path)
    }
    // An entry that hides nothing is told of by what all files say.
    if baseline != nil || hadBaseline { tellAll() }
  }

  /// Tells of all files what the baseline leaves.
  private mutating func tellAll() {
    changed = nil
    hadBaseline = baseline != nil
    findings = Dictionary(grouping: report.findings, by: \.path)
  }

  private mutating func assemble(_ paths: Set<String>) {
    let places = paths.sorted().compactMap { place(of: $0) }
    let notChecked = places.flatMap { place in
      results[place].notChecked + join.notChecked(of: inventory.files[place].path)
    }
    let drafts = Dictionary(
      places.map { (inventory.files[$0].path, join.drafts(of: inventory.files[$0].path)) },
      uniquingKeysWith: { first, _ in first }
    ).filter { !$0.value.isEmpty }
    let assembly = Assembly(check, inventory.files, .drafts(drafts), notChecked: notChecked)
    for place in places {
      let path = inventory.files[place].path
      parts[path] =
        results[place].isSilent && drafts[path] == nil
        ? nil : assembly.part(of: inventory.files[place], results[place])
    }
  }

  private mutating func readBaseline() {
    do {
      baseline = try check.readBaseline()
      baselineMistake = nil
    } catch {
      baselineMistake = error
    }
  }

  /// The baseline's file, from the root.
  private var baselinePath: String? {
    dataSet.configuration.baseline.flatMap {
      Path.below(Path.absolute($0.value, in: dataSet.root), dataSet.root)
    }
  }
}

// MARK: What is asked

extension Session {
  /// What was found, with all that a check reports.
  package var report: Report {
    var all = Check.Told()
    for path in told.keys.sorted(by: Path.precedes) {
      all.findings += told[path]?.findings ?? []
      all.suppressed += told[path]?.suppressed ?? []
    }
    let notChecked = (results.flatMap(\.notChecked) + join.notChecked).sorted()
    var report = check.report(all, notChecked: notChecked)
    report.files = results.map { Report.File($0.facts) }
    check.apply(baseline, to: &report)
    return report
  }

  /// The files of which something else is told than when this was asked last, by path; nothing when all may be.
  package mutating func takeChanged() -> Set<String>? {
    defer { changed = [] }
    return changed
  }

  /// What has become something else of what refers to what, since this was asked last.
  package mutating func takeKeyChange() -> KeyChange { join.takeKeyChange() }

  /// What refers to what.
  package var keys: KeyLookup { join.keys }

  /// The sources that the file at `path`, from the root, belongs to; none for a file that is not looked at.
  package func sources(of path: String) -> [Int] {
    place(of: path).map { inventory.files[$0].sources } ?? []
  }

  /// The text of the file at `path`, from the root.
  package func source(_ path: String) -> SourceText? {
    if let source = parts[path]?.source { return source }
    let content = place(of: path).flatMap { try? inventory.files[$0].content.get() } ?? path
    let bytes = try? dataSet.folder.bytes(of: content, limit: PhaseOne.mostBytes)
    return bytes.map { SourceText(fileBytes: $0) }
  }

  /// Whether a file at `path`, from the root, is or would be one of the set: neither hidden nor excluded.
  package func looks(at path: String) -> Bool {
    !Path.isHidden(path) && !dataSet.excludes(path)
      && !Path.folders(of: path).contains { dataSet.excludes($0 + "/") }
  }
}

extension PhaseOne.Result {
  /// Whether there is nothing to say of the file by itself.
  fileprivate var isSilent: Bool { problem == nil && findings.isEmpty && suppressions.isEmpty }

  /// What stands for a file until it is checked.
  fileprivate static func unknown(_ checker: FileChecker) -> PhaseOne.Result {
    PhaseOne.Result(file: checker.unreadable(path: "", sources: [], reason: ""))
  }
}
