import Findings
import RuleEngine
import Workspace

/// What a rule says of itself, whether a ruleset has it or it needs none.
struct RuleDescription: Sendable {
  /// What stands in the place of a ruleset for rules that need none.
  static let builtIn = "built-in"

  /// Its name.
  let id: RuleID
  /// How much its findings weigh; nothing when it is off.
  let severity: Severity?
  /// The key that names its kind, or `built-in`.
  let kind: String
  /// One sentence: what holds when it is kept.
  let summary: String
  /// Why it matters and what to do; empty when its ruleset does not say.
  let rationale: String
  /// Where it is written: its file, or `built-in`.
  let origin: String
  /// Its examples.
  let examples: [Example]

  /// All rules of a data set, those that are off included, by id.
  static func all(of dataSet: DataSet, workingFolder: String) -> [RuleDescription] {
    let folder =
      switch dataSet.rulesetLocation {
      case .builtIn(let name): name
      case .folder(let path): Path.relative(path, to: workingFolder)
      }
    let own = dataSet.ruleset.rules.map { rule in
      RuleDescription(
        id: rule.id, severity: dataSet.inForce[rule.id], kind: rule.kindName, summary: rule.summary,
        rationale: rule.rationale, origin: Path.join(folder, rule.path), examples: rule.examples)
    }
    let others = BuiltInRules.all.map { rule in
      RuleDescription(
        id: rule.id, severity: dataSet.inForce[rule.id], kind: builtIn, summary: rule.summary,
        rationale: rule.rationale, origin: builtIn, examples: [])
    }
    return (own + others).sorted { $0.id < $1.id }
  }
}
