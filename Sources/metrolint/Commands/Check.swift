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
    options: Reporting.options + DataSetCall.options + [
      baseline, failOn, Options.jobs, maxFindings, standardInputPath, writeBaseline,
    ],
    examples: [
      Example("metrolint check", "check the set that the current folder is in"),
      Example(
        "metrolint check activities/2021-03-08-womens-day.yaml", "check the set, show what touches this file"),
      Example("metrolint check --only outcome-exists --format concise", "one rule, one line a finding"),
      Example(
        "metrolint check --output junit=report.xml --output sarif=report.sarif",
        "what people read on standard output, and two files for other programs"),
    ]
  ) { arguments, console throws(Failure) in
    try await CheckRun(arguments).run(console)
  }

  fileprivate static let baseline = Option(
    "baseline", Values.file, "hide the findings that FILE has (default: what .metrolint.yaml says)")
  fileprivate static let failOn = Option(
    "fail-on",
    Value.choice(
      "LEVEL",
      Severity.allCases.reversed().map { (.init($0.rawValue), RuleLevel.severity($0)) } + [
        (.init("never"), .off)
      ]),
    "exit with status 1 from findings of this severity up (default: error)")
  fileprivate static let maxFindings = Option(
    "max-findings", Values.count, "show the N worst findings; how many are left out is said")
  fileprivate static let standardInputPath = Option(
    "stdin-path", Values.path, "let standard input stand for this file of the set")
  fileprivate static let writeBaseline = Option(
    "write-baseline", Values.file, "write what is found to FILE, as a baseline")
}

/// A check that a call asks for.
private struct CheckRun {
  private let arguments: Arguments
  private let reporting: Reporting

  init(_ arguments: Arguments) throws(Failure) {
    self.arguments = arguments
    reporting = try Reporting(arguments, of: "check")
  }

  func run(_ console: Console) async throws(Failure) -> ExitStatus {
    do throws(Failure) {
      let outcome = try await check(console)
      if arguments.has(Options.verbose) {
        for rule in outcome.idleRules { console.say("metrolint: the rule \(rule) found nothing to look at") }
      }
      if let file = arguments[Command.writeBaseline] {
        try write(Baseline.text(of: outcome.report.findings), to: file, console)
        return .fine
      }
      try reporting.write(outcome.report, outcome.sources, console)
      return status(outcome.report)
    } catch {
      return try reporting.write(mistakes: error, console)
    }
  }

  private func check(_ console: Console) async throws(Failure) -> Check.Outcome {
    var call = try DataSetCall(arguments)
    var paths = arguments.operands
    if let path = arguments[Command.standardInputPath] {
      call.put(try InputFile.read(InputFile.standardInput, limit: Limits().fileBytes), at: path)
      if paths.isEmpty { paths = [path] }
    }
    let (dataSet, files) = try call.open(paths)
    if dataSet.isRulesetChosen, !arguments.has(Options.quiet) {
      console.say(
        "metrolint: there is no .metrolint.yaml, so the ruleset is \(dataSet.ruleset.name), whose files are here"
      )
    }
    var options = CheckOptions()
    options.files = files
    options.baseline = arguments[Command.baseline]
    options.ignoresBaseline = arguments[Command.writeBaseline] != nil
    options.jobs = arguments[Options.jobs]
    options.mostFindings = arguments[Command.maxFindings]
    let progress = Descriptor.standardError.isTerminal && !arguments.has(Options.quiet) ? Progress() : nil
    if let progress { options.progress = { progress.show($0, of: $1) } }
    defer { progress?.end() }
    do {
      return try await Check(dataSet, options: options, environment: call.environment).run()
    } catch {
      throw Failure(error)
    }
  }

  private func write(_ text: String, to path: String, _ console: Console) throws(Failure) {
    do {
      try OutputFile.write(Array(text.utf8), to: path)
    } catch {
      throw .system("cannot write \(path): \(error.message)")
    }
  }

  private func status(_ report: Report) -> ExitStatus {
    let limit = (arguments[Command.failOn] ?? .severity(.error)).severity
    let counts = Severity.allCases.filter { report.count($0) > 0 }
    return counts.contains { severity in limit.map { severity >= $0 } == true } ? .findings : .fine
  }
}
