import Foundation

/// The subcommands, by name.
let commands: [(name: String, run: (Arguments) async throws -> Void)] = [
  ("engines", Engines.run),
  ("generate", Generate.run),
  ("table", Table.run),
]

do {
  let words = CommandLine.arguments.dropFirst()
  guard let command = commands.first(where: { $0.name == words.first }) else {
    throw Stop("usage: benchmark \(commands.map(\.name).joined(separator: "|")) …")
  }
  try await command.run(Arguments(words.dropFirst()))
} catch let stop as Stop {
  FileHandle.standardError.write(Data("benchmark: \(stop.message)\n".utf8))
  exit(2)
}
