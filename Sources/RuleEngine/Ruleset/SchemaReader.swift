import SourceText

/// The schemas of a ruleset, read and compiled, with everything that is wrong with them.
struct SchemaReader: Sendable {
  private(set) var folder = SchemaFolder()
  private(set) var mistakes = Mistakes()
  /// The texts of the schemas, by the path that findings have.
  private(set) var texts: [String: SourceText] = [:]

  init(_ files: RulesetFiles) {
    for path in files.paths where RulesetLayout.place(of: path) == .schema {
      let text = files.text(path)
      texts[files.shown(path)] = text
      if let file = RulesetFile(text, path: path, shownPath: files.shown(path), &mistakes) {
        folder.add(file)
      }
    }
    folder.compileAll(&mistakes)
  }
}
