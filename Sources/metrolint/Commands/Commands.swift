extension Command {
  /// All commands, by name, each made when it is asked for: a call needs one, and hardly the time for all.
  static let makers: [@Sendable () -> Command] = [
    { check },
    { completions },
    { explain },
    { facts },
    { help },
    { initialize },
    { join },
    { lsp },
    { parse },
    { query },
    { rules },
    { schema },
    { test },
    { validate },
  ]
}
