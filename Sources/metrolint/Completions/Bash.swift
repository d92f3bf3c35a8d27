extension Shell {
  /// The Bourne-again shell, from version 3.2.
  static let bash = Shell(
    name: "bash", installation: "source <(metrolint completions bash) in ~/.bashrc", script: bashScript)
}

/// Where there is nothing to offer, bash itself offers files.
private func bashScript(_ commands: [Command]) -> String {
  """
  # metrolint completions bash
  _metrolint() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    # An equals sign is a word of its own here.
    if [[ $word == = ]]; then
      word=
    elif [[ $previous == = ]]; then
      previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
      COMPREPLY=($(compgen -W "\(commands.map(\.name).joined(separator: " ")) --help --version" -- "$word"))
      return
    fi
    case ${COMP_WORDS[1]} in
  \(commands.map(bashCase).joined(separator: "\n"))
    esac
  }
  complete -o bashdefault -o default -F _metrolint metrolint

  """
}

private func bashCase(_ command: Command) -> String {
  var lines = ["    \(command.name))"]
  let values = command.allOptions.map(\.row).compactMap { option in
    option.value.map { value in "        \(option.words.joined(separator: " | "))) \(bashAnswer(value)) ;;" }
  }
  if !values.isEmpty {
    lines += ["      case $previous in"] + values + ["      esac"]
  }
  let words = command.allOptions.flatMap(\.row.words).joined(separator: " ")
  lines += [
    "      if [[ $word == -* ]]; then", "        COMPREPLY=($(compgen -W \"\(words)\" -- \"$word\"))",
    "        return",
    "      fi",
  ]
  if let operand = command.operands.first { lines.append("      \(bashAnswer(operand.value))") }
  return (lines + ["      ;;"]).joined(separator: "\n")
}

private func bashAnswer(_ value: ValueRow) -> String {
  if !value.choices.isEmpty {
    let words = value.choices.map(\.text).joined(separator: " ")
    let space = value.isPair ? "; compopt -o nospace 2>/dev/null" : ""
    return "COMPREPLY=($(compgen -W \"\(words)\" -- \"$word\"))\(space); return"
  }
  return value.completion == .rules
    ? "COMPREPLY=($(compgen -W \"$(\(Shell.listRules))\" -- \"$word\")); return" : "return"
}
