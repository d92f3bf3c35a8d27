package import Findings
package import SourceText
package import YAML

/// A finding as a rule makes it, before its file's tree says the rest: pointer, record, how a fix is written.
package struct Draft: Sendable, Hashable {
  /// A repair, in terms of nodes.
  enum Repair: Sendable, Hashable {
    /// The scalar is to mean `text`, written in its own style where that is possible.
    case replaceScalar(NodeID, by: String)
    /// An edit that is already known.
    case edit(TextEdit)
  }

  /// The rule that was broken.
  package let rule: RuleID
  /// How much it weighs.
  package var severity: Severity
  /// One sentence: what is there and what should be.
  package var message: String
  /// The file.
  package let path: String
  /// The node it is about; nothing when the finding is about the file as a whole, or no tree is there.
  package var node: NodeID?
  /// The exact bytes.
  package var range: ByteRange
  /// The scalar that is wrong.
  package var value: String?
  /// The closest valid values, best first.
  package var suggestions: [Suggestion] = []
  /// One line: what to do.
  package var help: String?
  /// Other places that matter.
  package var related: [RelatedPlace] = []

  /// How a finding follows from what stands in the file.
  enum Judgement: Sendable, Hashable {
    /// What is wrong stands there itself.
    case itself
    /// It was concluded from values that do not go together.
    case conclusion
    /// Something does not stand where its values have it, which says nothing when one of them is wrong.
    case arrangement
  }

  var judgement = Judgement.itself
  /// The names that the rule had.
  var formerly: [RuleID] = []
  /// The nodes that it was concluded from.
  var basis: [NodeID] = []

  var repair: Repair?
  /// What the repair does, for a menu.
  var repairTitle = ""
  /// Whether the repair is certainly what was meant.
  var isSafe = true

  /// A finding without related places, suggestions and repair.
  package init(
    rule: RuleID, severity: Severity, message: String, path: String, node: NodeID?, range: ByteRange,
    value: String? = nil, help: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.path = path
    self.node = node
    self.range = range
    self.value = value
    self.help = help
  }
}

extension Draft: Comparable {
  /// By path, position and rule; what is equal in these by node and message.
  package static func < (left: Draft, right: Draft) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    if left.range != right.range { return left.range < right.range }
    if left.rule != right.rule { return left.rule < right.rule }
    if left.node != right.node { return (left.node?.index ?? 0) < (right.node?.index ?? 0) }
    return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
  }
}
