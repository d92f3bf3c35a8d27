import Findings
import RuleEngine
import Workspace

/// What a rule says of itself, whether a ruleset has it or it needs none.
struct RuleDescription: Sendable {
  /// What stands in the place of a ruleset for rules that need none.
  static let builtIn = "built-in"

  /// Its name.
  let id: RuleID
  /// Names that it had formerly.
  var formerly: [RuleID] = []
  /// How much its findings weigh; nothing when it is off.
  let severity: Severity?
  /// The key that names its kind, or `built-in`.
  let kind: String
  /// One sentence: what holds when it is kept.
  let summary: String
  /// Why it matters and what to do; empty when its ruleset does not say.
  let rationale: String
  /// One line: what to do; nothing when the rationale has it.
  var help: String?
  /// What it looks at and how, as its file has it; empty for a rule that needs no ruleset.
  var definition = ""
  /// Where it is written: its file, or `built-in`.
  let origin: String
  /// Its examples.
  var examples: [Example] = []

  /// All rules of a data set, those that are off included, by id.
  static func all(of dataSet: DataSet, workingFolder: String) -> [RuleDescription] {
    (own(of: dataSet, workingFolder: workingFolder) + builtIn(dataSet.inForce)).sorted { $0.id < $1.id }
  }

  /// The rules of a data set's ruleset, those that are off included, by id.
  static func own(of dataSet: DataSet, workingFolder: String) -> [RuleDescription] {
    let folder =
      switch dataSet.rulesetLocation {
      case .builtIn(let name): name
      case .folder(let path): Path.relative(path, to: workingFolder)
      }
    return dataSet.ruleset.rules.map { rule in
      RuleDescription(
        id: rule.id, formerly: rule.formerly, severity: dataSet.inForce[rule.id], kind: rule.kindName,
        summary: rule.summary, rationale: rule.rationale, definition: dataSet.ruleset.definition(of: rule),
        origin: Path.join(folder, rule.path), examples: rule.examples)
    }
  }

  /// The rules that need no ruleset, those that are off included, by id.
  static func builtIn(_ inForce: RulesInForce) -> [RuleDescription] {
    BuiltInRules.all.map { rule in
      RuleDescription(
        id: rule.id, severity: inForce[rule.id], kind: builtIn, summary: rule.summary,
        rationale: rule.rationale, help: rule.help, origin: builtIn)
    }
  }
}
