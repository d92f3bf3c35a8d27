import Findings
import RuleEngine
import Workspace

extension Command {
  /// `metrolint test`.
  static let test = Command(
    name: "test",
    summary: "run the examples of a ruleset's rules",
    details: """
      Each rule must report exactly what its examples mark with double brackets, and its fixes must give the text that they must give. Each example is also run with CRLF line ends, with a byte order mark, and with a comment of multi-byte characters before it.
      """,
    operands: [
      Operand(
        Values.text("RULESET", completion: .folders), .optional,
        "the ruleset's folder, or the name of a built-in one (default: that of the data set here)")
    ],
    options: Reporting.options + [Options.jobs],
    examples: [
      Example("metrolint test rules", "the ruleset in the folder rules"),
      Example("metrolint test rules --format junit > tests.xml", "for the test view of a CI system"),
    ],
    statuses: [
      .fine: "every example is right", .findings: "some are not", .misuse: "the ruleset or the call is wrong",
    ]
  ) { arguments, console throws(Failure) in
    let reporting = try Reporting(arguments, of: "test")
    do throws(Failure) {
      var call = try DataSetCall(arguments).withExamples()
      if let ruleset = arguments.operands.first { call = call.with(ruleset: ruleset) }
      let dataSet = try await call.open([]).dataSet
      let ruleset = dataSet.ruleset
      let runner = ExampleRunner(ruleset)
      var outcomes: [RuleOutcome] = []
      let jobs = arguments[Options.jobs]
      try await FileRun.forEach(ruleset.rules, jobs: jobs) {
        runner.run($0)
      } handOn: {
        outcomes.append($0)
      }
      let examples = ExampleReport(
        ruleset, try call.rulesetFiles(of: dataSet), outcomes, warnings: dataSet.rulesetWarnings.findings)
      try reporting.write(examples.report, examples.sources, console, totals: examples.summary)
      return examples.report.findings.isEmpty ? .fine : .findings
    } catch {
      return try reporting.write(mistakes: error, console)
    }
  }
}
