import SourceText

extension LineReader {
  /// Reads a list or mapping in brackets (YAML 1.2, section 7.4), which may go on over several lines, and moves behind
  /// it.
  ///
  /// - Parameter depth: how many lists and mappings are open around it.
  mutating func readBrackets(depth: Int) throws(Unsure) {
    if depth >= Self.mostDepth { throw Unsure() }
    let isMapping = bytes[position] == UInt8(ascii: "{")
    builder.begin(
      isMapping ? .mapping : .sequence, isFlow: true, properties: .none,
      place: Place(start: position, end: position + 1))
    position += 1
    try skipGap()
    while !bytes[position].isClosing {
      if isMapping { try readKey() }
      try readElement(depth: depth)
      try skipGap()
      if bytes[position] == UInt8(ascii: ",") {
        position += 1
        try skipGap()
      } else if !bytes[position].isClosing {
        throw Unsure()
      }
    }
    guard bytes[position] == (isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { throw Unsure() }
    position += 1
    builder.end(at: position)
  }

  private mutating func readKey() throws(Unsure) {
    let key = try scanScalar(inBrackets: true)
    skipSpaces()
    // After quotes a value may follow the colon at once, as in JSON.
    guard position < end, bytes[position] == UInt8(ascii: ":"),
      key.style != .plain || isSpaceOrEnd(at: position + 1),
      position - key.place.start <= Self.mostKeyBytes
    else { throw Unsure() }
    add(key)
    position += 1
    try skipGap()
  }

  private mutating func readElement(depth: Int) throws(Unsure) {
    switch bytes[position] {
    case UInt8(ascii: "["), UInt8(ascii: "{"): try readBrackets(depth: depth + 1)
    default: add(try scanScalar(inBrackets: true))
    }
  }

  /// Moves over spaces and line breaks to what follows them, of which there is something.
  private mutating func skipGap() throws(Unsure) {
    skipSpaces()
    while position < end, bytes[position] == UInt8(ascii: "\n") {
      position += 1
      lineStart = position
      skipSpaces()
      guard position < end else { break }
      let isIndented = position - lineStart >= neededIndentation
      // A closing bracket may stand as far left as the key.
      guard isIndented || bytes[position].isClosing || bytes[position] == UInt8(ascii: "\n") else {
        throw Unsure()
      }
      if position == lineStart, bytes[position].isMarkerCharacter { throw Unsure() }
    }
    if position >= end { throw Unsure() }
  }
}

extension UInt8 {
  fileprivate var isClosing: Bool { self == UInt8(ascii: "]") || self == UInt8(ascii: "}") }

  /// Whether a marker of documents begins so.
  fileprivate var isMarkerCharacter: Bool { self == UInt8(ascii: "-") || self == UInt8(ascii: ".") }
}
