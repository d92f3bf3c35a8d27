import Findings
import Reporters

/// The options that more than one command has.
enum Options {
  static let color = Option("color", .colorChoice, "when to colour what people read (default: auto)")
  static let format = Option(
    "format", short: "f", Values.format,
    "how to write the report (default: human; github where GITHUB_ACTIONS=true)")
  static let help = Flag("help", short: "h", "show this help")
  static let jobs = Option(
    "jobs", short: "j", Values.count, "how many files to read at once (default: one a core)")
  static let only = Option("only", Values.rule, isRepeatable: true, "check this rule, and no other")
  static let output = Option(
    "output", short: "o", .pair(Values.format, Values.file), isRepeatable: true,
    "also write the report in FORMAT to FILE; - is standard output in place of --format")
  static let quiet = Flag("quiet", short: "q", "leave out the totals and everything about the run")
  static let ruleset = Option(
    "ruleset", Values.text("NAME|DIR", completion: .folders),
    "the ruleset: a built-in one, or a folder (default: what .metrolint.yaml says)")
  static let severity = Option(
    "severity", .pair(Values.rule, Values.level), isRepeatable: true,
    "give the rule this severity, or none with off")
  static let skip = Option("skip", Values.rule, isRepeatable: true, "do not check this rule")
  static let today = Option(
    "today", Values.date, "the day that is today for rules that ask; without it they are not checked")
  static let verbose = Flag(
    "verbose", short: "v", "also list what is hidden and which rules looked at nothing")
}

/// When text is coloured.
enum ColorChoice: String, Sendable, CaseIterable {
  /// On a terminal, unless the environment says otherwise.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}

extension Value where Meaning == ColorChoice {
  fileprivate static let colorChoice = choice("WHEN", ColorChoice.allCases.map { (.init($0.rawValue), $0) })
}
