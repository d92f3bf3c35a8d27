/// The schemas of a ruleset, loaded and compiled, with everything that is wrong with them.
struct SchemaReader: Sendable {
  let loaded: LoadedRulesetFiles
  private(set) var folder = SchemaFolder()
  /// What is wrong with them as schemas.
  private(set) var mistakes = Mistakes()

  init(_ paths: [String], of files: RulesetFiles) {
    loaded = LoadedRulesetFiles(paths, of: files)
    for file in loaded.files { folder.add(file) }
    folder.compileAll(&mistakes)
  }
}
