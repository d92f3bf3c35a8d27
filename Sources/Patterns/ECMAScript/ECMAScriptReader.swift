/// Reads ECMA-262 patterns by the grammar `Pattern[+UnicodeMode, +NamedCaptureGroups]`, without annex B.
///
/// Groups are kept in a table and not on the call stack, so a pattern cannot overflow it.
struct ECMAScriptReader<Output: PatternOutput>: PatternReader {
  var cursor = Cursor()
  var output = Output()
  private var groups = GroupTable()
  private var captures = CaptureTable()
  private var references: [Reference] = []
  private(set) var unsupported: Problem?

  init() {}

  var source: [UInt8] { cursor.bytes }
  var extent: Extent { groups.extent }

  mutating func read(_ pattern: Span<UInt8>) throws(Problem) {
    cursor.start(pattern)
    output.removeAll(from: 0)
    groups.removeAll()
    captures.fill(from: cursor)
    references.removeAll(keepingCapacity: true)
    unsupported = nil
    while let next = cursor.next {
      output.mark(cursor.offset)
      switch next {
      case "|":
        finishAlternative()
        groups.startAlternative()
        cursor.advance()
        output.write("|")
      case "(": try openGroup()
      case ")": try closeGroup()
      case "^", "$": assertion(next == "^" ? "\\A" : "\\z", length: 1, isAtStart: next == "^")
      case "\\" where cursor.afterNext == "b": assertion("\\b", length: 2)
      case "\\" where cursor.afterNext == "B": assertion("\\B", length: 2)
      default: try quantify(try atom(next))
      }
    }
    if let start = groups.openStart {
      throw cursor.problem("expected ')' to end the group, found the end of the pattern", at: start)
    }
    checkReferences()
  }

  /// Notes the first thing that is allowed and cannot be done; reading goes on, to find what is not allowed.
  private mutating func notSupported(
    _ text: String, _ detail: Problem.Detail = .none, _ rest: String = "", at offset: Int
  ) {
    unsupported = unsupported ?? cursor.problem(text, detail, rest, at: offset, reason: .unsupported)
  }

  private mutating func assertion(_ text: String, length: Int, isAtStart: Bool = false) {
    for _ in 0..<length { cursor.advance() }
    output.write(text)
    groups.append(Extent(isAtStart: isAtStart))
  }

  // MARK: Groups

  private mutating func openGroup() throws(Problem) {
    let start = cursor.offset
    if groups.depth >= Translation.deepestNesting {
      notSupported(
        "groups nested deeper than ", .number(Translation.deepestNesting), " are not supported", at: start)
    }
    cursor.advance()
    guard cursor.take("?") else { return open(.capture, "(", at: start) }
    if cursor.take(":") {
      open(.plain, "(?:", at: start)
    } else if cursor.take("=") {
      open(.lookahead, "(?=", at: start)
    } else if cursor.take("!") {
      open(.negativeLookahead, "(?!", at: start)
    } else if cursor.take("<", "=") {
      open(.lookbehind, "(?<=", at: start)
    } else if cursor.take("<", "!") {
      open(.negativeLookbehind, "(?<!", at: start)
    } else if cursor.take("<") {
      let name = try cursor.takeGroupName()
      open(.capture, "(", at: start)
      try checkName(name)
    } else {
      try cursor.takeModifiers()
      notSupported("modifiers such as '(?i:' are not supported", at: start)
      groups.open(.plain, at: start)
    }
  }

  private mutating func open(_ kind: Group.Kind, _ text: String, at start: Int) {
    output.write(text)
    groups.open(kind, at: start)
  }

  /// Refuses the name of the innermost group if another group of this name could match together with it. Of very many
  /// groups of one name only the first are looked at (`GroupTable.mostOfOneName`).
  private mutating func checkName(_ name: Range<Int>) throws(Problem) {
    guard let same = captures.captures(named: name, in: cursor) else { return }
    var (number, count) = (same.first, 0)
    while number < groups.captureCount, count < GroupTable.mostOfOneName {
      guard !groups.canMatchTogether(number) else {
        throw cursor.problem(
          "the group name '", .groupName(name), "' is used twice where both could match", at: name.lowerBound)
      }
      (number, count) = (captures.next(after: number), count + 1)
    }
  }

  private mutating func closeGroup() throws(Problem) {
    guard groups.openStart != nil else {
      throw cursor.problem("no group is open for this ')'; write '\\)' to match the character itself")
    }
    finishAlternative()
    cursor.advance()
    output.write(")")
    let (group, extent) = groups.close()
    if groups[group].kind.isLook {
      groups.append(extent)
    } else {
      try quantify(extent, group: group)
    }
  }

  /// PCRE2 looks behind by stepping back a number of code points that is known for each alternative.
  private mutating func finishAlternative() {
    if let start = groups.startOfVaryingLookbehind {
      notSupported(
        "a look-behind is supported only if each of its alternatives has one fixed length", at: start
      )
    }
  }

  // MARK: Atoms

  /// Writes a quantifier, if one is next, after a part that takes `extent`.
  private mutating func quantify(_ extent: Extent, group: Int? = nil) throws(Problem) {
    let start = cursor.offset
    guard let quantifier = try cursor.takeQuantifier() else { return groups.append(extent) }
    if !quantifier.isSupported {
      notSupported("a repetition above ", .number(Quantifier.highestCount), " is not supported", at: start)
    }
    output.write(quantifier)
    if cursor.take("?") { output.write("?") }
    if let group { groups.quantify(group, quantifier) }
    groups.append(extent.repeated(quantifier))
  }

  private mutating func atom(_ next: Unicode.Scalar) throws(Problem) -> Extent {
    try cursor.refuseStray(next)
    switch next {
    case "[": return try characterClass()
    case "\\": return try atomEscape()
    case ".":
      cursor.advance()
      output.write("[^\\n\\r\\x{2028}\\x{2029}]")
    default:
      cursor.advance()
      output.write(literal: next)
    }
    return .one
  }

  /// Writes a back reference, a class of characters or a single character.
  private mutating func atomEscape() throws(Problem) -> Extent {
    let start = cursor.offset
    if let digit = cursor.afterNext?.decimalDigit, digit > 0 {
      cursor.advance()
      let number = cursor.takeNumber() ?? digit
      guard number <= captures.count else {
        throw cursor.problem("there is no group ", .number(number), " to refer back to", at: start)
      }
      return refer(to: CaptureTable.Captures(first: number, count: 1), at: start)
    }
    if cursor.take("\\", "k") {
      guard cursor.take("<") else {
        throw cursor.problem("expected '<' and a group name, found ", cursor.found)
      }
      let name = try cursor.takeGroupName()
      guard let target = captures.captures(named: name, in: cursor) else {
        throw cursor.problem("there is no group named '", .groupName(name), "' to refer back to", at: start)
      }
      return refer(to: target, at: start)
    }
    if let set = try cursor.takeCharacterSet() {
      output.write(set)
      return .one
    }
    write(try cursor.takeCharacterEscape(inClass: false))
    return .one
  }

  /// Writes a character by its number. Half a surrogate pair is in no UTF-8 text, so it never matches.
  private mutating func write(_ codePoint: UInt32) {
    if let scalar = Unicode.Scalar(codePoint) {
      output.write(literal: scalar)
    } else {
      output.write(CharacterSet.nothing)
    }
  }

  // MARK: Back references

  /// Writes references to all groups of one name: at most one of them has matched, the others are empty.
  private mutating func refer(to target: CaptureTable.Captures, at start: Int) -> Extent {
    if target.count > GroupTable.mostOfOneName {
      notSupported(
        "more than ", .number(GroupTable.mostOfOneName), " groups of one name are not supported", at: start)
      return .empty
    }
    var extent = Extent.empty
    var haveEnded = true
    var number = target.first
    output.write("(?:")
    for _ in 0..<target.count {
      output.write("\\g{")
      output.write(number)
      output.write("}")
      extent = extent.followed(by: groups.extentOfReference(to: number))
      haveEnded = haveEnded && groups.hasEnded(number)
      number = captures.next(after: number)
    }
    output.write(")")
    references.append(Reference(captures: target, offset: start, isAfterGroups: haveEnded))
    if groups.isInLookbehind {
      notSupported("a back reference in a look-behind is not supported", at: start)
    }
    return extent
  }

  /// Notes the first back reference that PCRE2 may read otherwise, unless there is something else already.
  private mutating func checkReferences() {
    guard unsupported == nil else { return }
    for index in references.indices where mayDiffer(references[index]) {
      return notSupported(
        "this back reference is not supported: its group is in a repetition that can pass without it",
        at: references[index].offset)
    }
  }

  private func mayDiffer(_ reference: Reference) -> Bool {
    var number = reference.captures.first
    for _ in 0..<reference.captures.count {
      if groups.mayDiffer(number, isAfterGroup: reference.isAfterGroups) { return true }
      number = captures.next(after: number)
    }
    return false
  }

  // MARK: Memory

  /// How much memory there is for patterns, in bytes.
  var capacity: Int {
    source.bytesOfCapacity + groups.capacity + captures.capacity + references.bytesOfCapacity
  }

  /// How much of it the last pattern needed, in bytes.
  var needed: Int { source.bytesOfElements + groups.needed + captures.needed + references.bytesOfElements }
}
