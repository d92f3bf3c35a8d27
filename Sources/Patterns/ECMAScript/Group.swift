/// A group in parentheses.
struct Group {
  /// What the parentheses are for.
  enum Kind {
    case plain, capture, lookahead, negativeLookahead, lookbehind, negativeLookbehind

    /// Whether the group only looks at the text and takes nothing.
    var isLook: Bool { self != .plain && self != .capture }

    /// Whether the group looks at what is before it.
    var isLookbehind: Bool { self == .lookbehind || self == .negativeLookbehind }
  }

  let kind: Kind

  /// Where it starts, in code points.
  let start: Int

  /// The group it is in; nil for the whole pattern.
  let parent: Int?

  /// Which of that group's alternatives it is in.
  let alternativeOfParent: Int

  /// How often it may be there.
  var quantifier = Quantifier.once

  /// Whether it has not ended yet.
  var isOpen = true

  /// How much the alternatives before the one that is being read take; nil if it is the first.
  var finished: Extent?

  /// How many there are before it.
  var finishedAlternatives = 0

  /// How much the alternative that is being read takes so far.
  var alternative = Extent.empty

  /// How much one match of the group's inside takes.
  var extent: Extent { finished?.or(alternative) ?? alternative }
}
