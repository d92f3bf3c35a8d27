/// Reads an I-Regexp by the grammar of RFC 9485, section 3, and writes it for PCRE2.
///
/// `^` and `$` are ordinary characters in that grammar, but the RFC's own mappings to other notations
/// (section 5) hand them on as they are, and so they are anchors here, as everywhere in JSONPath.
struct IRegexpTranslator {
  var cursor: Cursor
  var writer = Writer()
  private var open = [Group(start: 0)]
  private var unsupported: PatternError?

  /// A group that is being read; the first one is the whole pattern.
  private struct Group {
    let start: Int
    var finished: Extent?
    var current = Extent.empty

    var extent: Extent { finished?.or(current) ?? current }
  }

  init(_ source: String) {
    cursor = Cursor(source)
  }

  /// Reads the whole pattern.
  mutating func translate() throws(PatternError) -> Translation {
    while let next = cursor.next {
      writer.mark(cursor.offset)
      switch next {
      case "(": openGroup()
      case "|":
        cursor.advance()
        writer.write("|")
        open[open.count - 1].finished = open[open.count - 1].extent
        open[open.count - 1].current = .empty
      case ")":
        guard open.count > 1, let group = open.popLast() else {
          throw cursor.error("no group is open for this ')'; write '\\)' to match the character itself")
        }
        cursor.advance()
        writer.write(")")
        try quantify(group.extent)
      default:
        try quantify(try atom(next))
      }
    }
    if open.count > 1, let group = open.last {
      throw cursor.error("expected ')' to end the group, found the end of the pattern", at: group.start)
    }
    return Translation(writer, extent: open[0].extent, unsupported: unsupported)
  }

  private mutating func openGroup() {
    if open.count > Translation.deepestNesting {
      notSupported("groups nested deeper than \(Translation.deepestNesting) are not supported", at: nil)
    }
    open.append(Group(start: cursor.offset))
    cursor.advance()
    writer.write("(?:")
  }

  private mutating func notSupported(_ message: String, at offset: Int?) {
    unsupported = unsupported ?? cursor.error(message, at: offset, reason: .unsupported)
  }

  /// Writes a quantifier, if one is next, after a part that takes `extent`.
  private mutating func quantify(_ extent: Extent) throws(PatternError) {
    let start = cursor.offset
    var extent = extent
    if let quantifier = try cursor.takeQuantifier() {
      if !quantifier.isSupported {
        notSupported("a repetition above \(Quantifier.highestCount) is not supported", at: start)
      }
      writer.write(quantifier.text)
      extent = extent.repeated(quantifier)
    }
    open[open.count - 1].current = open[open.count - 1].current.followed(by: extent)
  }

  /// Writes one character, class or escape.
  private mutating func atom(_ next: Unicode.Scalar) throws(PatternError) -> Extent {
    switch next {
    case "*", "+", "?", "{":
      throw cursor.error(
        "nothing to repeat before \(next.name); write '\\\(next)' to match the character itself")
    case "]", "}":
      throw cursor.error(
        "\(next.name) has no opening bracket; write '\\\(next)' to match the character itself")
    case "[":
      try characterClass()
      return .one
    case "\\":
      if let property = try cursor.takeIRegexpProperty() {
        writer.write(property)
      } else {
        writer.write(literal: try cursor.takeIRegexpEscape())
      }
      return .one
    default:
      cursor.advance()
    }
    switch next {
    case ".": writer.write("[^\\n\\r]")
    case "^":
      // In a group, because `^*` is allowed and PCRE2 does not repeat an anchor.
      writer.write("(?:\\A)")
      return Extent(isAtStart: true)
    case "$":
      writer.write("(?:\\z)")
      return .empty
    default: writer.write(literal: next)
    }
    return .one
  }
}
