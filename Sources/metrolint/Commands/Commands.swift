extension Command {
  /// All commands, by name.
  static let all: [Command] = [
    completions,
    help,
    parse,
    query,
  ]
}
