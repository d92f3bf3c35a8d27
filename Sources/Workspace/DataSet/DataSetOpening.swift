package import Findings
import RuleEngine
import SourceText

/// A data set while it is opened: found, configured, given its ruleset. Mistakes of the configuration and of the
/// ruleset are told together, so that nobody has to mend them in rounds.
struct DataSetOpening {
  let options: DataSetOptions
  let environment: Environment
  private var mistakes = Mistakes(rule: Configuration.rule)
  private var sources = Sources()
  private var rulesetDigest = Digest()
  private var rulesetWarnings: [Finding] = []

  init(options: DataSetOptions, environment: Environment) {
    self.options = options
    self.environment = environment
  }

  private var files: any Files { environment.files }

  /// A path as it is shown: from the working folder.
  private func shown(_ path: String) -> String { Path.relative(path, to: environment.workingFolder) }

  /// Where a data set is, and what is said there of it.
  struct Place {
    let root: String
    let configuration: Configuration
    /// Nothing when the ruleset that is named is none, which is a mistake.
    let ruleset: RulesetLocation?
    /// Whether nobody names a ruleset, so that it is the one that fits.
    let isChosen: Bool
  }

  /// The folder from which on the data set of `path` is looked for: itself, or the one that the file is in.
  func start(_ path: String) throws(WorkspaceError) -> String {
    let path = Path.absolute(path, in: environment.workingFolder)
    let kind = files.kind(of: path)
    guard kind != .absent else { throw .usage("there is no \(shown(path))") }
    return kind == .folder ? path : Path.parent(path) ?? "/"
  }

  /// The data set that the folder `start` is in.
  mutating func place(from start: String) throws(WorkspaceError) -> Place {
    var root = start
    var configuration = Configuration()
    if let found = Path.upwards(from: start).first(where: {
      files.kind(of: Path.join($0, Configuration.fileName)) != .absent
    }) {
      root = found
      configuration = try readConfiguration(in: found)
    }
    var location = try namedRuleset(configuration, root: root)
    let isChosen = location == nil && configuration.ruleset == nil
    if isChosen {
      // The ruleset may be what is misspelt; choosing another one would only cover that.
      guard mistakes.areNone else { throw mistaken(nil) }
      // With a configuration the root is known; without one it is the folder in which the files are.
      let folders = configuration.isWritten ? [root] : Array(Path.upwards(from: start))
      let choice = try RulesetChoice.find(
        from: folders, isConfigured: configuration.isWritten, files: files)
      root = choice.root
      location = choice.ruleset
    }
    return Place(root: root, configuration: configuration, ruleset: location, isChosen: isChosen)
  }

  mutating func open(_ path: String) async throws(WorkspaceError) -> DataSet {
    let place = try place(from: try start(path))
    let (root, configuration, location) = (place.root, place.configuration, place.ruleset)
    var ruleset: Ruleset?
    var inForce: RulesInForce?
    let listing = location.flatMap {
      self.listing(Exclusion(root: root, rulesetLocation: $0, configuration: configuration))
    }
    if let location { ruleset = try await readRuleset(location) }
    if let ruleset { inForce = self.inForce(of: ruleset, configuration, root: root) }
    guard let location, let ruleset, let inForce, mistakes.areNone else { throw mistaken(ruleset) }
    return DataSet(
      root: root, shownRoot: shown(root), rulesetLocation: location, isRulesetChosen: place.isChosen,
      ruleset: ruleset, rulesetDigest: rulesetDigest, rulesetWarnings: (rulesetWarnings, sources),
      inForce: try commanded(inForce, ruleset), configuration: configuration, folder: try openFolder(root),
      listing: listing)
  }

  private func mistaken(_ ruleset: Ruleset?) -> WorkspaceError {
    .mistakes(
      Report(
        tool: .metrolint, root: ".",
        ruleset: ruleset.map { Report.Product(name: $0.name, version: $0.version) }, rules: [], files: [],
        findings: mistakes.findings.sorted()), sources)
  }
}

// MARK: What it stands on

extension DataSetOpening {
  /// Begins to look for the files when that is asked for. A folder that cannot be opened is told of later.
  private func listing(_ exclusion: Exclusion) -> PendingListing? {
    guard options.listsFiles, let folder = try? files.folder(exclusion.root) else { return nil }
    return PendingListing(folder, exclusion)
  }

  private static let mostConfigurationBytes = 1 << 20

  private func openFolder(_ path: String) throws(WorkspaceError) -> any FileFolder {
    do {
      return try files.folder(path)
    } catch {
      throw .failure("\(shown(path)) \(error.reason)")
    }
  }

  private mutating func readConfiguration(in folder: String) throws(WorkspaceError) -> Configuration {
    let path = Path.join(folder, Configuration.fileName)
    do {
      let bytes = try files.bytes(of: path, limit: DataSetOpening.mostConfigurationBytes)
      let source = SourceText(fileBytes: bytes)
      sources[shown(path)] = source
      return Configuration(source, path: shown(path), &mistakes)
    } catch {
      throw .failure("\(shown(path)) \(error.reason)")
    }
  }

  /// The ruleset that the call or the configuration names; nothing when neither does, or with a mistake.
  private mutating func namedRuleset(
    _ configuration: Configuration, root: String
  ) throws(WorkspaceError) -> RulesetLocation? {
    if let name = options.ruleset {
      return try RulesetLocation(name, relativeTo: environment.workingFolder, files)
    }
    guard let name = configuration.ruleset else { return nil }
    do {
      return try RulesetLocation(name.value, relativeTo: root, files)
    } catch {
      guard case .usage(let usage) = error else { throw error }
      mistakes.add(
        usage.message, path: shown(Path.join(root, Configuration.fileName)), at: name.range,
        suggestions: usage.suggestions, help: usage.help)
      return nil
    }
  }

  private mutating func readRuleset(_ location: RulesetLocation) async throws(WorkspaceError) -> Ruleset? {
    let files = try location.read(environment, examples: options.readsExamples)
    rulesetDigest = Digest(of: files)
    let reading = await Ruleset.readInParallel(files)
    for finding in reading.findings where finding.severity == .error { mistakes.add(finding) }
    rulesetWarnings = reading.findings.filter { $0.severity != .error }
    sources.merge(reading.sources)
    return reading.ruleset
  }

  /// The rules in force as the ruleset and the configuration have it.
  private mutating func inForce(of ruleset: Ruleset, _ configuration: Configuration, root: String)
    -> RulesInForce
  {
    var inForce = RulesInForce(ruleset)
    for (name, level) in configuration.rules {
      if let id = ruleset.id(named: name.value) {
        inForce[id] = level.severity
      } else {
        let unknown = ruleset.unknownRule(name.value)
        mistakes.add(
          unknown.message, path: shown(Path.join(root, Configuration.fileName)), at: name.range,
          suggestions: unknown.suggestions, help: unknown.help)
      }
    }
    return inForce
  }

  /// The rules in force as the call has it.
  private func commanded(_ rules: RulesInForce, _ ruleset: Ruleset) throws(WorkspaceError) -> RulesInForce {
    var rules = rules
    rules.today = options.today
    func id(_ name: String) throws(WorkspaceError) -> RuleID {
      guard let id = ruleset.id(named: name) else { throw .usage(ruleset.unknownRule(name)) }
      return id
    }
    for (name, level) in options.severities { rules[try id(name)] = level.severity }
    for name in options.skip { rules[try id(name)] = nil }
    if !options.only.isEmpty {
      // What makes a file unreadable is told all the same: what was not checked must not pass for fine.
      var only = RuleID.unreadable
      for name in options.only { only.insert(try id(name)) }
      rules.keepOnly(only)
    }
    return rules
  }
}

extension Report.Product {
  /// This program.
  package static let metrolint = Report.Product(
    name: "metrolint", version: "0.1.0", informationURI: "https://github.com/metropolis/metrolint")
}
