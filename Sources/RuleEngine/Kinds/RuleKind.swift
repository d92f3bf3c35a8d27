import Findings
import SourceText
import YAML

/// What a rule of one kind does. A kind lives in one file and has one line in `RuleKinds.all`.
///
/// A kind looks at single files (`check`), or at the facts of all of them (`join`), never at both.
protocol RuleKind: Sendable {
  /// The key that names it in a rule's file.
  static var name: String { get }

  /// Whether the rule's `index` says what it looks at, in place of `source` and `select` (or `on`).
  static var selectsEntries: Bool { get }

  /// Reads the kind's own part of a rule, which is `node`; nothing, with mistakes, when it is wrong.
  init?(_ node: NodeID, _ reading: inout RuleReading)

  /// Checks the nodes that the rule selects in one document. (Phase one.)
  func check(_ nodes: [NodeID], _ check: inout DocumentCheck)

  /// Checks the facts of all files. (Phase two.)
  func join(_ join: inout RuleJoin)

  /// Checks the facts of one file among those of all, when what the rule says of the other files stays though this
  /// one's values have changed. False, with nothing said, when it may not stay: all must be looked at.
  ///
  /// - Parameter wasSilent: whether the rule has not spoken of this file so far, as the place of a finding or a
  ///   related one.
  func join(_ join: inout RuleJoin, onlyIn path: String, wasSilent: Bool) -> Bool

  /// Whether it says what form values have, before anything is concluded from them. (Phase one.)
  var isAboutForm: Bool { get }

  /// Whether what it finds is that a value itself is wrong, so that nothing can be concluded from it. (Phase two.)
  var judgesValues: Bool { get }

  /// The nodes in files of some sources whose values it says to be wrong by themselves. (Phase two.)
  func wrongNodes(_ join: inout RuleJoin, in sources: Set<Int>) -> Set<FactNode>

  /// The collectors of the nodes that the rule itself selects; none for a kind that looks at single files.
  var subjects: [Int] { get }

  /// For a kind that speaks of a file only when two of the file's rows have the same key: how many values of a row are its
  /// key, from the first on. So rows are not kept of a file in which no two have. (Phase two.)
  var fileKeyCount: Int? { get }

  /// The other collectors whose rows it looks at. Of these and of the indexes it may ask why some are not known.
  var others: [Int] { get }

  /// The indexes that it looks keys up in.
  var indexes: [Int] { get }

  /// The collectors of what other rules look at, whose findings it asks for. (Phase two.)
  func collectorsOfOtherRules(_ ruleset: Ruleset) -> [Int]
}

extension RuleKind {
  static var selectsEntries: Bool { false }

  var isAboutForm: Bool { false }

  var judgesValues: Bool { false }

  var subjects: [Int] { [] }

  var fileKeyCount: Int? { nil }

  var others: [Int] { [] }

  var indexes: [Int] { [] }

  func wrongNodes(_ join: inout RuleJoin, in sources: Set<Int>) -> Set<FactNode> { [] }

  func collectorsOfOtherRules(_ ruleset: Ruleset) -> [Int] { [] }

  func check(_ nodes: [NodeID], _ check: inout DocumentCheck) {}

  func join(_ join: inout RuleJoin) {}

  func join(_ join: inout RuleJoin, onlyIn path: String, wasSilent: Bool) -> Bool { false }
}

/// The kinds there are, by name.
enum RuleKinds {
  static let all: [any RuleKind.Type] = [
    AssertRule.self,
    CountRule.self,
    MatchesRule.self,
    OrderRule.self,
    PathRule.self,
    ReferenceRule.self,
    SchemaRule.self,
    TotalRule.self,
    UniqueRule.self,
    UsedRule.self,
    WithinRule.self,
  ]
}
