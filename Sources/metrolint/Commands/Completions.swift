extension Command {
  /// `metrolint completions`.
  static let completions = Command(
    name: "completions",
    summary: "print a script that makes a shell complete metrolint's commands",
    details: "The script goes to: "
      + Shell.all.map { "for \($0.name), \($0.installation)" }.joined(separator: "; ") + ".",
    operands: [Operand(shell, .one, "the shell")],
    examples: [
      Example("source <(metrolint completions bash)", "complete in this bash, until it ends")
    ],
    statuses: [.fine: "the script is printed", .findings: "", .misuse: "the call is wrong"]
  ) { arguments, console throws(Failure) in
    for shell in Shell.all where arguments.operands.first == shell.name {
      try console.write(shell.script(Command.all))
    }
    return .fine
  }

  private static let shell = Value.choice("SHELL", Shell.all.map { (.init($0.name), $0) })
}
