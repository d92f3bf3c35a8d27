import Findings
import Workspace

/// The manual page, in the man macros of roff.
enum ManualPage {
  /// The text of metrolint(1). It has no date: the same program gives the same page.
  static var text: String {
    var page = Roff()
    page.macro("TH", "METROLINT", "1", "", "metrolint \(Report.Product.metrolint.version)", "User Commands")
    page.section("NAME")
    page.text("metrolint \\- check sets of YAML files that refer to each other")
    page.section("SYNOPSIS")
    page.line(".B metrolint")
    page.line("\\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]")
    page.section("COMMANDS")
    for command in Command.all { page.command(command) }
    page.section("EXIT STATUS")
    for status in ExitStatus.allCases { page.entry("\(status.rawValue)", [status.summary]) }
    page.section("ENVIRONMENT")
    for (name, meaning) in variables { page.entry(name, [meaning]) }
    page.section("FILES")
    page.entry(".metrolint.yaml", ["the configuration of a data set, in its root"])
    return page.result
  }

  /// The environment variables that change what metrolint does.
  private static let variables = [
    ("CLICOLOR_FORCE", "when it is set and not 0, text is coloured where --color is auto"),
    ("GITHUB_ACTIONS", "when it is true, the format is github where --format does not say"),
    ("NO_COLOR", "when it is set, text is not coloured where --color is auto"),
  ]
}

/// A page of roff as it grows.
private struct Roff {
  var result = ""

  mutating func line(_ line: String) {
    result += line + "\n"
  }

  mutating func macro(_ name: String, _ arguments: String...) {
    line(".\(name) " + arguments.map { "\"\($0)\"" }.joined(separator: " "))
  }

  mutating func section(_ title: String) {
    line(".SH \(title)")
  }

  /// A line of text that is roff already; it may begin with anything.
  mutating func text(_ text: String) {
    line((text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : "") + text)
  }

  /// Text as it is meant.
  mutating func plain(_ plain: some StringProtocol) {
    text(Self.escaped(plain))
  }

  /// A name with what it is.
  mutating func entry(_ heading: String, _ paragraphs: [String]) {
    line(".TP")
    text("\\fB\(Self.escaped(heading))\\fR")
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { line(".br") }
      plain(paragraph)
    }
  }

  mutating func command(_ command: Command) {
    line(".SS \(command.name)")
    plain(command.usage)
    line(".PP")
    plain(command.summary.prefix(1).uppercased() + command.summary.dropFirst() + ".")
    for paragraph in command.paragraphs {
      line(".PP")
      plain(paragraph)
    }
    for operand in command.operands { entry(operand.value.name, [operand.summary]) }
    for option in command.allOptions {
      entry(String(option.row.heading.drop { $0 == " " }), option.row.explanation)
    }
    if !command.statuses.isEmpty {
      line(".PP")
      plain("Exit status:")
      for (status, meaning) in command.exitStatuses { entry("\(status.rawValue)", [meaning]) }
    }
    guard !command.examples.isEmpty else { return }
    line(".PP")
    plain("Examples:")
    for example in command.examples { entry(example.line, [example.summary]) }
  }

  /// Text with what roff reads otherwise escaped: the backslash, the hyphen (which is no minus there), quotes that
  /// would be curled, and all that is not ASCII.
  private static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "…": result += "..."
      case _ where !scalar.isASCII: result += "\\[u\(hexadecimal(scalar))]"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
