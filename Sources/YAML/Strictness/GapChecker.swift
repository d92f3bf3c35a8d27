import SourceText

/// Finds what libyaml accepts and YAML 1.2 does not, in what stands between scalars: indentation, comments,
/// indicators, names of anchors and directives. (What stands inside scalars is in `ScalarChecks.swift`.)
///
/// It is told of every content in the order of the text, and looks at each byte between two of them once.
struct GapChecker {
  /// A list or mapping that is open: the indentation of the block that it is in or is.
  private struct Open {
    var indentation: Int
    var isFlow: Bool
  }

  let bytes: [UInt8]

  /// Where what is read ends in them.
  private let end: Int

  /// What was found wrong.
  private(set) var problems = ProblemList()

  /// Takes back what was found from `start` on.
  mutating func dropProblems(from start: Int) { problems.drop(from: start) }

  /// The innermost list or mapping that is open, or what is around all.
  private var current = Open(indentation: -1, isFlow: false)

  /// Those around it.
  private var outer: [Open] = []

  /// The first byte that was not looked at.
  private var position: Int

  /// How many spaces the line begins with that the gap is in; -1 when something else than blanks stands there.
  private var spaces = 0

  /// Whether a document is open, so that no directive can stand here.
  private var isInDocument = false

  /// Whether the last content is in quotes or brackets, so that a `:` may follow at once.
  private var followsJSON = false

  /// Whether indentation was reported for the flow collections that are open: once is enough.
  private var hasReportedIndentation = false

  /// How many steps brackets inside each other may still cost.
  private var bracketSteps: Int

  init(_ input: ParserInput, limits: Limits) {
    bytes = input.bytes
    end = input.end
    position = input.start
    bracketSteps = limits.bracketSteps + 20 * input.count
  }

  mutating func report(_ problem: Problem) {
    problems.add(problem)
  }

  /// The spaces that a line must at least begin with that goes on with what stands in the innermost block.
  var neededIndentation: Int { current.indentation + 1 }

  /// Whether a bracket or brace is open.
  var isInFlow: Bool { current.isFlow }
}

// MARK: Content

extension GapChecker {
  /// A scalar that is written in `place`.
  mutating func content(_ place: Place, style: ScalarStyle, isOneLine: Bool) {
    guard !place.isEmpty else { return }
    begin(at: place.start)
    switch style {
    case .plain:
      if isInFlow { checkPlainInFlow(place) }
    case .singleQuoted, .doubleQuoted:
      if !isOneLine { checkLines(of: place) }
    case .literal, .folded: checkBlockScalar(place, indentation: spaces)
    }
    end(at: place.end, isJSON: style == .singleQuoted || style == .doubleQuoted)
  }

  /// An alias that is written in `place`.
  mutating func alias(_ place: Place) {
    begin(at: place.start)
    checkName(endingAt: place.end)
    end(at: place.end, isJSON: false)
  }

  /// The start of a list or mapping in brackets or braces, which stand at `start`; or of a single pair in a list, whose
  /// key does.
  mutating func beginFlow(at start: Int) {
    begin(at: start)
    if !isInFlow { hasReportedIndentation = false }
    outer.append(current)
    current.isFlow = true
    let isBracket = bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: "{")
    end(at: isBracket ? start + 1 : start, isJSON: false)
  }

  /// The start of a list or mapping without brackets, the first entry of which stands in `column`, from 0.
  mutating func beginBlock(column: Int) {
    outer.append(current)
    current = Open(indentation: column, isFlow: false)
  }

  /// The end of the innermost list or mapping, at `end`.
  mutating func endCollection(at end: Int) {
    if current.isFlow, bytes[end - 1] == UInt8(ascii: "]") || bytes[end - 1] == UInt8(ascii: "}") {
      check(to: end - 1)
      // Every reader lets the closing bracket stand as far left as the key, against the letter of section 7.4.
      self.end(at: end, isJSON: true)
    } else if current.isFlow {
      // A single pair ends where the next thing begins.
      check(to: end)
    }
    if let around = outer.popLast() { current = around }
  }

  /// The end of the file.
  mutating func endFile() {
    check(to: end)
  }

  private mutating func begin(at start: Int) {
    check(to: start)
    if isInFlow {
      checkIndentation()
      bracketSteps -= outer.count
      if bracketSteps < 0, !problems.isOverLimit { report(.tooManyBrackets(at: start)) }
    }
    isInDocument = true
  }

  private mutating func end(at end: Int, isJSON: Bool) {
    position = max(position, end)
    spaces = -1
    followsJSON = isJSON
  }

  /// Checks that a line of a flow collection begins with enough spaces, when something else now follows them.
  private mutating func checkIndentation() {
    guard spaces >= 0, spaces < neededIndentation, !hasReportedIndentation else { return }
    hasReportedIndentation = true
    report(.tooLittleIndentation(at: position, needed: neededIndentation, in: "brackets"))
  }
}

// MARK: Gaps

extension GapChecker {
  /// Looks at the bytes up to `end`: blanks, line breaks, comments, indicators, anchors, tags and directives.
  private mutating func check(to end: Int) {
    var index = position
    guard index < end else { return }
    var isIndented = spaces >= 0
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: " "):
        if isIndented { spaces += 1 }
        index += 1
      case UInt8(ascii: "\t"):
        // Spaces after a tab indent nothing.
        isIndented = false
        index += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        spaces = 0
        isIndented = true
        index += 1
      case UInt8(ascii: "-") where !isInFlow && index + 1 < end && bytes[index + 1] == UInt8(ascii: " "),
        UInt8(ascii: ":") where !isInFlow:
        // By far the most indicators; libyaml has made sure of what is around them.
        isInDocument = true
        followsJSON = false
        spaces = -1
        isIndented = false
        index += 1
      default:
        position = index
        other(before: end)
        index = position
        spaces = -1
        isIndented = false
      }
    }
    position = index
  }

  private mutating func other(before end: Int) {
    guard bytes[position] != UInt8(ascii: "#") else { return checkComment() }
    indicator(before: end)
  }

  private mutating func indicator(before end: Int) {
    if isInFlow { checkIndentation() }
    let wasInDocument = isInDocument
    isInDocument = true
    switch bytes[position] {
    case UInt8(ascii: ":"):
      if isInFlow, !followsJSON, !isSeparated(at: position + 1) { report(.colonWithoutSpace(at: position)) }
      followsJSON = false
      position += 1
    case UInt8(ascii: "?"):
      if isInFlow, !isBlankOrEnd(at: position + 1) { report(.questionMarkWithoutSpace(at: position)) }
      followsJSON = false
      position += 1
    case UInt8(ascii: "&"):
      position += 1
      while position < end, bytes[position].isNameCharacter { position += 1 }
      checkName(endingAt: position)
    case UInt8(ascii: "!"):
      skipTag(before: end)
    case UInt8(ascii: "%") where spaces == 0:
      isInDocument = wasInDocument
      checkDirective()
    case UInt8(ascii: "-") where spaces == 0 && isMarker(UInt8(ascii: "-")):
      position += 3
    case UInt8(ascii: ".") where spaces == 0 && isMarker(UInt8(ascii: ".")):
      isInDocument = false
      position += 3
      checkNothingFollows()
    case 0xEF where isByteOrderMark(at: position):
      isInDocument = wasInDocument
      report(.strayByteOrderMark(ByteRange(position, position + 3)))
      position += 3
    default:
      followsJSON = false
      position += 1
    }
  }

  private mutating func checkComment() {
    if position > 0, !isBlankOrEnd(at: position - 1), !isByteOrderMark(at: position - 3) {
      report(.commentWithoutSpace(at: position))
    }
    position = endOfLine(from: position)
  }

  /// A directive (section 6.8): before a document only, and nothing but a comment after it.
  private mutating func checkDirective() {
    let end = endOfLine(from: position)
    if isInDocument { report(.directiveInDocument(ByteRange(position, end))) }
    while position < end, bytes[position] != UInt8(ascii: "#") { position += 1 }
    if position < end { checkComment() }
  }

  private mutating func checkNothingFollows() {
    while position < bytes.count, bytes[position].isBlank { position += 1 }
    guard position < bytes.count, !bytes[position].isLineBreak, bytes[position] != UInt8(ascii: "#") else {
      return
    }
    report(.textAfterDocumentEnd(ByteRange(position, endOfLine(from: position))))
  }

  /// Checks that an anchor's or an alias' name ends where libyaml, which knows only letters, digits, `_` and `-`,
  /// takes it to end.
  private mutating func checkName(endingAt end: Int) {
    guard !isSeparated(at: end) else { return }
    report(.nameGoesOn(at: end))
  }

  /// A tag (section 6.8.2): `!<…>`, or a handle, which is `!`, `!!` or letters between two `!`, and a rest without
  /// another `!`.
  private mutating func skipTag(before end: Int) {
    let isVerbatim = position + 1 < end && bytes[position + 1] == UInt8(ascii: "<")
    var (isInHandle, isReported) = (true, isVerbatim)
    position += 1
    while position < end, !bytes[position].isBlank, !bytes[position].isLineBreak {
      if bytes[position] == UInt8(ascii: ","), !isVerbatim { return }
      if bytes[position] == UInt8(ascii: "!") {
        if !isInHandle, !isReported {
          report(.exclamationMarkInTag(at: position))
          isReported = true
        }
        isInHandle = false
      } else if !bytes[position].isNameCharacter {
        isInHandle = false
      }
      position += 1
    }
  }

  private func isMarker(_ character: UInt8) -> Bool {
    position + 2 < bytes.count && bytes[position + 1] == character && bytes[position + 2] == character
      && isBlankOrEnd(at: position + 3)
  }

  private func isByteOrderMark(at index: Int) -> Bool {
    index >= 0 && index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBB
      && bytes[index + 2] == 0xBF
  }

  /// Whether the byte at `index` cannot be part of a name or of a plain scalar in brackets.
  private func isSeparated(at index: Int) -> Bool {
    isBlankOrEnd(at: index) || bytes[index].isFlowIndicator
  }

  func isBlankOrEnd(at index: Int) -> Bool {
    index >= bytes.count || bytes[index].isBlank || bytes[index].isLineBreak
  }

  /// How many spaces the line begins with that the byte at `offset` is in.
  func indentation(ofLineWith offset: Int) -> Int {
    var start = offset
    while start > 0, !bytes[start - 1].isLineBreak { start -= 1 }
    var end = start
    while end < offset, bytes[end] == UInt8(ascii: " ") { end += 1 }
    return end - start
  }

  func endOfLine(from start: Int) -> Int {
    bytes.span.endOfLine(from: start)
  }
}

extension UInt8 {
  /// Whether it is a space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether it ends a line or is half of a CR LF.
  var isLineBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

  /// Whether it is one of `,[]{}`.
  var isFlowIndicator: Bool {
    self == UInt8(ascii: ",") || self == UInt8(ascii: "[") || self == UInt8(ascii: "]")
      || self == UInt8(ascii: "{") || self == UInt8(ascii: "}")
  }

  /// Whether libyaml takes it as part of an anchor's name.
  fileprivate var isNameCharacter: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
      || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
  }
}
