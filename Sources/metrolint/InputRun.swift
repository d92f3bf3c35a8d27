import Findings
import Reporters
import RuleEngine
import SourceText
import YAML

/// A command's work on each of the files that a call names, when what comes of a file is lines on standard output.
struct InputRun: Sendable {
  /// What came of a file.
  struct Outcome: Sendable {
    /// What goes to standard output.
    var output: OutputBuffer
    /// What is wrong with the file as YAML, with its text.
    var problems: (findings: [Finding], source: SourceText)?
    /// Why it could not be read at all.
    var failure: Failure?
    /// Whether the work found what it is about.
    var isFound = false
  }

  /// What came of all files.
  struct Summary {
    /// Whether the work found in some file what it is about.
    var isFound = false
    /// Whether some file is no YAML.
    var isBroken = false
    /// The worst of the exit statuses of files that could not be read; nothing when all could.
    var failure: ExitStatus?
  }

  /// How many files are worked at at once.
  let jobs: Int?

  /// Takes what the call says.
  init(_ arguments: Arguments) {
    jobs = arguments[Options.jobs]
  }

  /// Does `work` on the tree of each file that is YAML; all files are worked at, whatever comes of others.
  ///
  /// - Parameter work: fills in what came of a file.
  func forEach(
    _ paths: [String], _ console: Console, _ work: @escaping @Sendable (Tree, String, inout Outcome) -> Void
  ) async throws(Failure) -> Summary {
    var summary = Summary()
    let stream = paths.count == 1 ? console : nil
    try await FileRun.forEach(paths, jobs: jobs) {
      Self.outcome(of: $0, OutputBuffer(to: stream), work)
    } handOn: { outcome throws(Failure) in
      if let failure = outcome.output.failure { throw failure }
      try console.write(outcome.output.bytes)
      if let (findings, source) = outcome.problems, let path = findings.first?.path {
        console.say(findings, Sources([path: source]))
      }
      if let failure = outcome.failure {
        console.say(failure)
        summary.failure = max(summary.failure ?? .fine, failure.status)
      }
      summary.isFound = summary.isFound || outcome.isFound
      summary.isBroken =
        summary.isBroken || outcome.problems != nil
    }
    return summary
  }

  private static func outcome(
    of path: String, _ output: OutputBuffer, _ work: (Tree, String, inout Outcome) -> Void
  ) -> Outcome {
    var outcome = Outcome(output: output)
    do throws(Failure) {
      let source = SourceText(fileBytes: try InputFile.read(path, limit: Limits().fileBytes))
      let file = loadYAML(source)
      let findings = file.errors(path: path)
      if !findings.isEmpty { outcome.problems = (findings, source) }
      if let tree = file.tree { work(tree, path, &outcome) }
    } catch {
      outcome.failure = error
    }
    return outcome
  }
}
