/// An example of a rule: a small data set with marks where the rule must report. It is a test and a page of
/// documentation.
package struct Example: Sendable, Hashable {
  /// What a file of an example is.
  package enum File: Sendable, Hashable {
    /// A file with this text, marks included.
    case text(String)
    /// No file, though `examples/` has one.
    case absent
  }

  /// What it shows; nothing when the ruleset does not say.
  package let title: String?

  /// The example's own files, by path from the data set's root.
  package let files: [String: File]

  /// The texts that the files must have after the fixes, by path.
  package let fixed: [String: String]

  /// The day that it takes for today, as `YYYY-MM-DD`; nothing for a rule that needs none.
  package let today: String?

  /// Whether the rule must report something in it.
  package var reports: Bool {
    files.values.contains { file in
      if case .text(let text) = file { text.unicodeScalars.contains("⟦") } else { false }
    }
  }
}
