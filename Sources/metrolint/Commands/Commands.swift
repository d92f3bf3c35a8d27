extension Command {
  /// All commands, by name.
  static let all: [Command] = [
    check,
    completions,
    explain,
    help,
    lsp,
    parse,
    query,
    rules,
    test,
    validate,
  ]
}
