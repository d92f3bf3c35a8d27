/// A shell that completes command lines of metrolint.
struct Shell: Sendable {
  /// What it is called.
  let name: String

  /// Where its script belongs, or how it is taken up, without a final stop.
  let installation: String

  /// The script, made of the table of commands.
  let script: @Sendable ([Command]) -> String

  /// All of them, by name.
  static let all = [bash, fish, zsh]

  /// The command that lists the rules in force, one a line, for shells that ask.
  static let listRules = "metrolint rules --format names 2>/dev/null"
}

extension String {
  /// The text in single quotes, as every shell reads it.
  func quoted(escapingQuotesAs escape: String) -> String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: escape) + "'"
  }
}
