import Reporters
import RuleEngine
import Spelling
import Workspace

extension Command {
  /// `metrolint schema`.
  static let schema = Command(
    name: "schema",
    summary: "print the JSON Schema of a source, with the keys that may stand in it",
    details: """
      For editors without the language server: any plugin that takes a JSON Schema for YAML completes and checks the fields of the source's files and the keys of the indexes that they refer to, each with what it means.
      The keys are those of the data set now; print it again when they change.
      """,
    operands: [
      Operand(Values.text("SOURCE"), .one, "the source, as the ruleset names it"),
      Operand(Values.path, .optional, "a folder of the data set (default: the current folder)"),
    ],
    options: [Options.ruleset],
    examples: [
      Example("metrolint schema activities > .activity.schema.json", "for the modeline of an activity file")
    ],
    statuses: [.fine: "the schema is printed", .findings: ""]
  ) { arguments, console throws(Failure) in
    let call = try DataSetCall(arguments)
    let dataSet = try await call.open(Array(arguments.operands.dropFirst())).dataSet
    let name = arguments.operands.first ?? ""
    let names = dataSet.ruleset.sources.map(\.name)
    guard let source = names.firstIndex(of: name) else {
      let closest = Closest.match(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
      throw .misuse(
        "the ruleset \(dataSet.ruleset.name) has no source \(name)" + closest,
        help: "its sources are \(names.joined(separator: ", "))")
    }
    let files = try call.rulesetFiles(of: dataSet)
    let session = await Session(dataSet, options: CheckOptions(), environment: call.environment)
    try console.write(JSONWriter.line(SourceSchema(session, source: source, files).json, isPretty: true))
    return .fine
  }
}
