import Findings
import Reporters
import Workspace

/// The values that more than one option or argument takes.
enum Values {
  /// Any text that is not empty.
  static func text(_ name: String, completion: ValueRow.Completion = .nothing) -> Value<String> {
    Value(name, expected: "some text", completion: completion) { $0.isEmpty ? nil : $0 }
  }

  /// A file; `-` stands for a standard stream.
  static let file = text("FILE", completion: .files)

  /// A folder.
  static let folder = text("DIR", completion: .folders)

  /// A file or a folder.
  static let path = text("PATH", completion: .files)

  /// The id of a rule; which ones there are is known only when the ruleset is.
  static let rule = text("RULE", completion: .rules)

  /// A whole number, 1 or more.
  static let count = Value("N", expected: "a whole number, 1 or more") { text in
    Int(text).flatMap { $0 >= 1 ? $0 : nil }
  }

  /// A format of reports.
  static let format = Value.choice("FORMAT", Format.all.map { (ValueRow.Choice($0.name, $0.summary), $0) })

  /// A severity, or that a rule is off.
  static let level = Value.choice("LEVEL", RuleLevel.names.map { (.init($0.name), $0.level) })

  /// A day of the Gregorian calendar, as `YYYY-MM-DD`.
  static let date = Value("DATE", expected: "a day such as 2021-04-30") { text in
    isDay(text) ? text : nil
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month)
    else { return false }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}
