extension Shell {
  /// The friendly interactive shell, from version 3.
  static let fish = Shell(
    name: "fish", installation: "metrolint completions fish > ~/.config/fish/completions/metrolint.fish",
    script: fishScript)
}

private func fishScript(_ commands: [Command]) -> String {
  let first = "complete -c metrolint -n __fish_use_subcommand"
  let words =
    commands.map { "\(first) -a \($0.name) -d \(quoted($0.summary))" } + [
      "\(first) -l help -s h -d \(quoted(Options.help.row.summary))",
      "\(first) -l version -s V -d 'show the version'",
    ]
  return (["complete -c metrolint -f"] + words + commands.flatMap(fishLines)).map { $0 + "\n" }.joined()
}

private func fishLines(_ command: Command) -> [String] {
  let begin = "complete -c metrolint -n '__fish_seen_subcommand_from \(command.name)'"
  let options = command.allOptions.map(\.row).map { option in
    let short = option.short.map { " -s \($0)" } ?? ""
    let value = option.value.map { " -r\(fishArguments($0))" } ?? ""
    return "\(begin) -l \(option.name)\(short)\(value) -d \(quoted(option.summary))"
  }
  let operand = command.operands.last.map { [begin + fishArguments($0.value)] } ?? []
  return options + operand.filter { $0 != begin }
}

private func fishArguments(_ value: ValueRow) -> String {
  if !value.choices.isEmpty {
    return " -f -a " + quoted(value.choices.map(\.text).joined(separator: " "))
  }
  return switch value.completion {
  case .nothing: " -f"
  case .files: " -F"
  case .folders: " -f -a '(__fish_complete_directories)'"
  case .rules: " -f -a \(quoted("(\(Shell.listRules))"))"
  }
}

private func quoted(_ text: String) -> String {
  text.quoted(escapingQuotesAs: "\\'")
}
