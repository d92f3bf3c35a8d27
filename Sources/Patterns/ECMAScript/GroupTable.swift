/// The groups of a pattern, in the order in which they open. The first is the whole pattern.
struct GroupTable {
  /// How many groups of one name a back reference may stand for.
  static let mostOfOneName = 100

  private var groups = [Group(kind: .plain, start: 0, parent: nil, alternativeOfParent: 0)]
  private var current = 0
  private var captures: [Int] = []
  private var names: [String: [Int]] = [:]

  /// How many groups are open, without the whole pattern.
  private(set) var depth = 0

  subscript(index: Int) -> Group { groups[index] }

  /// How much the whole pattern takes.
  var extent: Extent { groups[0].extent }

  /// Where the innermost open group starts, in code points; nil if none is open.
  var openStart: Int? { depth > 0 ? groups[current].start : nil }

  // MARK: Building

  /// Opens a group at `start`, in code points.
  mutating func open(_ kind: Group.Kind, at start: Int) {
    if kind == .capture { captures.append(groups.count) }
    groups.append(
      Group(
        kind: kind, start: start, parent: current, alternativeOfParent: groups[current].finishedAlternatives
      )
    )
    current = groups.count - 1
    depth += 1
  }

  /// Closes the innermost group; returns it and how much it takes where it stands.
  mutating func close() -> (group: Int, extent: Extent) {
    let closed = current
    groups[closed].isOpen = false
    current = groups[closed].parent ?? 0
    depth -= 1
    let extent = groups[closed].extent
    return (closed, groups[closed].kind.isLook ? extent.asLook : extent)
  }

  /// Ends the alternative that is being read in the innermost group, and begins another.
  mutating func startAlternative() {
    groups[current].finished = groups[current].extent
    groups[current].finishedAlternatives += 1
    groups[current].alternative = .empty
  }

  /// Adds a part to the alternative that is being read.
  mutating func append(_ extent: Extent) {
    groups[current].alternative = groups[current].alternative.followed(by: extent)
  }

  /// Says how often `group` may be there.
  mutating func quantify(_ group: Int, _ quantifier: Quantifier) {
    groups[group].quantifier = quantifier
  }

  /// Names the innermost group. False if another group of this name could match together with it.
  mutating func name(_ name: String) -> Bool {
    let others = names[name, default: []].prefix(Self.mostOfOneName)
    names[name, default: []].append(current)
    return others.allSatisfy { exclude($0, current) }
  }

  /// Whether two groups are in different alternatives of one group.
  private func exclude(_ left: Int, _ right: Int) -> Bool {
    var alternatives: [Int: Int] = [:]
    var group = left
    while let parent = groups[group].parent {
      alternatives[parent] = groups[group].alternativeOfParent
      group = parent
    }
    group = right
    while let parent = groups[group].parent {
      if let alternative = alternatives[parent] { return alternative != groups[group].alternativeOfParent }
      group = parent
    }
    return false
  }

  // MARK: Look-behinds

  /// Where the innermost group starts, if it is a look-behind and the alternative just read varies in length.
  var startOfVaryingLookbehind: Int? {
    groups[current].kind.isLookbehind && !groups[current].alternative.isFixed ? groups[current].start : nil
  }

  /// Whether any open group is a look-behind.
  var isInLookbehind: Bool {
    var group = current
    while let parent = groups[group].parent {
      if groups[group].kind.isLookbehind { return true }
      group = parent
    }
    return false
  }

  // MARK: Back references

  /// How much a reference, at this place, to capture `number` takes. Nothing is known of a group that has not ended.
  func extentOfReference(to number: Int) -> Extent {
    guard number <= captures.count, !groups[captures[number - 1]].isOpen else {
      return Extent(maximum: Extent.unbounded, work: Extent.unbounded)
    }
    let maximum = groups[captures[number - 1]].extent.maximum
    return Extent(maximum: maximum, work: maximum)
  }

  /// A reference, at this place, to the captures `numbers`.
  func reference(to numbers: [Int], at offset: Int) -> Reference {
    let hasEnded = numbers.allSatisfy { $0 <= captures.count && !groups[captures[$0 - 1]].isOpen }
    return Reference(numbers: numbers, offset: offset, isAfterGroups: hasEnded)
  }

  /// Whether `reference` can read something else in PCRE2 than in ECMA-262.
  func mayDiffer(_ reference: Reference) -> Bool {
    reference.numbers.contains { number in
      guard number <= captures.count else { return true }
      return Reference.mayDiffer(captures[number - 1], in: self, isAfterGroup: reference.isAfterGroups)
    }
  }
}
