package import Findings
package import SourceText

/// What `.metrolint.yaml` at the root of a data set says.
package struct Configuration: Sendable {
  /// The file's name.
  package static let fileName = ".metrolint.yaml"

  /// The rule that mistakes in it are reported under.
  package static let rule: RuleID = "configuration"

  /// A text of the file with its place, for mistakes that are found when it is used.
  struct Placed<Value: Sendable>: Sendable {
    let value: Value
    let range: ByteRange
  }

  /// What a rule is set to.
  enum Level: Sendable, Hashable {
    case off
    case severity(Severity)

    /// The words for them in files and on the command line.
    static let names: [(String, Level)] =
      [("off", .off)] + Severity.allCases.map { ($0.rawValue, .severity($0)) }
  }

  /// A built-in ruleset's name, or a folder relative to the file.
  var ruleset: Placed<String>?
  /// What rules are set to, in the order of the file.
  var rules: [(id: Placed<RuleID>, level: Level)] = []
  /// Files that are not looked at.
  var exclude: [Placed<String>] = []
  /// The baseline's file, relative to the root.
  var baseline: Placed<String>?
}
