import Findings
import RuleEngine
import Workspace
import YAML

extension Command {
  /// `metrolint check`.
  static let check = Command(
    name: "check",
    summary: "check the data set that PATH is in",
    details: """
      A data set is a folder of YAML files that refer to each other, with a ruleset that says what must hold. It is found by walking up from PATH to .metrolint.yaml; without one, the built-in ruleset whose files are there is used.
      With files, the whole set is checked, and what touches these files is shown.
      """,
    operands: [Operand(Values.path, .any, "a folder or files of the data set (default: the current folder)")],
    options: Reporting.options + DataSetCall.options + CacheCall.options + [
      baseline, diff, failOn, fix, Options.jobs, maxFindings, standardInputPath, Options.today,
      writeBaseline,
    ],
    examples: [
      Example("metrolint check", "check the set that the current folder is in"),
      Example(
        "metrolint check activities/2021-03-08-womens-day.yaml", "check the set, show what touches this file"),
      Example("metrolint check --only outcome-exists --format concise", "one rule, one line a finding"),
      Example("metrolint check --diff | git apply", "what --fix does, after a look at it"),
      Example(
        "metrolint check --output junit=report.xml --output sarif=report.sarif",
        "what people read on standard output, and two files for other programs"),
    ]
  ) { arguments, console throws(Failure) in
    try await CheckRun(arguments).run(console)
  }

  static let baseline = Option(
    "baseline", Values.file, "hide the findings that FILE has (default: what .metrolint.yaml says)")
  static let diff = Flag(
    "diff", "show what --fix would change as a unified diff, in place of the findings")
  static let fix = Flag(
    "fix", "repair what has exactly one right answer, then show what remains")
  static let failOn = Option(
    "fail-on",
    Value.choice(
      "LEVEL",
      Severity.allCases.reversed().map { (.init($0.rawValue), RuleLevel.severity($0)) } + [
        (.init("never"), .off)
      ]),
    "exit with status 1 from findings of this severity up (default: error)")
  static let maxFindings = Option(
    "max-findings", Values.count, "show the N worst findings; how many are left out is said")
  static let standardInputPath = Option(
    "stdin-path", Values.path, "let standard input stand for this file of the set")
  static let writeBaseline = Option(
    "write-baseline", Values.file,
    "write all that is found to FILE, as a baseline, for --baseline")
}
