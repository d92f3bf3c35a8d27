import Findings
import Reporters

/// Where the report of a run goes, and in which formats.
struct Reporting: Sendable {
  private let format: Format
  private let files: [(format: Format, path: String)]
  private let arguments: Arguments

  /// The options that say it.
  static let options: [any CommandOption] = [
    Options.color, Options.format, Options.output, Options.quiet, Options.verbose,
  ]

  /// Takes what the call of `command` says.
  init(_ arguments: Arguments, of command: String) throws(Failure) {
    self.arguments = arguments
    var onOutput = arguments[Options.format]
    var files: [(format: Format, path: String)] = []
    for pair in arguments.all(Options.output) {
      if pair.right != InputFile.standardInput {
        if files.contains(where: { $0.path == pair.right }) {
          throw .usage(.conflict("two formats cannot both go to the file \(pair.right)", command))
        }
        files.append((pair.left, pair.right))
      } else if let other = onOutput, other.name != pair.left.name {
        throw .usage(
          .conflict("\(other.name) and \(pair.left.name) cannot both go to standard output", command))
      } else {
        onOutput = pair.left
      }
    }
    guard let format = onOutput ?? Self.standard else {
      throw .system("there is no format to write the report in")
    }
    self.format = format
    self.files = files
  }

  /// Whether nothing is wanted but findings.
  var isQuiet: Bool { arguments.has(Options.quiet) }

  /// The format where the call names none.
  private static var standard: Format? {
    Format.named(Variables["GITHUB_ACTIONS"] == "true" ? "github" : "human")
  }

  /// Writes the report everywhere it goes. A file that cannot be written keeps no other from being written.
  ///
  /// - Parameter totals: the last line for people, when the report's own would not say what was done.
  func write(
    _ report: Report, _ sources: Sources, _ console: Console, totals: String? = nil
  ) throws(Failure) {
    var failure: Failure?
    for (format, path) in files {
      do {
        try OutputFile.write(bytes(format, report, sources, on: nil, totals), to: path)
      } catch {
        failure = failure ?? .system("cannot write \(path): \(error.message)")
      }
    }
    try console.write(bytes(format, report, sources, on: .standardOutput, totals))
    for line in format.unsaid.lines(report, verbose: arguments.has(Options.verbose)) {
      console.say("metrolint: \(line)")
    }
    if let failure { throw failure }
  }

  /// Writes the mistakes in a configuration, a ruleset or a schema, because of which nothing was checked: they are
  /// findings, and go where findings go.
  ///
  /// - Returns: the exit status.
  func write(mistakes error: Failure, _ console: Console) throws(Failure) -> ExitStatus {
    guard case .mistakes(let report, let sources) = error else { throw error }
    let count = report.count(.error)
    try write(
      report, sources, console,
      totals: "nothing was checked: \(count == 1 ? "1 mistake" : "\(count) mistakes")")
    return error.status
  }

  private func bytes(
    _ format: Format, _ report: Report, _ sources: Sources, on descriptor: Descriptor?, _ totals: String?
  ) -> [UInt8] {
    var style = style(for: descriptor)
    guard let totals, format.name == "human", !style.quiet else {
      return format.render(report, sources, style)
    }
    style.quiet = true
    let findings = format.render(report, sources, style)
    return findings + (findings.isEmpty ? "" : "\n").utf8 + "\(totals)\n".utf8
  }

  private func style(for descriptor: Descriptor?) -> ReportOptions {
    ReportOptions(
      on: descriptor, color: arguments[Options.color] ?? .auto, verbose: arguments.has(Options.verbose),
      quiet: isQuiet)
  }
}
