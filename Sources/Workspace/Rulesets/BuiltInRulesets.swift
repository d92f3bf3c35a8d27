/// The rulesets inside the program: all of `Rules/`, put there when the package is built.
package enum BuiltInRulesets {
  /// Their names, sorted.
  package static var names: [String] {
    var names: [String] = []
    for (ruleset, _, _) in texts where names.last != ruleset.description { names.append(ruleset.description) }
    return names
  }
}
