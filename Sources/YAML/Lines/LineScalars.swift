import SourceText

/// A scalar in one line.
struct Scalar {
  /// All of it, with its quotes.
  let place: Place
  let style: ScalarStyle
  /// Where its text stands in the file; nothing when it was put together, from `LineReader.ownStart` on.
  let text: Range<Int>?
}

extension LineReader {
  mutating func add(_ scalar: Scalar) {
    if let text = scalar.text {
      builder.scalar(asWritten: text, style: scalar.style, place: scalar.place)
    } else {
      builder.scalar(fromOwnText: ownStart, style: scalar.style, place: scalar.place)
    }
  }

  /// Reads a scalar in one line and moves behind it.
  mutating func scanScalar(inBrackets: Bool) throws(Unsure) -> Scalar {
    switch text[position] {
    case UInt8(ascii: "'"): try scanSingleQuoted()
    case UInt8(ascii: "\""): try scanDoubleQuoted()
    default: try scanPlain(inBrackets: inBrackets)
    }
  }

  /// A scalar without quotes (YAML 1.2, section 7.3.3), up to a colon or comment after it.
  private mutating func scanPlain(inBrackets: Bool) throws(Unsure) -> Scalar {
    let start = position
    let (end, next) = try text.endOfPlain(from: start, inBrackets: inBrackets)
    position = next
    return Scalar(place: Place(start: start, end: end), style: .plain, text: start..<end)
  }

  /// A scalar in single quotes (section 7.3.2).
  private mutating func scanSingleQuoted() throws(Unsure) -> Scalar {
    let start = position
    var index = start + 1
    // Of the text, what is not put together begins here.
    var piece = index
    ownStart = builder.texts.own.count
    while index < text.end, text[index] != UInt8(ascii: "\n") {
      guard text[index] == UInt8(ascii: "'") else {
        index += 1
        continue
      }
      guard index + 1 < text.end, text[index + 1] == UInt8(ascii: "'") else {
        return quoted(.singleQuoted, from: start, to: index, lastPiece: piece)
      }
      appendOwnText(piece..<index + 1)
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
    ownStart = builder.texts.own.count
    while index < text.end, text[index] != UInt8(ascii: "\n") {
      switch text[index] {
      case UInt8(ascii: "\""):
        return quoted(.doubleQuoted, from: start, to: index, lastPiece: piece)
      case UInt8(ascii: "\\"):
        guard index + 1 < text.end, let meant = text[index + 1].escaped else { throw Unsure() }
        appendOwnText(piece..<index)
        builder.texts.own.append(meant)
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
    appendOwnText(lastPiece..<end)
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
