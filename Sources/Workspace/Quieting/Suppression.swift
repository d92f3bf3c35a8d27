package import Findings
package import SourceText

/// A comment that hides findings: `# metrolint: disable-line RULE[, RULE] -- reason`.
package struct Suppression: Sendable, Hashable {
  /// Which findings of the file it is about.
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    /// Those that begin or end in the comment's line.
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

  /// Whether it hides a finding of `rule` that stands in these lines. Where a text of several lines has room for a
  /// comment only behind its end, one there is about it too.
  func hides(_ rule: RuleID, in lines: ClosedRange<Int>) -> Bool {
    guard rules.isEmpty || rules.contains(where: { $0.id == rule }) else { return false }
    return switch scope {
    case .line: lines.lowerBound == line || lines.upperBound == line
    case .nextLine: lines.lowerBound == line + 1
    case .file: true
    }
  }
}

/// A comment that is meant as a suppression, and what of it does not count.
package struct SuppressionMistake: Sendable, Hashable {
  /// What is wrong with it.
  package enum Kind: UInt8, Sendable, Hashable {
    /// There is no colon between `metrolint` and the scope.
    case noColon
    /// The word is no scope.
    case noScope
    /// The word follows a rule without a comma or `--` between them.
    case noSeparator
  }

  /// What is wrong with it.
  package var kind: Kind
  /// The bytes that are wrong.
  package var range: ByteRange
  /// What stands there.
  package var word: String
}
