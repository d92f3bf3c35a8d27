/// A group in parentheses.
struct Group: Sendable {
  /// What the parentheses are for.
  enum Kind: Sendable {
    case plain, capture, lookahead, negativeLookahead, lookbehind, negativeLookbehind

    /// Whether the group only looks at the text and takes nothing.
    var isLook: Bool { self != .plain && self != .capture }

    /// Whether the group looks at what is before it.
    var isLookbehind: Bool { self == .lookbehind || self == .negativeLookbehind }
  }

  let kind: Kind

  /// Where it starts, in bytes.
  let start: Int

  /// The group it is in; nil for the whole pattern.
  let parent: Int?

  /// Which of that group's alternatives it is in.
  let alternativeOfParent: Int

  /// Once it has ended, a group around it that has ended as well: at first its parent, later one further out.
  var outer: Int

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

  init(kind: Kind, start: Int, parent: Int?, alternativeOfParent: Int) {
    self.kind = kind
    self.start = start
    self.parent = parent
    self.alternativeOfParent = alternativeOfParent
    outer = parent ?? 0
  }

  /// How much one match of the group's inside takes.
  var extent: Extent { finished?.or(alternative) ?? alternative }
}
