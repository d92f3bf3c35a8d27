import SourceText

/// Some files of a ruleset, loaded, with what is wrong with them as YAML.
struct LoadedRulesetFiles: Sendable {
  /// Those that could be loaded.
  private(set) var files: [RulesetFile] = []
  private(set) var mistakes = Mistakes()
  /// The texts of all, by the path that findings have.
  private(set) var texts: [String: SourceText] = [:]

  init(_ paths: [String], of all: RulesetFiles) {
    for path in paths {
      let text = all.text(path)
      texts[all.shown(path)] = text
      if let file = RulesetFile(text, path: path, shownPath: all.shown(path), &mistakes) {
        files.append(file)
      }
    }
  }
}
