import Spelling

extension Command {
  /// `metrolint help`.
  static let help = Command(
    name: "help",
    summary: "show the help of a command, or the manual page",
    operands: [Operand(Values.text("COMMAND"), .optional, "the command; all of them when none is given")],
    options: [manual],
    examples: [
      Example("metrolint help check", "what metrolint check --help shows"),
      Example("metrolint help --man | man -l -", "the manual page"),
    ],
    statuses: [.fine: "the help is shown", .findings: "", .misuse: "there is no such command"]
  ) { arguments, console throws(Failure) in
    if arguments.has(manual) {
      try console.write(ManualPage.text)
    } else if let name = arguments.operands.first {
      guard let command = Command.named(name) else { throw .usage(.unknownCommand(name)) }
      try console.write(HelpPage.text(command))
    } else {
      try console.write(HelpPage.overview)
    }
    return .fine
  }

  private static let manual = Flag("man", "print the manual page, for man and other readers of roff")
}
