/// What `--help` shows: for a command all of its row of the table, for metrolint the commands.
enum HelpPage {
  /// The help of metrolint itself.
  static var overview: String {
    var page = """
      metrolint checks sets of YAML files that refer to each other.

      usage: metrolint COMMAND [OPTION…] [ARGUMENT…]

      commands:

      """
    page += HelpTable(Command.all.map { ($0.name, [$0.summary]) }).text
    page += "\noptions:\n"
    page +=
      HelpTable([("-h, --help", [Options.help.row.summary]), ("-V, --version", ["show the version"])]).text
    page += "\nmetrolint COMMAND --help shows a command's options, with examples.\n"
    return page
  }

  /// The help of `command`.
  static func text(_ command: Command) -> String {
    var page = Wrapping.wrap("metrolint \(command.name): \(command.summary)").joined(separator: "\n")
    page += "\n\nusage: \(command.usage)\n"
    for paragraph in command.paragraphs {
      page += "\n" + Wrapping.wrap(paragraph).joined(separator: "\n") + "\n"
    }
    if !command.operands.isEmpty {
      page += "\narguments:\n" + HelpTable(command.operands.map { ($0.value.name, [$0.summary]) }).text
    }
    page += "\noptions:\n" + HelpTable(command.allOptions.map { ($0.row.heading, $0.row.explanation) }).text
    if !command.examples.isEmpty { page += "\nexamples:\n" }
    for example in command.examples {
      page += "  \(example.line)\n"
      page += Wrapping.wrap(example.summary, indent: 6).joined(separator: "\n") + "\n"
    }
    page += "\nexit status:\n"
    page += HelpTable(command.exitStatuses.map { ("\($0.status.rawValue)", [$0.meaning]) }).text
    return page
  }
}

extension Command {
  /// How to call it, in one line.
  var usage: String {
    (["metrolint", name, "[OPTION…]"] + operands.map(\.usage)).joined(separator: " ")
  }

  /// The paragraphs of its details.
  var paragraphs: [Substring] {
    details.split(separator: "\n")
  }

  /// What its exit statuses mean, those that it can have.
  var exitStatuses: [(status: ExitStatus, meaning: String)] {
    ExitStatus.allCases.map { ($0, statuses[$0] ?? $0.summary) }.filter { !$0.meaning.isEmpty }
  }
}

extension OptionRow {
  /// How it is written: `-f, --format FORMAT`.
  var heading: String {
    let names = (short.map { "-\($0), " } ?? "    ") + long
    return value.map { "\(names) \($0.name)" } ?? names
  }

  /// What it does, and what it takes when that is one of few things, a paragraph each.
  var explanation: [String] {
    var lines = [isRepeatable ? "\(summary); may be given more than once" : summary]
    guard let choices = value?.choices, !choices.isEmpty, value?.isPair == false else { return lines }
    if choices.contains(where: { !$0.summary.isEmpty }) {
      lines += choices.map { $0.summary.isEmpty ? $0.text : "\($0.text): \($0.summary)" }
    } else {
      lines.append("one of " + choices.map(\.text).joined(separator: ", "))
    }
    return lines
  }
}
