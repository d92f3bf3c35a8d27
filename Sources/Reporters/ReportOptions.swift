/// How a report is to look. Formats for other programs do not depend on it.
package struct ReportOptions: Sendable, Hashable {
  /// Whether text for people is coloured with escape sequences.
  package var color: Bool

  /// How many columns text for people may take before lines of a source are cut.
  package var width: Int

  /// Whether what is hidden is listed too.
  package var verbose: Bool

  /// Whether the totals are left out. What was not checked and what was cut are said all the same: silence
  /// must not pass for "fine".
  package var quiet: Bool

  /// Options, by default for a file or a pipe.
  package init(color: Bool = false, width: Int = 120, verbose: Bool = false, quiet: Bool = false) {
    self.color = color
    self.width = width
    self.verbose = verbose
    self.quiet = quiet
  }
}
