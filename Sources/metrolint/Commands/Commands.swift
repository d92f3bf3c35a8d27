extension Command {
  /// All commands, by name.
  static let all: [Command] = [
    check,
    completions,
    help,
    parse,
    query,
  ]
}
