extension Command {
  /// All commands, by name.
  static let all: [Command] = [
    check,
    completions,
    explain,
    help,
    initialize,
    lsp,
    parse,
    query,
    rules,
    schema,
    test,
    validate,
  ]
}
