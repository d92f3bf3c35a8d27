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

  /// The format where the call names none.
  private static var standard: Format? {
    Format.named(Variables["GITHUB_ACTIONS"] == "true" ? "github" : "human")
  }

  /// Writes the report everywhere it goes. A file that cannot be written keeps no other from being written.
  func write(_ report: Report, _ sources: Sources, _ console: Console) throws(Failure) {
    var failure: Failure?
    for (format, path) in files {
      do {
        try OutputFile.write(format.render(report, sources, style(for: nil)), to: path)
      } catch {
        failure = failure ?? .system("cannot write \(path): \(error.message)")
      }
    }
    try console.write(format.render(report, sources, style(for: .standardOutput)))
    if let failure { throw failure }
  }

  private func style(for descriptor: Descriptor?) -> ReportOptions {
    ReportOptions(
      on: descriptor, color: arguments[Options.color] ?? .auto, verbose: arguments.has(Options.verbose),
      quiet: arguments.has(Options.quiet))
  }
}
