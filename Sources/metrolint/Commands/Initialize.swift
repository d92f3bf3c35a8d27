import Workspace

extension Command {
  /// `metrolint init`.
  static let initialize = Command(
    name: "init",
    summary: "begin a data set: a configuration and, in an empty folder, first files",
    details: """
      Nothing is asked, and no file that is there is changed. Into an empty folder go the files of a small, made-up network that says in comments what belongs where; hidden files do not count. In a folder with files only .metrolint.yaml is written; its ruleset is the one in a folder here, or the built-in one whose files are here, or else metropolis.
      """,
    operands: [
      Operand(Values.folder, .optional, "the folder, made when it is not there (default: the current one)")
    ],
    examples: [
      Example("metrolint init report-2026", "a first data set, to be replaced by your own data"),
      Example("metrolint init", "a configuration for the files here"),
    ],
    statuses: [
      .fine: "the data set is begun", .findings: "",
      .misuse: "there is a configuration already, or the call is wrong",
    ]
  ) { arguments, console throws(Failure) in
    try Beginning(arguments.operands.first ?? ".").run(console)
  }
}
