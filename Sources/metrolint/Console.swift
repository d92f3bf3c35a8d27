import Findings
import Reporters
import Workspace

/// Where a run's words go: the report to standard output, everything about the run to standard error.
struct Console: Sendable {
  /// How text for people looks on standard error.
  private let errorStyle = ReportOptions(on: .standardError, color: .auto, quiet: true)

  /// Writes to standard output. A reader that has gone away has read all it wants, so that ends quietly.
  func write(_ bytes: [UInt8]) throws(Failure) {
    do {
      try Descriptor.standardOutput.write(bytes)
    } catch {
      guard error != .closedPipe else { return }
      throw .system("cannot write to standard output: \(error.message)")
    }
  }

  /// Writes text to standard output.
  func write(_ text: String) throws(Failure) {
    try write(Array(text.utf8))
  }

  /// Writes a line about the run to standard error, where nobody can be told that nobody listens.
  func say(_ line: String) {
    try? Descriptor.standardError.write(Array("\(line)\n".utf8))
  }

  /// Says why a command could not do its work.
  func say(_ failure: Failure) {
    switch failure {
    case .usage(let error):
      say("metrolint: \(error.message)")
      say("see \(error.help)")
    case .misuse(let text, let help):
      say("metrolint: \(text)")
      if let help { say("help: \(help)") }
    case .system(let text):
      say("metrolint: \(text)")
    case .mistakes(let report, let sources):
      say(report, sources)
    }
  }

  /// Shows findings for people on standard error.
  func say(_ findings: [Finding], _ sources: Sources) {
    say(Report(tool: .metrolint, root: ".", ruleset: nil, rules: [], files: [], findings: findings), sources)
  }

  private func say(_ report: Report, _ sources: Sources) {
    guard let human = Format.named("human") else { return }
    try? Descriptor.standardError.write(human.render(report, sources, errorStyle))
  }
}
