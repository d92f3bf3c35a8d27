import Spelling

/// A mistake in the call.
enum UsageError: Error {
  /// Nothing was asked for.
  case noCommand
  /// There is no command of this name.
  case unknownCommand(String)
  /// Something that looks like an option stands where the command must.
  case optionBeforeCommand(String)
  /// The command has no such option.
  case unknownOption(String, Command)
  /// The option needs a value.
  case missingValue(OptionRow, String, Command)
  /// The option takes no value.
  case unexpectedValue(String, String, Command)
  /// The option or argument cannot have this value.
  case wrongValue(String, Complaint, Command)
  /// An option that the command cannot do without is missing.
  case missingOption(String, String)
  /// An argument is missing.
  case missingOperand(Command, Operand)
  /// There is one argument too many.
  case extraOperand(String, Command)
  /// Two things that were asked for cannot be done together: which, and by which command.
  case conflict(String, String)
}

extension UsageError {
  /// What is wrong and what should be, without a final stop.
  var message: String {
    switch self {
    case .noCommand:
      "a command is missing"
    case .unknownCommand(let name):
      "there is no command \(name)" + closest(Closest.match(to: name, among: Command.all.map(\.name)))
    case .optionBeforeCommand(let word):
      "\(word) stands before any command" + closest(commandBefore(word))
    case .unknownOption(let word, let command):
      "\(command.name) has no option \(word)" + closest(option(like: word, of: command))
    case .missingValue(let option, let written, _):
      "\(written) needs a value: \(option.value?.name ?? "")" + choices(option)
    case .unexpectedValue(let written, let value, _):
      "\(written) takes no value, but \(value) was given"
    case .wrongValue(let name, let complaint, _):
      "\(complaint.part.map { "the \($0) of " } ?? "")\(name) must be \(complaint.expected), not \(complaint.text.isEmpty ? "empty" : complaint.text)"
        + closest(complaint.closest)
    case .missingOption(let option, let command):
      "\(command) needs \(option)"
    case .missingOperand(let command, let operand):
      "\(command.name) needs \(operand.value.name): \(operand.summary)"
    case .extraOperand(let text, let command):
      command.operands.isEmpty
        ? "\(command.name) takes no arguments, but \(text) was given"
        : "\(text) is one argument too many for \(command.name)"
    case .conflict(let text, _):
      text
    }
  }

  /// What to type to learn more.
  var help: String {
    switch self {
    case .noCommand, .unknownCommand, .optionBeforeCommand:
      "metrolint --help"
    case .unknownOption(_, let command), .missingValue(_, _, let command),
      .unexpectedValue(_, _, let command),
      .wrongValue(_, _, let command), .missingOperand(let command, _), .extraOperand(_, let command):
      "metrolint \(command.name) --help"
    case .missingOption(_, let command), .conflict(_, let command):
      "metrolint \(command) --help"
    }
  }

  private func closest(_ text: String?) -> String {
    text.map { "; did you mean \($0)?" } ?? ""
  }

  private func choices(_ option: OptionRow) -> String {
    guard let choices = option.value?.choices, !choices.isEmpty else { return "" }
    return ", one of " + choices.map(\.text).joined(separator: ", ")
  }

  /// The option of `command` that `word` most likely means. Written with one hyphen instead of two, it is meant
  /// whatever its length.
  private func option(like word: String, of command: Command) -> String? {
    let names = command.allOptions.map(\.row.long)
    if names.contains("-" + word) { return "-" + word }
    return Closest.match(to: word.hasPrefix("--") ? word : "-" + word, among: names)
  }

  /// How a call that begins with the option `word` most likely was meant.
  private func commandBefore(_ word: String) -> String? {
    let name = String(word.prefix { $0 != "=" })
    if let command = Command.all.first(where: { $0.allOptions.contains { $0.row.long == name } }) {
      return "metrolint \(command.name) \(word)"
    }
    return Closest.match(to: name, among: ["--help", "--version"])
  }
}
