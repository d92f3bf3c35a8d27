package import Findings

/// What a call may say of a data set, beside where it is.
package struct DataSetOptions: Sendable {
  /// A built-in ruleset's name or a folder; nothing to let the configuration say.
  package var ruleset: String?
  /// When it is not empty, only these rules are in force.
  package var only: [String] = []
  /// Rules that are not in force.
  package var skip: [String] = []
  /// Rules with the severity that they get, or off.
  package var severities: [(rule: String, level: RuleLevel)] = []
  /// The day that rules take for today, as `YYYY-MM-DD`; nothing to leave what needs it unchecked.
  package var today: String?

  /// Whether the rules of a built-in ruleset have their examples, which only those need who show or run them.
  package var readsExamples = false

  /// Whether the files are looked for while the ruleset is read, for one check that begins at once.
  package var listsFiles = false

  /// Options that change nothing.
  package init() {}
}

/// What a rule is set to.
package enum RuleLevel: Sendable, Hashable {
  /// It is not in force.
  case off
  /// It is in force, and its findings weigh this.
  case severity(Severity)

  /// How much its findings weigh; nothing when it is off.
  package var severity: Severity? {
    if case .severity(let severity) = self { severity } else { nil }
  }

  /// The words for them, in files and on the command line.
  package static let names: [(name: String, level: RuleLevel)] =
    [("off", .off)] + Severity.allCases.map { ($0.rawValue, .severity($0)) }
}
