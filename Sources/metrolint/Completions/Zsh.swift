extension Shell {
  /// The Z shell.
  static let zsh = Shell(
    name: "zsh", installation: "metrolint completions zsh > _metrolint in a folder of $fpath",
    script: zshScript)
}

private func zshScript(_ commands: [Command]) -> String {
  let descriptions = commands.map { "    " + quoted("\($0.name):\($0.summary)") }.joined(separator: "\n")
  return """
    #compdef metrolint

    _metrolint_rules() {
      local -a rules
      rules=(${(f)"$(\(Shell.listRules))"})
      compadd -a rules
    }

    _metrolint() {
      local -a commands
      commands=(
    \(descriptions)
      )
      if ((CURRENT == 2)); then
        _describe -t commands command commands
        _arguments '--help[\(Options.help.row.summary)]' '--version[show the version]'
        return
      fi
      local command=$words[2]
      shift words
      ((CURRENT--))
      case $command in
    \(commands.map(zshCase).joined(separator: "\n"))
      esac
    }

    if [[ $funcstack[1] == _metrolint ]]; then
      _metrolint "$@"
    else
      compdef _metrolint metrolint
    fi

    """
}

private func zshCase(_ command: Command) -> String {
  var specifications = command.allOptions.map { zshOption($0.row) }
  for (index, operand) in command.operands.enumerated() {
    let place = operand.count == .any || operand.count == .some ? "*" : "\(index + 1)"
    specifications.append(quoted("\(place):\(operand.value.name):\(zshAction(operand.value))"))
  }
  return """
        \(command.name))
          _arguments -s -S \\
            \(specifications.joined(separator: " \\\n        "))
          ;;
    """
}

private func zshOption(_ option: OptionRow) -> String {
  let summary = option.summary.map { "[]:\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  let action = option.value.map { ":\($0.name):\(zshAction($0))" } ?? ""
  let equals = option.value == nil ? "" : "="
  let exclusion = option.isRepeatable ? "*" : option.short.map { "(-\($0) \(option.long))" } ?? ""
  let description = "[\(summary)]\(action)"
  guard let short = option.short else { return quoted("\(exclusion)\(option.long)\(equals)\(description)") }
  let plus = option.value == nil ? "" : "+"
  return "\(quoted(exclusion)){-\(short)\(plus),\(option.long)\(equals)}\(quoted(description))"
}

private func zshAction(_ value: ValueRow) -> String {
  if !value.choices.isEmpty {
    let words = value.choices.map(\.text).joined(separator: " ")
    return value.isPair ? "{compadd -S '' -- \(words)}" : "(\(words))"
  }
  return switch value.completion {
  case .nothing: " "
  case .files: "_files"
  case .folders: "_files -/"
  case .rules: "_metrolint_rules"
  }
}

private func quoted(_ text: String) -> String {
  text.quoted(escapingQuotesAs: "'\\''")
}
