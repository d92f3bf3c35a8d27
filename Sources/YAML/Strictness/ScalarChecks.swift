import SourceText

// What libyaml accepts inside scalars and YAML 1.2 does not.

extension GapChecker {
  /// A plain scalar in brackets: its lines need their indentation, and a dash alone is none (section 7.3.3).
  mutating func checkPlainInFlow(_ place: Place) {
    if place.end - place.start == 1, bytes[place.start] == UInt8(ascii: "-") {
      report(.dashInFlow(place.range))
    }
    checkLines(of: place)
  }

  /// The lines after the first of a scalar in quotes or brackets (section 7.4): they begin with spaces, not with
  /// tabs.
  mutating func checkLines(of place: Place) {
    let needed = neededIndentation
    guard needed > 0 else { return }
    var index = place.start
    while index < place.end {
      let isBreak = bytes[index].isLineBreak
      index += 1
      guard isBreak else { continue }
      let lineStart = index
      while index < place.end, bytes[index] == UInt8(ascii: " ") { index += 1 }
      let spaces = index - lineStart
      if spaces < needed, index < place.end, bytes[index] == UInt8(ascii: "\t"), isBlankLine(from: index) {
        report(.tooLittleIndentation(at: index, needed: needed, in: "a text"))
        return
      }
      while index < place.end, bytes[index].isBlank { index += 1 }
      if spaces < needed, index < place.end, !bytes[index].isLineBreak {
        report(.tooLittleIndentation(at: index, needed: needed, in: "a text"))
        return
      }
    }
  }

  /// Whether nothing but blanks stands from `index` to the end of the line.
  private func isBlankLine(from index: Int) -> Bool {
    var end = index
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    return end < bytes.count && bytes[end].isLineBreak
  }

  /// A scalar after `|` or `>` (section 8.1). `spaces` is the indentation of its indicator where that is the first
  /// thing in its line, else -1.
  mutating func checkBlockScalar(_ place: Place, indentation spaces: Int) {
    let needed = neededIndentation
    if spaces >= 0, spaces < needed {
      report(.tooLittleIndentation(at: place.start, needed: needed, in: "a value"))
    }
    var index = place.start + 1
    var hasIndicator = false
    var keepsBreaks = false
    while !isBlankOrEnd(at: index), bytes[index] != UInt8(ascii: "#") {
      if bytes[index] == UInt8(ascii: "+") { keepsBreaks = true }
      if bytes[index] != UInt8(ascii: "+"), bytes[index] != UInt8(ascii: "-") { hasIndicator = true }
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "#") { report(.commentWithoutSpace(at: index)) }
    let header = endOfLine(from: index)
    checkFirstLines(after: header, hasIndicator: hasIndicator, needed: needed)
    if keepsBreaks { checkLastLine(from: max(header, place.end)) }
  }

  /// Spaces between a text that keeps its line breaks and the end of the file, in a line without a break: libyaml
  /// counts no line there, others do.
  private mutating func checkLastLine(from start: Int) {
    var lineStart = start
    for index in start..<max(start, bytes.count) {
      if bytes[index].isLineBreak {
        lineStart = index + 1
      } else if bytes[index] != UInt8(ascii: " ") {
        return
      }
    }
    guard lineStart < bytes.count, lineStart > 0, bytes[lineStart - 1].isLineBreak else { return }
    report(.unendedLastLine(ByteRange(lineStart, bytes.count)))
  }

  private mutating func checkFirstLines(after header: Int, hasIndicator: Bool, needed: Int) {
    var index = header
    var widest = 0
    var spaces = 0
    while index < bytes.count, bytes[index].isLineBreak || bytes[index] == UInt8(ascii: " ") {
      if bytes[index] == UInt8(ascii: " ") {
        spaces += 1
      } else {
        widest = max(widest, spaces)
        spaces = 0
      }
      index += 1
    }
    guard index < bytes.count, spaces >= needed else { return }
    if hasIndicator {
      // libyaml counts from 0 at the root, the specification from -1.
      if needed == 0, spaces > 0 { report(.indicatorAtRoot(at: header)) }
    } else if spaces == 0 {
      if !isDocumentMarker(at: index) { report(.rootTextWithoutIndentation(at: index)) }
    } else if widest > spaces {
      report(.widerEmptyLine(at: index, spaces: spaces))
    }
  }

  private func isDocumentMarker(at index: Int) -> Bool {
    guard index + 2 < bytes.count, isBlankOrEnd(at: index + 3) else { return false }
    let character = bytes[index]
    return (character == UInt8(ascii: "-") || character == UInt8(ascii: "."))
      && bytes[index + 1] == character && bytes[index + 2] == character
  }
}
