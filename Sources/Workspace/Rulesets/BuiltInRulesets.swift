package import RuleEngine

/// The rulesets inside the program: all of `Rules/`, put there when the package is built.
package enum BuiltInRulesets {
  /// Their names, sorted.
  package static var names: [String] {
    var names: [String] = []
    for (ruleset, _, _) in texts where names.last != ruleset.description { names.append(ruleset.description) }
    return names
  }

  /// The files of the ruleset of this name; nothing when there is none.
  package static func files(of name: String) -> RulesetFiles? {
    files(of: name) { _ in true }
  }

  /// The sources of the ruleset of this name; nothing when there is none. Its rules and schemas are not read.
  static func sources(of name: String) -> [Ruleset.Source]? {
    files(of: name) { $0 == Ruleset.settingsFile }.flatMap(Ruleset.readSources)
  }

  private static func files(of name: String, where isWanted: (String) -> Bool) -> RulesetFiles? {
    var files: [String: [UInt8]] = [:]
    for (ruleset, path, text) in texts where ruleset.description == name && isWanted(path.description) {
      files[path.description] = text.withUTF8Buffer { unsafe Array($0) }
    }
    return files.isEmpty ? nil : RulesetFiles(origin: name, files: files)
  }

  /// The one whose required files are in `folder`, an absolute path; nothing when none fits.
  package static func fitting(_ folder: String, _ files: any Files) -> String? {
    guard case .builtIn(let name) = try? RulesetChoice.find(from: [folder], files: files).ruleset else {
      return nil
    }
    return name
  }
}
