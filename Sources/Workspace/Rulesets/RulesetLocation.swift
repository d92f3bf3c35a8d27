import Findings
package import RuleEngine
import Spelling

/// Where a ruleset is.
package enum RulesetLocation: Sendable, Hashable {
  /// Inside the program.
  case builtIn(String)
  /// A folder, by its absolute path.
  case folder(String)

  /// What `name` means: the built-in ruleset of that name, or a folder relative to `folder`. A name with a slash or
  /// a dot at its beginning is always a folder.
  package init(_ name: String, relativeTo folder: String, _ files: any Files) throws(WorkspaceError) {
    let path = Path.absolute(name, in: folder)
    if BuiltInRulesets.names.contains(name) {
      self = .builtIn(name)
    } else if files.kind(of: path) == .folder {
      self = .folder(path)
    } else {
      let closest = Closest.matches(to: name, among: BuiltInRulesets.names)
      throw .usage(
        "there is no ruleset \(name): no built-in one has this name, and it is no folder"
          + (closest.first.map { "; did you mean \($0)?" } ?? ""),
        suggestions: closest,
        help: "the built-in rulesets are \(BuiltInRulesets.names.joined(separator: ", "))")
    }
  }

  /// The files of the ruleset; YAML and JSON alone, since a ruleset is nothing else.
  ///
  /// - Parameter examples: whether the rules of a built-in ruleset have their examples. Those of a folder always have
  ///   them, since there may be mistakes in them.
  package func read(_ environment: Environment, examples: Bool) throws(WorkspaceError) -> RulesetFiles {
    switch self {
    case .builtIn(let name):
      return BuiltInRulesets.files(of: name, examples: examples) ?? RulesetFiles(origin: name, files: [:])
    case .folder(let folder):
      let shown = Path.relative(folder, to: environment.workingFolder)
      return RulesetFiles(
        origin: shown, files: try RulesetLocation.read(folder, shown: shown, environment.files))
    }
  }

  private static func read(
    _ path: String, shown: String, _ files: any Files
  ) throws(WorkspaceError) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    var current = shown
    do throws(FileProblem) {
      let folder = try files.folder(path)
      for file in folder.files(enters: { _ in true }) where belongs(file.path) {
        current = shown + "/" + file.path
        contents[file.path] = try folder.bytes(of: file.content.get(), limit: mostBytes)
      }
    } catch {
      throw .failure("\(current) \(error.reason)")
    }
    return contents
  }

  /// No file of a ruleset is larger.
  private static let mostBytes = 64 << 20

  private static func belongs(_ path: String) -> Bool {
    [".yaml", ".yml", ".json"].contains { path.hasSuffix($0) }
  }
}
