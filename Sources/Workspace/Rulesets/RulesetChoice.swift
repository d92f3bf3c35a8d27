import RuleEngine

/// The built-in ruleset that fits the files that are there, for a data set whose configuration names none.
struct RulesetChoice {
  /// The folder in which the files are.
  let root: String
  /// The ruleset.
  let ruleset: RulesetLocation

  /// The first of `folders` (absolute) in which all required sources of a built-in ruleset have a file; of several
  /// rulesets the one that asks for most.
  ///
  /// - Parameter isConfigured: whether there is a configuration, which names no ruleset.
  static func find(
    from folders: some Sequence<String>, isConfigured: Bool = false, files: any Files
  ) throws(WorkspaceError) -> RulesetChoice {
    let candidates = BuiltInRulesets.names.compactMap { name -> (name: String, required: [[Glob]])? in
      guard let sources = BuiltInRulesets.sources(of: name) else { return nil }
      let required = sources.filter(\.isRequired).map(\.files)
      // One that asks for nothing would fit every folder.
      return required.isEmpty ? nil : (name, required)
    }.sorted { ($1.required.count, $0.name) < ($0.required.count, $1.name) }
    var first: String?
    for folder in folders {
      first = first ?? folder
      for (name, required) in candidates where required.allSatisfy({ hasFile($0, in: folder, files) }) {
        return RulesetChoice(root: folder, ruleset: .builtIn(name))
      }
    }
    throw .usage(
      "no ruleset fits: "
        + (isConfigured
          ? "\(Configuration.fileName) names none" : "there is no \(Configuration.fileName) here or above")
        + ", and no built-in ruleset finds its files",
      help: isConfigured
        ? "write ruleset: NAME or a folder in \(Configuration.fileName)"
        : "metrolint init begins a data set; --ruleset names a ruleset")
  }

  /// Whether a file in `folder` matches. Only places that the patterns name are looked at, since the folder may be
  /// the root of a disk.
  private static func hasFile(_ globs: [Glob], in folder: String, _ files: any Files) -> Bool {
    globs.contains { glob in
      guard !glob.isExclusion else { return false }
      let literal = glob.literalFolder
      if literal.isWhole { return files.kind(of: Path.join(folder, literal.path)) == .file }
      // A pattern from the root on could match anything anywhere; that is no sign of a data set.
      guard !literal.path.isEmpty else { return false }
      let base = Path.join(folder, literal.path)
      guard files.kind(of: base) == .folder, let inside = try? files.folder(base) else { return false }
      return inside.files { _ in true }.contains { globs.includes(literal.path + "/" + $0.path) }
    }
  }
}

extension Glob {
  /// The folders at the pattern's beginning that are written out; the whole of it when all is.
  fileprivate var literalFolder: (path: String, isWhole: Bool) {
    let parts = pattern.split(separator: "/")
    let literal = parts.prefix { part in !part.contains { "*?[{".contains($0) } }
    return (literal.joined(separator: "/"), literal.count == parts.count)
  }
}
