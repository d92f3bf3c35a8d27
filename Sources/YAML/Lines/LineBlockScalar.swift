import SourceText

extension LineReader {
  /// Reads a text after `|` or `>` (YAML 1.2, section 8.1) and moves to the line behind it. None of its lines begins with
  /// fewer spaces than the first.
  mutating func readBlockScalar() throws(Unsure) {
    let start = position
    let isFolded = text[position] == UInt8(ascii: ">")
    position += 1
    let chomping = position < text.end ? text[position] : 0
    if chomping == UInt8(ascii: "-") || chomping == UInt8(ascii: "+") { position += 1 }
    try endLine()

    let indentation = text.spaces(at: position)
    guard indentation >= max(neededIndentation, 1), position + indentation < text.end,
      text[position + indentation] != UInt8(ascii: "\n")
    else { throw Unsure() }
    ownStart = builder.texts.own.count
    // One such text is often the most of a small file.
    if ownStart == 0 { builder.texts.own.reserveCapacity(min(text.end - position, 4 << 10)) }
    var last = position
    var breaks = 0
    repeat {
      let line = position + indentation
      // Lines that are indented further are not folded (section 8.1.3).
      if isFolded, text[line] == UInt8(ascii: " ") { throw Unsure() }
      position = text.endOfLine(from: line)
      // What the line breaks before this line mean, of which there are none before the first.
      if isFolded, breaks == 1 {
        builder.texts.own.append(UInt8(ascii: " "))
      } else {
        appendBreaks(isFolded ? breaks - 1 : breaks)
      }
      appendOwnText(line..<position)
      last = position
      breaks = skipBreaks(upTo: indentation)
    } while text.spaces(at: position) >= indentation && position + indentation < text.end

    switch chomping {
    case UInt8(ascii: "-"): break
    case UInt8(ascii: "+"):
      // Of a last line of spaces without a line break readers disagree whether it is one of the text.
      if endsInSpaces { throw Unsure() }
      appendBreaks(breaks)
    default: appendBreaks(min(breaks, 1))
    }
    while text[last - 1] == UInt8(ascii: " ") || text[last - 1] == UInt8(ascii: "\n") { last -= 1 }
    let style: ScalarStyle = isFolded ? .folded : .literal
    add(Scalar(place: Place(start: start, end: last), style: style, text: nil))
  }

  private mutating func appendBreaks(_ count: Int) {
    var left = count
    while left > 0 {
      builder.texts.own.append(UInt8(ascii: "\n"))
      left -= 1
    }
  }

  /// Moves from the end of a line over the lines below it that are empty; how many line breaks that were.
  private mutating func skipBreaks(upTo indentation: Int) -> Int {
    var breaks = 0
    while position < text.end, text[position] == UInt8(ascii: "\n") {
      breaks += 1
      position += 1
      let spaces = text.spaces(at: position)
      // Spaces beyond the indentation are text.
      if spaces <= indentation, position + spaces < text.end, text[position + spaces] == UInt8(ascii: "\n") {
        position += spaces
      }
    }
    return breaks
  }

  /// Whether the text ends in a line of nothing but spaces, from where the reader is or right before.
  private var endsInSpaces: Bool {
    var start = text.end
    while start > 0, text[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return start < text.end && position + text.spaces(at: position) == text.end
      && text[start - 1] == UInt8(ascii: "\n")
  }
}
