import SourceText

extension LineReader {
  /// Reads a list or mapping in brackets (YAML 1.2, section 7.4), which may go on over several lines, and moves behind
  /// it.
  ///
  /// - Parameter depth: how many lists and mappings are open around it.
  mutating func readBrackets(depth: Int) throws(Unsure) {
    if depth >= Self.mostDepth { throw Unsure() }
    let isMapping = text[position] == UInt8(ascii: "{")
    builder.begin(
      isMapping ? .mapping : .sequence, isFlow: true, properties: .none,
      place: Place(start: position, end: position + 1))
    position += 1
    try skipGap()
    while !text[position].isClosing {
      if isMapping { try readKey() }
      switch text[position] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): try readBrackets(depth: depth + 1)
      default: add(try scanScalar(inBrackets: true))
      }
      try skipGap()
      if text[position] == UInt8(ascii: ",") {
        position += 1
        try skipGap()
      } else if !text[position].isClosing {
        throw Unsure()
      }
    }
    guard text[position] == (isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { throw Unsure() }
    position += 1
    builder.end(at: position)
  }

  private mutating func readKey() throws(Unsure) {
    let key = try scanScalar(inBrackets: true)
    skipSpaces()
    // After quotes a value may follow the colon at once, as in JSON.
    guard position < text.end, text[position] == UInt8(ascii: ":"),
      key.style != .plain || text.isSpaceOrEnd(at: position + 1),
      position - key.place.start <= Self.mostKeyBytes
    else { throw Unsure() }
    add(key)
    position += 1
    try skipGap()
  }

  /// Moves over spaces and line breaks to what follows them, of which there is something.
  private mutating func skipGap() throws(Unsure) {
    skipSpaces()
    guard position < text.end else { throw Unsure() }
    if text[position] == UInt8(ascii: "\n") { try skipLineBreaks() }
  }

  private mutating func skipLineBreaks() throws(Unsure) {
    while position < text.end, text[position] == UInt8(ascii: "\n") {
      position += 1
      lineStart = position
      skipSpaces()
      guard position < text.end else { break }
      let isIndented = position - lineStart >= neededIndentation
      // A closing bracket may stand as far left as the key.
      guard isIndented || text[position].isClosing || text[position] == UInt8(ascii: "\n") else {
        throw Unsure()
      }
      if position == lineStart, text[position].isMarkerCharacter { throw Unsure() }
    }
    if position >= text.end { throw Unsure() }
  }
}

extension UInt8 {
  fileprivate var isClosing: Bool { self == UInt8(ascii: "]") || self == UInt8(ascii: "}") }

  /// Whether a marker of documents begins so.
  fileprivate var isMarkerCharacter: Bool { self == UInt8(ascii: "-") || self == UInt8(ascii: ".") }
}
