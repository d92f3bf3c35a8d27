/// Reads an ECMA-262 pattern by the grammar `Pattern[+UnicodeMode, +NamedCaptureGroups]`, without annex B,
/// and writes it for PCRE2.
///
/// Groups are kept in a table and not on the call stack, so a pattern cannot overflow it.
struct ECMAScriptTranslator {
  var cursor: Cursor
  var writer = Writer()
  var groups = GroupTable()
  var references: [Reference] = []
  private let captures: CaptureNames
  private(set) var unsupported: PatternError?

  init(_ source: String) {
    cursor = Cursor(source)
    captures = CaptureNames(in: cursor)
  }

  /// Reads the whole pattern.
  mutating func translate() throws(PatternError) -> Translation {
    while let next = cursor.next {
      writer.mark(cursor.offset)
      switch next {
      case "|":
        finishAlternative()
        groups.startAlternative()
        cursor.advance()
        writer.write("|")
      case "(": try openGroup()
      case ")": try closeGroup()
      case "^", "$": assertion(next == "^" ? "\\A" : "\\z", length: 1, isAtStart: next == "^")
      case "\\" where cursor.peek(1) == "b": assertion("\\b", length: 2)
      case "\\" where cursor.peek(1) == "B": assertion("\\B", length: 2)
      default: try quantify(try atom(next))
      }
    }
    if let start = groups.openStart {
      throw cursor.error("expected ')' to end the group, found the end of the pattern", at: start)
    }
    for reference in references where groups.mayDiffer(reference) {
      notSupported(
        "this back reference is not supported: its group is in a repetition that can pass without it",
        at: reference.offset
      )
    }
    return Translation(writer, extent: groups.extent, unsupported: unsupported)
  }

  /// Notes the first thing that is allowed and cannot be done; reading goes on, to find what is not allowed.
  mutating func notSupported(_ message: String, at offset: Int) {
    unsupported = unsupported ?? cursor.error(message, at: offset, reason: .unsupported)
  }

  private mutating func assertion(_ text: String, length: Int, isAtStart: Bool = false) {
    cursor.advance(by: length)
    writer.write(text)
    groups.append(Extent(isAtStart: isAtStart))
  }

  // MARK: Groups

  private mutating func openGroup() throws(PatternError) {
    let start = cursor.offset
    if groups.depth >= Translation.deepestNesting {
      notSupported("groups nested deeper than \(Translation.deepestNesting) are not supported", at: start)
    }
    cursor.advance()
    guard cursor.take("?") else {
      writer.write("(")
      groups.open(.capture, at: start)
      return
    }
    if cursor.take(":") {
      writer.write("(?:")
      groups.open(.plain, at: start)
    } else if cursor.take("=") {
      writer.write("(?=")
      groups.open(.lookahead, at: start)
    } else if cursor.take("!") {
      writer.write("(?!")
      groups.open(.negativeLookahead, at: start)
    } else if cursor.take("<=") {
      writer.write("(?<=")
      groups.open(.lookbehind, at: start)
    } else if cursor.take("<!") {
      writer.write("(?<!")
      groups.open(.negativeLookbehind, at: start)
    } else if cursor.take("<") {
      let nameStart = cursor.offset
      let name = try cursor.takeGroupName()
      writer.write("(")
      groups.open(.capture, at: start)
      guard groups.name(name) else {
        throw cursor.error("the group name '\(name)' is used twice where both could match", at: nameStart)
      }
    } else {
      try cursor.takeModifiers()
      notSupported("modifiers such as '(?i:' are not supported", at: start)
      groups.open(.plain, at: start)
    }
  }

  private mutating func closeGroup() throws(PatternError) {
    guard groups.openStart != nil else {
      throw cursor.error("no group is open for this ')'; write '\\)' to match the character itself")
    }
    finishAlternative()
    cursor.advance()
    writer.write(")")
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
  private mutating func quantify(_ extent: Extent, group: Int? = nil) throws(PatternError) {
    let start = cursor.offset
    guard let quantifier = try cursor.takeQuantifier() else { return groups.append(extent) }
    if !quantifier.isSupported {
      notSupported("a repetition above \(Quantifier.highestCount) is not supported", at: start)
    }
    writer.write(quantifier.text)
    if cursor.take("?") { writer.write("?") }
    if let group { groups.quantify(group, quantifier) }
    groups.append(extent.repeated(quantifier))
  }

  private mutating func atom(_ next: Unicode.Scalar) throws(PatternError) -> Extent {
    switch next {
    case "*", "+", "?", "{":
      throw cursor.error(
        "nothing to repeat before \(next.name); write '\\\(next)' to match the character itself")
    case "]", "}":
      throw cursor.error(
        "\(next.name) has no opening bracket; write '\\\(next)' to match the character itself")
    case "[": return try characterClass()
    case "\\": return try atomEscape()
    case ".":
      cursor.advance()
      writer.write("[^\\n\\r\\x{2028}\\x{2029}]")
    default:
      cursor.advance()
      writer.write(literal: next)
    }
    return .one
  }

  /// Writes a back reference, a class of characters or a single character.
  private mutating func atomEscape() throws(PatternError) -> Extent {
    let start = cursor.offset
    if let digit = cursor.peek(1)?.decimalDigit, digit > 0 {
      cursor.advance()
      let number = cursor.takeNumber() ?? digit
      guard number <= captures.count else {
        throw cursor.error("there is no group \(number) to refer back to", at: start)
      }
      return refer(to: [number], at: start)
    }
    if cursor.peek(1) == "k" {
      cursor.advance(by: 2)
      guard cursor.take("<") else {
        throw cursor.error("expected '<' and a group name, found \(cursor.found)")
      }
      let name = try cursor.takeGroupName()
      guard let numbers = captures.numbers[name] else {
        throw cursor.error("there is no group named '\(name)' to refer back to", at: start)
      }
      return refer(to: numbers, at: start)
    }
    if let set = try cursor.takeCharacterSet() {
      writer.write(set.text)
      return .one
    }
    write(try cursor.takeCharacterEscape(inClass: false))
    return .one
  }

  /// Writes a character by its number. Half a surrogate pair is in no UTF-8 text, so it never matches.
  private mutating func write(_ codePoint: UInt32) {
    if let scalar = Unicode.Scalar(codePoint) {
      writer.write(literal: scalar)
    } else {
      writer.write(CharacterSet.nothing)
    }
  }

  /// Writes references to all groups of one name: at most one of them has matched, the others are empty.
  private mutating func refer(to numbers: [Int], at start: Int) -> Extent {
    if numbers.count > GroupTable.mostOfOneName {
      notSupported("more than \(GroupTable.mostOfOneName) groups of one name are not supported", at: start)
      return .empty
    }
    writer.write("(?:")
    for number in numbers { writer.write("\\g{\(number)}") }
    writer.write(")")
    references.append(groups.reference(to: numbers, at: start))
    if groups.isInLookbehind {
      notSupported("a back reference in a look-behind is not supported", at: start)
    }
    return numbers.reduce(.empty) { $0.followed(by: groups.extentOfReference(to: $1)) }
  }
}
