import Findings
import SourceText
import YAML

/// A rule of phase one with its severity. One reference, so that handing it on costs one count.
final class CheckedRule: Sendable {
  let rule: Rule
  /// What the rule does, without a look at the rest of it.
  let kind: any RuleKind
  /// The rule's number in its ruleset.
  let number: Int
  let severity: Severity
  /// What it selects in the files that it is asked about.
  let selections: [Selection]

  init(_ rule: Rule, number: Int, severity: Severity, selections: [Selection]) {
    self.rule = rule
    kind = rule.kind
    self.number = number
    self.severity = severity
    self.selections = selections
  }

  /// The same rule for files of which both are asked.
  func adding(_ other: CheckedRule) -> CheckedRule {
    CheckedRule(rule, number: number, severity: severity, selections: selections + other.selections)
  }
}

/// One file while it is checked: by one rule after the other, in one document after the other.
struct DocumentCheck {
  let path: String
  let tree: Tree
  /// The document's root.
  var root: NodeID
  /// The rules that are checked, and the place of the one that is checked now: to put one rule in the place of another would count
  /// both.
  var rules: [CheckedRule]
  var place = 0
  /// What was found.
  var drafts: [Draft] = []
  /// What the schemas checked so far say is wrong.
  var doubts = Doubts()
  /// What could not be decided, with the reasons.
  var notChecked: [NotChecked] = []

  /// The rule that is checked.
  var checked: CheckedRule { rules[place] }

  var rule: Rule { checked.rule }

  /// A finding at `range`, about `node`. `message` is the kind's own, used when the rule has none.
  func draft(
    at range: ByteRange, node: NodeID, value: String? = nil, message: String, help: String?,
    values: MessageTemplate.Values = .init()
  ) -> Draft {
    var values = values
    values.path = path
    values.value = value?.shown ?? values.value
    var draft = Draft(
      rule: rule.id, severity: checked.severity, message: rule.message?.text(values) ?? message,
      path: path,
      node: node,
      range: range, value: value, help: help)
    draft.formerly = rule.formerly
    return draft
  }

  /// Keeps of the rule's findings, which are those from `first` on, as many as may be told of one file.
  mutating func keepMost(from first: Int) {
    guard drafts.count - first > FindingRoom.most else { return }
    drafts.removeSubrange((first + FindingRoom.most)...)
    cannotSay(FindingRoom.reason)
  }

  mutating func cannotSay(_ reason: String) {
    let note = NotChecked(rule: rule.id, path: path, reason: reason)
    if !notChecked.contains(note) { notChecked.append(note) }
  }
}

extension Tree {
  /// The first line of a document as far as its content goes: from the root's beginning to the end of the line.
  func firstLine(ofDocument root: NodeID) -> ByteRange {
    let start = range(of: root).start
    let line = source.rangeOfLine(source.position(at: start).line)
    return ByteRange(start, max(start, line.end))
  }

  /// The key of `node` when it has one, else the node itself.
  func keyOrNode(_ node: NodeID) -> ByteRange {
    range(of: key(of: node) ?? node)
  }
}
