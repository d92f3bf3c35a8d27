import SourceText

/// A scalar in one line.
struct Scalar {
  /// All of it, with its quotes.
  let place: Place
  let style: ScalarStyle
  /// Where its text stands in the file; nothing when it is in `LineReader.scratch`.
  let text: Range<Int>?
}

extension LineReader {
  mutating func add(_ scalar: Scalar) {
    if let text = scalar.text {
      let bytes = bytes
      builder.scalar(
        bytes.span.extracting(text), style: scalar.style, isImplicit: true, properties: .none,
        place: scalar.place, isVerbatim: true)
    } else {
      let scratch = scratch
      builder.scalar(
        scratch.span, style: scalar.style, isImplicit: false, properties: .none, place: scalar.place,
        isVerbatim: false)
    }
  }

  /// Reads a scalar in one line and moves behind it.
  mutating func scanScalar(inBrackets: Bool) throws(Unsure) -> Scalar {
    switch bytes[position] {
    case UInt8(ascii: "'"): try scanSingleQuoted()
    case UInt8(ascii: "\""): try scanDoubleQuoted()
    default: try scanPlain(inBrackets: inBrackets)
    }
  }

  /// A scalar without quotes (YAML 1.2, section 7.3.3), up to a colon or comment after it.
  private mutating func scanPlain(inBrackets: Bool) throws(Unsure) -> Scalar {
    let start = position
    guard canBeginPlain(at: start, inBrackets: inBrackets) else { throw Unsure() }
    var index = start + 1
    // After the last byte that is no space.
    var last = index
    scan: while index < end {
      switch bytes[index] {
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
    position = index
    return Scalar(place: Place(start: start, end: last), style: .plain, text: start..<last)
  }

  /// Whether a scalar without quotes can begin with the byte at `index`: with no indicator, but with a dash that is
  /// none of a list.
  private func canBeginPlain(at index: Int, inBrackets: Bool) -> Bool {
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

  /// A scalar in single quotes (section 7.3.2).
  private mutating func scanSingleQuoted() throws(Unsure) -> Scalar {
    let start = position
    var index = start + 1
    // Of the text, what is not in `scratch` begins here.
    var piece = index
    scratch.removeAll(keepingCapacity: true)
    while index < end, bytes[index] != UInt8(ascii: "\n") {
      guard bytes[index] == UInt8(ascii: "'") else {
        index += 1
        continue
      }
      guard index + 1 < end, bytes[index + 1] == UInt8(ascii: "'") else {
        return quoted(.singleQuoted, from: start, to: index, lastPiece: piece)
      }
      scratch += bytes[piece...index]
      index += 2
      piece = index
    }
    throw Unsure()
  }

  /// A scalar in double quotes (section 7.3.1) with no escapes but the usual ones.
  private mutating func scanDoubleQuoted() throws(Unsure) -> Scalar {
    let start = position
    var index = start + 1
    var piece = index
    scratch.removeAll(keepingCapacity: true)
    while index < end, bytes[index] != UInt8(ascii: "\n") {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        return quoted(.doubleQuoted, from: start, to: index, lastPiece: piece)
      case UInt8(ascii: "\\"):
        guard index + 1 < end, let meant = bytes[index + 1].escaped else { throw Unsure() }
        scratch += bytes[piece..<index]
        scratch.append(meant)
        index += 2
        piece = index
      default:
        index += 1
      }
    }
    throw Unsure()
  }

  /// The scalar from the quote at `start` to the one at `end`; from `lastPiece` on its text is as it stands there.
  private mutating func quoted(_ style: ScalarStyle, from start: Int, to end: Int, lastPiece: Int) -> Scalar {
    position = end + 1
    let place = Place(start: start, end: position)
    if lastPiece == start + 1 { return Scalar(place: place, style: style, text: lastPiece..<end) }
    scratch += bytes[lastPiece..<end]
    return Scalar(place: place, style: style, text: nil)
  }
}

extension UInt8 {
  /// What a character means after a backslash in double quotes (section 5.7), of those that mean one byte and are
  /// often used.
  fileprivate var escaped: UInt8? {
    switch self {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): self
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    default: nil
    }
  }
}
