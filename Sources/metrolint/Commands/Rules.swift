import Findings
import Reporters
import RuleEngine
import Workspace

extension Command {
  /// `metrolint rules`.
  static let rules = Command(
    name: "rules",
    summary: "list every rule in force, with its severity and where it is written",
    operands: [Operand(Values.path, .optional, "a folder of the data set (default: the current folder)")],
    options: [format] + DataSetCall.options,
    examples: [
      Example("metrolint rules", "the rules of the set that the current folder is in"),
      Example("metrolint rules --ruleset metropolis --format json", "those of a ruleset, for programs"),
    ],
    statuses: [.fine: "the rules are listed", .findings: ""]
  ) { arguments, console throws(Failure) in
    let call = try DataSetCall(arguments)
    let dataSet = try await call.open(arguments.operands).dataSet
    let rules = RuleDescription.all(of: dataSet, workingFolder: call.environment.workingFolder)
      .filter { $0.severity != nil }
    switch arguments[format] ?? .human {
    case .human: try console.write(table(rules))
    case .json: try console.write(JSONWriter.line(json(rules, of: dataSet.ruleset), isPretty: true))
    case .names: try console.write(rules.map { "\($0.id)\n" }.joined())
    }
    return .fine
  }

  private enum ListFormat: String, Sendable, CaseIterable {
    case human, json, names
  }

  private static let format = Option(
    "format", short: "f",
    Value.choice(
      "FORMAT",
      [
        (.init("human", "a table for people"), ListFormat.human), (.init("json", "one JSON value"), .json),
        (.init("names", "the ids alone, one a line"), .names),
      ]),
    "how to list them (default: human)")

  private static func table(_ rules: [RuleDescription]) -> String {
    let rows = rules.map { [$0.id.rawValue, $0.severity?.rawValue ?? "", $0.origin] }
    let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count + 2) }
      return cells.joined() + row[2] + "\n"
    }.joined()
  }

  private static func json(_ rules: [RuleDescription], of ruleset: Ruleset) -> JSONValue {
    [
      "version": 1,
      "ruleset": ["name": .string(ruleset.name), "version": .string(ruleset.version)],
      "rules": .array(
        rules.map { rule in
          [
            "rule": .string(rule.id.rawValue), "severity": .optional(rule.severity?.rawValue),
            "kind": .string(rule.kind), "summary": .string(rule.summary), "source": .string(rule.origin),
          ]
        }),
    ]
  }
}
