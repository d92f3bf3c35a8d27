import SourceText

extension LineReader {
  /// Reads a text after `|` or `>` (YAML 1.2, section 8.1) and moves to the line behind it. None of its lines begins with
  /// fewer spaces than the first.
  mutating func readBlockScalar() throws(Unsure) {
    let start = position
    let isFolded = bytes[position] == UInt8(ascii: ">")
    position += 1
    let chomping = position < end ? bytes[position] : 0
    if chomping == UInt8(ascii: "-") || chomping == UInt8(ascii: "+") { position += 1 }
    try endLine()

    let indentation = spaces(at: position)
    guard indentation >= max(neededIndentation, 1), position + indentation < end,
      bytes[position + indentation] != UInt8(ascii: "\n")
    else { throw Unsure() }
    scratch.removeAll(keepingCapacity: true)
    var last = position
    var breaks = 0
    repeat {
      let line = position + indentation
      // Lines that are indented further are not folded (section 8.1.3).
      if isFolded, bytes[line] == UInt8(ascii: " ") { throw Unsure() }
      position = bytes.span.extracting(..<end).endOfLine(from: line)
      // What the line breaks before this line mean, of which there are none before the first.
      if isFolded, breaks == 1 {
        scratch.append(UInt8(ascii: " "))
      } else {
        scratch.append(
          contentsOf: repeatElement(UInt8(ascii: "\n"), count: isFolded ? max(breaks - 1, 0) : breaks))
      }
      scratch += bytes[line..<position]
      last = position
      breaks = skipBreaks(upTo: indentation)
    } while spaces(at: position) >= indentation && position + indentation < end

    switch chomping {
    case UInt8(ascii: "-"): break
    case UInt8(ascii: "+"):
      // Of a last line of spaces without a line break readers disagree whether it is one of the text.
      if endsInSpaces { throw Unsure() }
      scratch.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: breaks))
    default: if breaks > 0 { scratch.append(UInt8(ascii: "\n")) }
    }
    while bytes[last - 1] == UInt8(ascii: " ") || bytes[last - 1] == UInt8(ascii: "\n") { last -= 1 }
    let style: ScalarStyle = isFolded ? .folded : .literal
    add(Scalar(place: Place(start: start, end: last), style: style, text: nil))
  }

  /// Moves from the end of a line over the lines below it that are empty; how many line breaks that were.
  private mutating func skipBreaks(upTo indentation: Int) -> Int {
    var breaks = 0
    while position < end, bytes[position] == UInt8(ascii: "\n") {
      breaks += 1
      position += 1
      let spaces = spaces(at: position)
      // Spaces beyond the indentation are text.
      if spaces <= indentation, position + spaces < end, bytes[position + spaces] == UInt8(ascii: "\n") {
        position += spaces
      }
    }
    return breaks
  }

  /// Whether the text ends in a line of nothing but spaces, from where the reader is or right before.
  private var endsInSpaces: Bool {
    var start = end
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return start < end && position + spaces(at: position) == end && bytes[start - 1] == UInt8(ascii: "\n")
  }

  private func spaces(at start: Int) -> Int {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index - start
  }
}
