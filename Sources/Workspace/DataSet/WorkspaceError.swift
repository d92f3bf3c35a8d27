package import Findings

/// Why a data set is not checked.
package enum WorkspaceError: Error, Sendable {
  /// The call asks for something that is not there. (Exit status 2.)
  case usage(Usage)
  /// The configuration or the ruleset has mistakes, told by the report. (Exit status 2.)
  case mistakes(Report, Sources)
  /// The machine does not let it. (Exit status 3.)
  case failure(String)

  /// A mistake in the call.
  package struct Usage: Sendable, Hashable {
    /// What is wrong, without a final stop.
    package var message: String
    /// What was meant, best first.
    package var suggestions: [String]
    /// What to do.
    package var help: String?

    /// A mistake with what may have been meant.
    package init(_ message: String, suggestions: [String] = [], help: String? = nil) {
      self.message = message
      self.suggestions = suggestions
      self.help = help
    }
  }

  static func usage(_ message: String, suggestions: [String] = [], help: String? = nil) -> WorkspaceError {
    .usage(Usage(message, suggestions: suggestions, help: help))
  }
}
