import Findings
import RuleEngine
import Spelling
import Workspace

extension Command {
  /// `metrolint explain`.
  static let explain = Command(
    name: "explain",
    summary: "tell what a rule is for, with examples",
    details: """
      The rule is one of the data set that the current folder is in, or of a built-in ruleset. In the examples, what the rule reports stands in double brackets.
      """,
    operands: [Operand(Values.rule, .one, "the id of the rule")],
    options: [Options.ruleset],
    examples: [
      Example("metrolint explain outcome-exists", "why it matters, what it reports, where it is written")
    ],
    statuses: [.fine: "the rule is explained", .findings: "", .misuse: "there is no such rule"]
  ) { arguments, console throws(Failure) in
    let name = arguments.operands[0]
    for dataSet in try candidates(arguments) {
      let folder = try WorkingFolder.path()
      // A name of earlier versions means the rule of today.
      let id = dataSet.ruleset.rule(named: RuleID(rawValue: name))?.id ?? RuleID(rawValue: name)
      let rules = RuleDescription.all(of: dataSet, workingFolder: folder)
      if let rule = rules.first(where: { $0.id == id }) {
        try console.write(RulePage.text(rule))
        return .fine
      }
    }
    let known = try candidates(arguments).flatMap { $0.ruleset.allRules.map(\.rawValue) }
    let closest = Closest.match(to: name, among: Set(known).sorted())
    throw .misuse(
      "there is no rule \(name)" + (closest.map { "; did you mean \($0)?" } ?? ""),
      help: "metrolint rules lists them all")
  }

  /// The data sets whose rules may be meant: that of the current folder or, when there is none, one of each built-in
  /// ruleset.
  private static func candidates(_ arguments: Arguments) throws(Failure) -> [DataSet] {
    let call = try DataSetCall(arguments)
    do {
      return [try call.open([]).dataSet]
    } catch {
      guard case .misuse = error, arguments[Options.ruleset] == nil else { throw error }
    }
    var dataSets: [DataSet] = []
    for name in BuiltInRulesets.names {
      dataSets.append(try call.with(ruleset: name).open([]).dataSet)
    }
    return dataSets
  }
}
