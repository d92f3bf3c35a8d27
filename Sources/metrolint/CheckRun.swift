import Findings
import RuleEngine
import Workspace
import YAML

/// A check that a call asks for.
struct CheckRun {
  private let arguments: Arguments
  private let reporting: Reporting

  /// Takes what the call of `command` says.
  init(_ arguments: Arguments, of command: String = "check") throws(Failure) {
    ShortLife.keepFreedMemory()
    self.arguments = arguments
    reporting = try Reporting(arguments, of: command)
  }

  func run(_ console: Console) async throws(Failure) -> ExitStatus {
    do throws(Failure) {
      let fixes = arguments.has(Command.fix) || arguments.has(Command.diff)
      try refuseConflicts()
      var call = try DataSetCall(arguments)
      call.keepResults(in: CacheCall.place(arguments, workingFolder: call.environment.workingFolder))
      var paths = arguments.operands
      if let path = arguments[Command.standardInputPath] {
        let bytes = try InputFile.read(InputFile.standardInput, limit: Limits().fileBytes)
        let place = try await call.put(bytes, at: path, inSetOf: paths.first)
        if paths.isEmpty { paths = [place] }
      }
      if !fixes, arguments[Options.jobs] != 1 { call = call.listingFiles() }
      let work = try await work(call, paths, console)
      if fixes { return try await fix(work, console) }
      let outcome = try await check(work)
      ShortLife.keep(outcome.remains)
      return try tell(outcome, console)
    } catch {
      return try reporting.write(mistakes: error, console)
    }
  }

  /// Says what was found when the facts of all shards are put together.
  func join(_ console: Console) async throws(Failure) -> ExitStatus {
    do throws(Failure) {
      let call = try DataSetCall(arguments)
      var files = arguments.operands
      let folder = files.last.flatMap { files.count > 1 && call.isFolder($0) ? files.popLast() : nil }
      let work = try await work(call, folder.map { [$0] } ?? [], console)
      return try await tell(join(files, work), console)
    } catch {
      return try reporting.write(mistakes: error, console)
    }
  }

  /// Opens the data set of a call.
  private func work(_ call: DataSetCall, _ paths: [String], _ console: Console) async throws(Failure) -> Work
  {
    let (dataSet, files) = try await call.open(paths)
    if dataSet.isRulesetChosen, !arguments.has(Options.quiet) {
      console.say(
        "metrolint: there is no .metrolint.yaml, so the ruleset is \(dataSet.ruleset.name), whose files are here"
      )
    }
    if arguments.has(Options.verbose), !dataSet.rulesetWarnings.findings.isEmpty {
      console.say(dataSet.rulesetWarnings.findings, dataSet.rulesetWarnings.sources)
    }
    return Work(dataSet: dataSet, options: options(files), environment: call.environment)
  }

  /// Refuses what cannot be done together.
  private func refuseConflicts() throws(Failure) {
    if arguments.has(Command.fix), arguments.has(Command.diff) {
      throw .usage(.conflict("--fix changes files and --diff changes nothing; ask for one of them", "check"))
    }
    if arguments.has(Command.diff), arguments[Command.writeBaseline] != nil {
      throw .usage(.conflict("--diff changes nothing, so --write-baseline cannot go with it", "check"))
    }
    if arguments.has(Command.fix), arguments[Command.standardInputPath] != nil {
      throw .usage(.conflict("--fix cannot change standard input; --diff can show what it would do", "check"))
    }
  }

  private func options(_ files: [String]) -> CheckOptions {
    var options = CheckOptions()
    options.baseline = arguments[Command.baseline]
    options.jobs = arguments[Options.jobs]
    if arguments[Command.writeBaseline] != nil {
      // A baseline has all that is found, whatever is to be shown of it.
      options.ignoresBaseline = true
    } else {
      options.files = files
      options.mostFindings = arguments[Command.maxFindings]
    }
    return options
  }

  /// Says what was found.
  private func tell(_ outcome: Check.Outcome, _ console: Console) throws(Failure) -> ExitStatus {
    if arguments.has(Options.verbose) {
      for rule in outcome.idleRules { console.say("metrolint: the rule \(rule) found nothing to look at") }
      for (rule, query) in outcome.idleQueries {
        console.say("metrolint: the rule \(rule) found nothing by \(query)")
      }
      if let problem = outcome.cacheProblem {
        console.say("metrolint: nothing can be kept in the cache folder: \(problem)")
      }
    }
    for path in outcome.strangers {
      console.say("metrolint: nothing looks at \(path), which is no file of the set")
    }
    var report = outcome.report
    if let file = arguments[Command.writeBaseline] { try write(&report, to: file, console) }
    try reporting.write(report, outcome.sources, console)
    return status(report)
  }

  /// Writes the findings as a baseline, which hides them from now on.
  private func write(_ report: inout Report, to file: String, _ console: Console) throws(Failure) {
    do {
      try OutputFile.write(Array(Baseline.text(of: report.findings).utf8), to: file)
    } catch {
      throw .system("cannot write \(file): \(error.message)")
    }
    if !arguments.has(Options.quiet) {
      let count = report.findings.count
      console.say(
        "metrolint: \(file) has \(count == 1 ? "1 finding" : "\(count) findings") now"
          + (count == 0 ? "" : "; --baseline \(file) hides \(count == 1 ? "it" : "them")"))
    }
    report.baselined = report.findings
    report.findings = []
  }

  private func status(_ report: Report) -> ExitStatus {
    let limit = (arguments[Command.failOn] ?? .severity(.error)).severity
    let counts = Severity.allCases.filter { report.count($0) > 0 }
    return counts.contains { severity in limit.map { severity >= $0 } == true } ? .findings : .fine
  }
}

// MARK: Work

extension CheckRun {
  /// What is to be worked on.
  private struct Work {
    let dataSet: DataSet
    var options: CheckOptions
    let environment: Environment
  }

  private func check(_ work: Work) async throws(Failure) -> Check.Outcome {
    let (work, progress) = watched(work)
    defer { progress?.end() }
    do {
      return try await Check(work.dataSet, options: work.options, environment: work.environment).run()
    } catch {
      throw Failure(error)
    }
  }

  private func join(_ files: [String], _ work: Work) async throws(Failure) -> Check.Outcome {
    do {
      return try await Check(work.dataSet, options: work.options, environment: work.environment)
        .run(joining: files)
    } catch {
      throw Failure(error)
    }
  }

  /// Repairs the set and says what remains, or shows what that would change.
  private func fix(_ work: Work, _ console: Console) async throws(Failure) -> ExitStatus {
    let outcome = try await fixes(work)
    let call = FixCall(
      outcome, of: work.dataSet, work.environment, isQuiet: arguments.has(Options.quiet))
    if arguments.has(Command.diff) {
      try call.show(console)
      return status(outcome.before.report)
    }
    try call.write(console)
    return try tell(outcome.after, console)
  }

  private func fixes(_ work: Work) async throws(Failure) -> FixRun.Outcome {
    let (work, progress) = watched(work)
    defer { progress?.end() }
    do {
      return try await FixRun(work.dataSet, options: work.options, environment: work.environment).run()
    } catch {
      throw Failure(error)
    }
  }

  /// The same work, with a line on the terminal that says how far it is.
  private func watched(_ work: Work) -> (Work, Progress?) {
    guard Descriptor.standardError.isTerminal, !arguments.has(Options.quiet) else { return (work, nil) }
    let progress = Progress()
    var work = work
    work.options.progress = { progress.show($0, of: $1) }
    return (work, progress)
  }
}
