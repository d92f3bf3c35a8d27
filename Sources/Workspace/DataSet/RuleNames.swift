package import Findings
package import RuleEngine
import Spelling

// The built-in rules that are about whole files and so are kept here.
extension RuleID {
  static let missingSource: RuleID = "missing-source"
  static let staleBaseline: RuleID = "stale-baseline"
  static let unknownFile: RuleID = "unknown-file"
  static let unreadableFile: RuleID = "unreadable-file"
  static let unusedSuppression: RuleID = "unused-suppression"

  /// The rules that tell why nothing else can be said of a file.
  static let unreadable: Set<RuleID> = [
    .unreadableFile, "yaml-encoding", "yaml-limit", "yaml-syntax", "yaml-undefined-alias",
  ]
}

extension Ruleset {
  /// All rules that there are, those that need no ruleset included, by id.
  package var allRules: [RuleID] { (rules.map(\.id) + BuiltInRules.all.map(\.id)).sorted() }

  /// The rule that `name` means: its name, or one that it had formerly.
  func id(named name: String) -> RuleID? {
    let id = RuleID(rawValue: name)
    return rule(named: id)?.id ?? BuiltInRules.rule(named: id)?.id
  }

  /// What to say of a rule that is not there.
  package func unknownRule(_ name: String) -> WorkspaceError.Usage {
    let closest = Closest.matches(to: name, among: allRules.map(\.rawValue))
    return WorkspaceError.Usage(
      "there is no rule \(name)" + (closest.first.map { "; did you mean \($0)?" } ?? ""),
      suggestions: closest,
      help: "metrolint rules lists them all")
  }
}

extension DataSet {
  /// The rules in force as reports tell them, by id.
  var rulesInForce: [Report.Rule] {
    let own = ruleset.rules.map {
      (id: $0.id, summary: $0.summary, rationale: $0.rationale, kind: $0.kindName)
    }
    let builtIn = BuiltInRules.all.map {
      (id: $0.id, summary: $0.summary, rationale: $0.rationale, kind: "built-in")
    }
    return (own + builtIn).compactMap { rule in
      inForce[rule.id].map {
        Report.Rule(
          id: rule.id, summary: rule.summary, rationale: rule.rationale, severity: $0, kind: rule.kind)
      }
    }.sorted { $0.id < $1.id }
  }
}
