import Findings
import SourceText
import YAML

/// The mistakes found while a ruleset is read.
struct Mistakes {
  /// The rule that mistakes in rulesets are reported under.
  static let rule: RuleID = "ruleset"

  private(set) var findings: [Finding] = []

  /// Whether nothing stands in the way of using the ruleset.
  var areNone: Bool { !findings.contains { $0.severity == .error } }

  mutating func add(
    _ message: String, in file: RulesetFile, at range: ByteRange, suggestions: [String] = [],
    help: String? = nil
  ) {
    add(message, path: file.shownPath, at: range, suggestions: suggestions, help: help)
  }

  mutating func add(
    _ message: String, path: String, at range: ByteRange, suggestions: [String] = [], help: String? = nil
  ) {
    add(
      Finding(
        rule: Mistakes.rule, severity: .error, message: message, path: path, range: range,
        suggestions: suggestions.map { Suggestion($0) }, help: help))
  }

  mutating func add(_ finding: Finding) {
    // Two rules may trip over one mistake, such as a schema that both use.
    if !findings.contains(finding) { findings.append(finding) }
  }
}

/// A file of a ruleset with its tree.
struct RulesetFile: Sendable {
  /// Its path from the ruleset's folder.
  let path: String
  /// Its path as people find it: with the folder's place.
  let shownPath: String
  let tree: Tree
  /// The root of its only document.
  let root: NodeID
}
