import Findings
import Workspace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@main
struct Metrolint {
  /// Begins without concurrency, whose runtime opens descriptors of its own.
  static func main() {
    Descriptor.fillStandardOnes()
    Signals.install()
    Task.detached { exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue) }
    while true { pause() }
  }

  /// Does what `words` ask for, and says on standard error why when it cannot.
  private static func run(_ words: [String]) async -> ExitStatus {
    let console = Console()
    do {
      return try await perform(try request(words), console)
    } catch {
      console.say(error)
      return error.status
    }
  }

  private static func request(_ words: [String]) throws(Failure) -> Request {
    do {
      return try Parser.parse(words)
    } catch {
      throw .usage(error)
    }
  }

  private static func perform(_ request: Request, _ console: Console) async throws(Failure) -> ExitStatus {
    switch request {
    case .help(let command):
      try console.write(command.map(HelpPage.text) ?? HelpPage.overview)
      return .fine
    case .version:
      try console.write("metrolint \(Report.Product.metrolint.version)\n")
      return .fine
    case .run(let command, let arguments):
      return try await command.run(arguments, console)
    }
  }
}
