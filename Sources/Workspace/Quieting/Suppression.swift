package import Findings
package import SourceText

/// A comment that hides findings: `# metrolint: disable-line RULE[, RULE] -- reason`.
package struct Suppression: Sendable, Hashable {
  /// Which findings of the file it is about.
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    /// Those that begin in the comment's line.
    case line = "disable-line"
    /// Those that begin in the line after it.
    case nextLine = "disable-next-line"
    /// All of the file.
    case file = "disable-file"
  }

  /// A rule that is named, with its place.
  package struct NamedRule: Sendable, Hashable {
    /// Its name as it is written.
    package var id: RuleID
    /// The bytes of the name.
    package var range: ByteRange
  }

  /// Which findings of the file it is about.
  package var scope: Scope
  /// The line of the comment, from 1.
  package var line: Int
  /// The rules that it hides; all when none is named.
  package var rules: [NamedRule]
  /// Why, when the comment says so.
  package var reason: String?
  /// The bytes of the comment, from its `#`.
  package var range: ByteRange

  /// The line whose findings it is about; nothing for the whole file.
  var targetLine: Int? {
    switch scope {
    case .line: line
    case .nextLine: line + 1
    case .file: nil
    }
  }

  /// Whether it hides a finding of `rule` that begins in `line`.
  func hides(_ rule: RuleID, inLine line: Int) -> Bool {
    (targetLine == nil || targetLine == line) && (rules.isEmpty || rules.contains { $0.id == rule })
  }
}

/// A comment that begins like a suppression and is none.
package struct SuppressionMistake: Sendable, Hashable {
  /// The bytes that are wrong.
  package var range: ByteRange
  /// What stands where the scope should be.
  package var word: String
}
