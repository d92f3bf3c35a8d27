/// Reads I-Regexps by the grammar of RFC 9485, section 3.
///
/// `^` and `$` are ordinary characters in that grammar, but the RFC's own mappings to other notations
/// (section 5) hand them on as they are, and so they are anchors here, as everywhere in JSONPath.
struct IRegexpReader<Output: PatternOutput>: PatternReader {
  var cursor = Cursor()
  var output = Output()
  private var open = [OpenGroup(start: 0)]
  private var mostOpen = 1
  private(set) var unsupported: Problem?

  /// A group that is being read; the first one is the whole pattern.
  private struct OpenGroup {
    let start: Int
    var finished: Extent?
    var current = Extent.empty

    var extent: Extent { finished?.or(current) ?? current }
  }

  init() {}

  var source: [UInt8] { cursor.bytes }
  var extent: Extent { open[0].extent }

  mutating func read(_ pattern: Span<UInt8>) throws(Problem) {
    cursor.start(pattern)
    output.removeAll(from: 0)
    open.removeSubrange(1...)
    open[0] = OpenGroup(start: 0)
    (mostOpen, unsupported) = (1, nil)
    while let next = cursor.next {
      output.mark(cursor.offset)
      switch next {
      case "(": openGroup()
      case "|":
        cursor.advance()
        output.write("|")
        open[open.count - 1].finished = open[open.count - 1].extent
        open[open.count - 1].current = .empty
      case ")":
        guard open.count > 1, let group = open.popLast() else {
          throw cursor.problem("no group is open for this ')'; write '\\)' to match the character itself")
        }
        cursor.advance()
        output.write(")")
        try quantify(group.extent)
      default:
        try quantify(try atom(next))
      }
    }
    if open.count > 1, let group = open.last {
      throw cursor.problem("expected ')' to end the group, found the end of the pattern", at: group.start)
    }
  }

  private mutating func openGroup() {
    if open.count > Translation.deepestNesting {
      notSupported(
        "groups nested deeper than ", .number(Translation.deepestNesting), " are not supported",
        at: cursor.offset)
    }
    open.append(OpenGroup(start: cursor.offset))
    mostOpen = max(mostOpen, open.count)
    cursor.advance()
    output.write("(?:")
  }

  /// Notes the first thing that is allowed and cannot be done.
  private mutating func notSupported(
    _ text: String, _ detail: Problem.Detail, _ rest: String, at offset: Int
  ) {
    unsupported = unsupported ?? cursor.problem(text, detail, rest, at: offset, reason: .unsupported)
  }

  /// Writes a quantifier, if one is next, after a part that takes `extent`.
  private mutating func quantify(_ extent: Extent) throws(Problem) {
    let start = cursor.offset
    var extent = extent
    if let quantifier = try cursor.takeQuantifier() {
      if !quantifier.isSupported {
        notSupported("a repetition above ", .number(Quantifier.highestCount), " is not supported", at: start)
      }
      output.write(quantifier)
      extent = extent.repeated(quantifier)
    }
    open[open.count - 1].current = open[open.count - 1].current.followed(by: extent)
  }

  /// Writes one character, class or escape.
  private mutating func atom(_ next: Unicode.Scalar) throws(Problem) -> Extent {
    try cursor.refuseStray(next)
    switch next {
    case "[":
      try characterClass()
      return .one
    case "\\":
      if let category = try cursor.takeIRegexpCategory() {
        output.write(category)
      } else {
        output.write(literal: try cursor.takeIRegexpEscape())
      }
      return .one
    default:
      cursor.advance()
    }
    switch next {
    case ".": output.write("[^\\n\\r]")
    case "^":
      // In a group, because `^*` is allowed and PCRE2 does not repeat an anchor.
      output.write("(?:\\A)")
      return Extent(isAtStart: true)
    case "$":
      output.write("(?:\\z)")
      return .empty
    default: output.write(literal: next)
    }
    return .one
  }

  /// How much memory there is for patterns, in bytes.
  var capacity: Int { source.bytesOfCapacity + open.bytesOfCapacity }

  /// How much of it the last pattern needed, in bytes.
  var needed: Int { source.bytesOfElements + mostOpen * MemoryLayout<OpenGroup>.stride }
}
