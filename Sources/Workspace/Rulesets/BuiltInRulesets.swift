package import RuleEngine

/// The rulesets inside the program: all of `Rules/`, put there when the package is built.
package enum BuiltInRulesets {
  /// Their names, sorted.
  package static var names: [String] {
    var names: [String] = []
    for file in texts where names.last != file.ruleset.description {
      names.append(file.ruleset.description)
    }
    return names
  }

  /// The files of the ruleset of this name; nothing when there is none.
  ///
  /// - Parameter examples: whether its rules have their examples, which are most of the text. A check needs none.
  package static func files(of name: String, examples: Bool) -> RulesetFiles? {
    files(of: name, examples: examples) { examples || !$0.hasPrefix("examples/") }
  }

  /// The sources of the ruleset of this name; nothing when there is none. Its rules and schemas are not read.
  static func sources(of name: String) -> [Ruleset.Source]? {
    files(of: name, examples: false) { $0 == Ruleset.settingsFile }.flatMap(Ruleset.readSources)
  }

  private static func files(
    of name: String, examples: Bool, where isWanted: (String) -> Bool
  ) -> RulesetFiles? {
    var files: [String: [UInt8]] = [:]
    for file in texts where file.ruleset.description == name && isWanted(file.path.description) {
      var bytes = file.text.withUTF8Buffer { unsafe Array($0) }
      if examples { file.examples.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) } }
      files[file.path.description] = bytes
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
