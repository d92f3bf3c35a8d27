/// A back reference, kept until the whole pattern is known.
struct Reference {
  /// The captures it stands for; more than one if several groups have its name.
  let numbers: [Int]

  /// Where it is, in code points.
  let offset: Int

  /// Whether all these groups had ended before it.
  let isAfterGroups: Bool

  /// Whether a reference to the capture at `index` can read something else in PCRE2 than in ECMA-262.
  ///
  /// ECMA-262 forgets the captures of a repeated part each time round and takes back a round that matched
  /// nothing; PCRE2 keeps both. They agree if every round sets the capture before it is read, and if no
  /// optional round can match nothing. In a look-behind ECMA-262 goes from right to left, so the rounds come
  /// in another order.
  static func mayDiffer(_ index: Int, in groups: GroupTable, isAfterGroup: Bool) -> Bool {
    var canBeSkipped = false
    var isRepeated = false
    var next: Int? = index
    while let group = next.map({ groups[$0] }) {
      if next != index, group.finishedAlternatives > 0 { canBeSkipped = true }
      let quantifier = group.quantifier
      if quantifier.hasOptionalRepetitions, group.extent.minimum == 0 { return true }
      if quantifier.repeats, canBeSkipped || !isAfterGroup { return true }
      if quantifier != .once { isRepeated = true }
      if group.kind.isLookbehind, isRepeated { return true }
      if quantifier.minimum == 0 { canBeSkipped = true }
      next = group.parent
    }
    return false
  }
}
