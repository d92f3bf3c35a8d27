/// Something that a rule could not know, and so neither passed nor failed.
package struct NotChecked: Sendable, Hashable, Comparable {
  /// The rule that could not say.
  package var rule: RuleID

  /// The file that it could not speak about, relative to the data set's root.
  package var path: String

  /// Why, as a part of a sentence without a final stop: "plan.yaml could not be read".
  package var reason: String

  /// A note that `rule` did not check `path` because of `reason`.
  package init(rule: RuleID, path: String, reason: String) {
    self.rule = rule
    self.path = path
    self.reason = reason
  }

  /// By path, rule and reason.
  package static func < (left: NotChecked, right: NotChecked) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.reason.utf8.lexicographicallyPrecedes(right.reason.utf8)
  }
}
