/// One subcommand: a row of the table that parsing, help, the manual page and completions come from.
struct Command: Sendable {
  /// A way to call it, with what that does.
  struct Example: Sendable {
    /// The line to type.
    let line: String
    /// What it does, without a final stop.
    let summary: String

    /// A line to type, with what it does.
    init(_ line: String, _ summary: String) {
      self.line = line
      self.summary = summary
    }
  }

  /// What it is called.
  let name: String

  /// What it does, in one line without a final stop.
  let summary: String

  /// What people must know to use it, a paragraph a line.
  var details = ""

  /// What it takes by place.
  var operands: [Operand] = []

  /// What it can be told, by name; `--help` comes by itself.
  var options: [any CommandOption] = []

  /// Ways to call it.
  var examples: [Example] = []

  /// What its exit statuses mean, where it is not what they mean everywhere.
  var statuses: [ExitStatus: String] = [:]

  /// Does it.
  let run: @Sendable (Arguments, Console) async throws(Failure) -> ExitStatus

  /// All commands, by name.
  static var all: [Command] { makers.map { $0() } }

  /// The command of this name.
  static func named(_ name: String) -> Command? {
    makers.lazy.map { $0() }.first { $0.name == name }
  }

  /// All options, `--help` included, by name.
  var allOptions: [any CommandOption] {
    (options + [Options.help]).sorted { $0.row.name < $1.row.name }
  }

  /// The option, `--help` included, whose row is the one that is wanted.
  func option(where isWanted: (OptionRow) -> Bool) -> (any CommandOption)? {
    options.first { isWanted($0.row) } ?? (isWanted(Options.help.row) ? Options.help : nil)
  }
}
