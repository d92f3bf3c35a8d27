import Findings
import RuleEngine
import SourceText

/// What `.metrolint.yaml` at the root of a data set says.
struct Configuration: Sendable {
  /// The file's name.
  static let fileName = ".metrolint.yaml"

  /// A value with its place, for mistakes that are found when it is used.
  struct Placed<Value: Sendable>: Sendable {
    let value: Value
    let range: ByteRange
  }

  /// Whether there is such a file.
  var isWritten = false
  /// A built-in ruleset's name, or a folder relative to the file.
  var ruleset: Placed<String>?
  /// What rules are set to, in the order of the file.
  var rules: [(id: Placed<String>, level: RuleLevel)] = []
  /// Files that are not looked at.
  var exclude: [Glob] = []
  /// The baseline's file, relative to the root.
  var baseline: Placed<String>?
}
