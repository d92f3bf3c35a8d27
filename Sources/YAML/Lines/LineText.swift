/// What a `LineReader` reads: bytes up to an end. It is apart from the reader because it is small: a question to a large
/// value that is not inlined has all of it copied.
struct LineText {
  let bytes: [UInt8]

  /// Where what is read ends in them.
  let end: Int

  subscript(index: Int) -> UInt8 { bytes[index] }

  func isSpaceOrEnd(at index: Int) -> Bool {
    index >= end || bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\n")
  }

  /// Whether `- ` stands at `index`.
  func isItem(at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "-") && isSpaceOrEnd(at: index + 1)
  }

  /// How many spaces stand at `start`.
  func spaces(at start: Int) -> Int {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index - start
  }

  /// The offset of the line feed that ends the line which the byte at `start` is in, or of the end.
  func endOfLine(from start: Int) -> Int {
    bytes.span.extracting(..<end).offset(of: UInt8(ascii: "\n"), from: start) ?? end
  }

  /// Whether nothing but a comment follows in the line, after a space.
  func isEndOfLine(at index: Int) -> Bool {
    index >= end || bytes[index] == UInt8(ascii: "\n")
      || bytes[index] == UInt8(ascii: "#") && bytes[index - 1] == UInt8(ascii: " ")
  }

  /// Where a scalar without quotes that begins at `start` ends, and where the colon, comment, comma, bracket or line
  /// break stands that comes after it.
  func endOfPlain(from start: Int, inBrackets: Bool) throws(Unsure) -> (end: Int, next: Int) {
    guard canBeginPlain(at: start, inBrackets: inBrackets) else { throw Unsure() }
    let bytes = bytes.span.extracting(..<end)
    var index = start + 1
    // After the last byte that is no space.
    var last = index
    scan: while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        break
      case UInt8(ascii: " "):
        index += 1
        continue
      case UInt8(ascii: "\n"):
        break scan
      case UInt8(ascii: "#"):
        if bytes[index - 1] == UInt8(ascii: " ") { break scan }
      case UInt8(ascii: ":"):
        if isSpaceOrEnd(at: index + 1) { break scan }
        if inBrackets, bytes[index + 1].isFlowIndicator { throw Unsure() }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if inBrackets { break scan }
      case UInt8(ascii: "?"):
        // Versions of libyaml differ.
        if inBrackets { throw Unsure() }
      default:
        break
      }
      index += 1
      last = index
    }
    // A dash alone is no value in brackets, whatever follows it.
    if inBrackets, last == start + 1, bytes[start] == UInt8(ascii: "-") { throw Unsure() }
    return (last, index)
  }

  /// Whether a scalar without quotes can begin with the byte at `index`: with no indicator, but with a dash that is
  /// none of a list.
  func canBeginPlain(at index: Int, inBrackets: Bool) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "-"):
      !isSpaceOrEnd(at: index + 1) && !(inBrackets && bytes[index + 1].isFlowIndicator)
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
      UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: " "), UInt8(ascii: "\n"):
      false
    default:
      true
    }
  }
}
