package import Findings
package import RuleEngine

/// A set of files with the ruleset that it is held against.
package struct DataSet: Sendable {
  /// The absolute path of its root folder.
  package let root: String
  /// The root as seen from the folder that the command ran in.
  package let shownRoot: String
  /// Where its ruleset is.
  package let rulesetLocation: RulesetLocation
  /// Whether nobody named the ruleset, so that it was chosen by the files that are there.
  package let isRulesetChosen: Bool
  /// Its ruleset.
  package let ruleset: Ruleset
  /// A hash of the ruleset's files.
  let rulesetDigest: Digest
  /// What is most likely a mistake in the ruleset, though it can be used, with the texts that are spoken of.
  package let rulesetWarnings: (findings: [Finding], sources: Sources)
  /// Which rules are in force.
  package let inForce: RulesInForce
  /// Its configuration; an empty one when it has none.
  let configuration: Configuration
  /// The root folder itself, with the buffers of an editor before its files.
  var folder: any FileFolder
  /// What is below it, when that was looked for while the ruleset was read (`DataSetOptions.listsFiles`).
  let listing: PendingListing?

  /// A text that is another one whenever the ruleset is elsewhere, its files are others, or other rules are in force
  /// or weigh something else.
  package var rulesKey: String {
    var digest = rulesetDigest
    digest.combine(Digest(of: inForce).text)
    switch rulesetLocation {
    case .builtIn(let name): digest.combine(name)
    case .folder(let folder): digest.combine(folder)
    }
    return digest.text
  }

  /// The data set that a path is in, with its ruleset read.
  ///
  /// - Parameters:
  ///   - path: a file or folder, absolute or from the working folder.
  ///   - options: what the call says of it.
  ///   - environment: the world that it is in.
  /// - Throws: a mistake of the call, of the configuration or of the ruleset, or that one of them cannot be read.
  package static func open(
    _ path: String, options: DataSetOptions, environment: Environment
  ) async throws(WorkspaceError) -> DataSet {
    var opening = DataSetOpening(options: options, environment: environment)
    return try await opening.open(path)
  }

  /// The first of `paths` that is not in this data set, where `options` and `environment` are those that it was opened
  /// with; nothing when all are. No ruleset is read, and each folder is looked at once.
  ///
  /// - Throws: that there is no file at a path, or no data set, or a mistake of its configuration.
  package func firstOutside(
    _ paths: some Sequence<String>, options: DataSetOptions, environment: Environment
  ) throws(WorkspaceError) -> String? {
    var opening = DataSetOpening(options: options, environment: environment)
    var isInside: Set<String> = []
    for path in paths {
      let start = try opening.start(path)
      guard !isInside.contains(start) else { continue }
      guard try opening.place(from: start).root == root else { return path }
      isInside.insert(start)
    }
    return nil
  }

  /// What below the root is not looked at.
  var exclusion: Exclusion {
    Exclusion(root: root, rulesetLocation: rulesetLocation, configuration: configuration)
  }

  /// What is below the root.
  func listed() async -> FileListing { await listing?.take() ?? FileListing(folder, exclusion) }

  /// Whether the file or, with a slash at its end, folder at `path` is not looked at.
  func excludes(_ path: String) -> Bool { exclusion.excludes(path) }
}
