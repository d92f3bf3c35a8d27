/// The groups of a pattern, in the order in which they open. The first is the whole pattern.
struct GroupTable: Sendable {
  /// How many groups of one name a back reference may stand for.
  static let mostOfOneName = 100

  private var groups = [Group(kind: .plain, start: 0, parent: nil, alternativeOfParent: 0)]
  private var current = 0
  private var captures: [Int] = []

  /// How many groups are open, without the whole pattern.
  private(set) var depth = 0

  /// How many of them are look-behinds.
  private var lookbehinds = 0

  subscript(index: Int) -> Group { groups[index] }

  /// How much the whole pattern takes.
  var extent: Extent { groups[0].extent }

  /// Where the innermost open group starts, in bytes; nil if none is open.
  var openStart: Int? { depth > 0 ? groups[current].start : nil }

  /// How many captures have been opened.
  var captureCount: Int { captures.count }

  // MARK: Building

  /// Begins with another pattern.
  mutating func removeAll() {
    groups.removeSubrange(1...)
    groups[0] = Group(kind: .plain, start: 0, parent: nil, alternativeOfParent: 0)
    captures.removeAll(keepingCapacity: true)
    (current, depth, lookbehinds) = (0, 0, 0)
  }

  /// Opens a group at `start`, in bytes.
  mutating func open(_ kind: Group.Kind, at start: Int) {
    if kind == .capture { captures.append(groups.count) }
    if kind.isLookbehind { lookbehinds += 1 }
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
    if groups[closed].kind.isLookbehind { lookbehinds -= 1 }
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

  /// Whether capture `number`, which is before this place, can match together with what comes here: if it cannot, they are
  /// in different alternatives of one group.
  mutating func canMatchTogether(_ number: Int) -> Bool {
    let group = captures[number - 1]
    guard !groups[group].isOpen else { return true }
    // The outermost group around it that has ended. All that are open are around this place, too.
    var outermost = group
    while !groups[groups[outermost].outer].isOpen { outermost = groups[outermost].outer }
    // The next time the way is short.
    var next = group
    while next != outermost { (next, groups[next].outer) = (groups[next].outer, outermost) }
    return groups[outermost].alternativeOfParent == groups[groups[outermost].outer].finishedAlternatives
  }

  // MARK: Look-behinds

  /// Where the innermost group starts, if it is a look-behind and the alternative just read varies in length.
  var startOfVaryingLookbehind: Int? {
    groups[current].kind.isLookbehind && !groups[current].alternative.isFixed ? groups[current].start : nil
  }

  /// Whether any open group is a look-behind.
  var isInLookbehind: Bool { lookbehinds > 0 }

  // MARK: Back references

  /// Whether capture `number` has ended before this place.
  func hasEnded(_ number: Int) -> Bool {
    number <= captures.count && !groups[captures[number - 1]].isOpen
  }

  /// How much a reference, at this place, to capture `number` takes. Nothing is known of a group that has not ended.
  func extentOfReference(to number: Int) -> Extent {
    guard hasEnded(number) else { return Extent(maximum: Extent.unbounded, work: Extent.unbounded) }
    let maximum = groups[captures[number - 1]].extent.maximum
    return Extent(maximum: maximum, work: maximum)
  }

  /// Whether a reference to capture `number` can read something else in PCRE2 than in ECMA-262.
  ///
  /// ECMA-262 forgets the captures of a repeated part each time round and takes back a round that matched
  /// nothing; PCRE2 keeps both. They agree if every round sets the capture before it is read, and if no
  /// optional round can match nothing. In a look-behind ECMA-262 goes from right to left, so the rounds come
  /// in another order.
  func mayDiffer(_ number: Int, isAfterGroup: Bool) -> Bool {
    guard number <= captures.count else { return true }
    let capture = captures[number - 1]
    var canBeSkipped = false
    var isRepeated = false
    var next: Int? = capture
    while let group = next.map({ groups[$0] }) {
      if next != capture, group.finishedAlternatives > 0 { canBeSkipped = true }
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

  // MARK: Memory

  /// How much memory there is, in bytes.
  var capacity: Int { groups.bytesOfCapacity + captures.bytesOfCapacity }

  /// How much of it is used, in bytes.
  var needed: Int { groups.bytesOfElements + captures.bytesOfElements }
}
