extension Command {
  /// All commands, by name.
  static let all: [Command] = [
    check,
    completions,
    explain,
    facts,
    help,
    initialize,
    join,
    lsp,
    parse,
    query,
    rules,
    schema,
    test,
    validate,
  ]
}
