package import Findings

/// For each rule, also those that need no ruleset, how much its findings weigh or that it is off.
package struct RulesInForce: Sendable, Hashable {
  /// By the text of the id, which the runtime knows as a key already: a type of its own is looked for among all types.
  private var severities: [String: Severity] = [:]

  /// The day that rules take for today, as `YYYY-MM-DD`; nothing when nobody has said which. The clock is never asked.
  package var today: String?

  /// All rules of `ruleset` and all that need none, each as it declares itself.
  package init(_ ruleset: Ruleset?) {
    for rule in BuiltInRules.all { severities[rule.id.rawValue] = rule.severity }
    for rule in ruleset?.rules ?? [] { severities[rule.id.rawValue] = rule.severity }
  }

  /// How much the findings of a rule weigh; nothing when the rule is off. A former name of a rule is not known
  /// here; `Ruleset.rule(named:)` gives the name of today.
  package subscript(rule: RuleID) -> Severity? {
    get { severities[rule.rawValue] }
    set { severities[rule.rawValue] = newValue }
  }

  /// The rules that are not off, by id.
  package var rules: [RuleID] { severities.keys.map { RuleID(rawValue: $0) }.sorted() }

  /// Turns off every rule but these.
  package mutating func keepOnly(_ rules: Set<RuleID>) {
    severities = severities.filter { rules.contains(RuleID(rawValue: $0.key)) }
  }
}
