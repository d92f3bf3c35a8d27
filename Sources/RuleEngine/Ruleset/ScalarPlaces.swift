import SourceText
import YAML

/// Where each character of a scalar's text stands in the file, however the scalar is written: without quotes, in
/// quotes with escapes, folded over lines or in a block.
struct ScalarPlaces {
  private let whole: ByteRange
  /// The bytes of each code point of the text; nothing when the text could not be followed through the file.
  private let places: [ByteRange]?

  init(of node: NodeID, in tree: Tree) {
    whole = tree.range(of: node)
    let text = Array(tree.text(of: node).unicodeScalars)
    places = ScalarPlaces.align(text, with: tree.source, whole, tree.style(of: node))
  }

  /// The bytes of some code points of the text; for a place between two, the character after it, and at the end
  /// the last one.
  func range(of codePoints: Range<Int>) -> ByteRange {
    guard let places, let end = places.last?.end else { return whole }
    guard codePoints.lowerBound < places.count else { return places.last ?? ByteRange(at: end) }
    let last = min(max(codePoints.upperBound - 1, codePoints.lowerBound), places.count - 1)
    return ByteRange(places[codePoints.lowerBound].start, places[last].end)
  }

  private static func align(
    _ text: [Unicode.Scalar], with source: SourceText, _ range: ByteRange, _ style: ScalarStyle
  ) -> [ByteRange]? {
    var cursor = SourceCursor(source.text(in: range), start: range.start)
    switch style {
    case .singleQuoted, .doubleQuoted: cursor.advance()
    case .literal, .folded: cursor.skipLine()
    case .plain: break
    }
    var places: [ByteRange] = []
    places.reserveCapacity(text.count)
    for scalar in text {
      guard let place = cursor.place(of: scalar, style) else { return nil }
      places.append(place)
    }
    return places
  }
}

/// A place in the written form of a scalar.
private struct SourceCursor {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var offset: Int

  init(_ text: String, start: Int) {
    scalars = Array(text.unicodeScalars)
    offset = start
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where index < scalars.count {
      offset += UTF8.width(scalars[index])
      index += 1
    }
  }

  mutating func skipLine() {
    while let scalar = current, scalar != "\n" { advance() }
    advance()
  }

  /// The bytes that mean `scalar`, the next one of the text.
  mutating func place(of scalar: Unicode.Scalar, _ style: ScalarStyle) -> ByteRange? {
    while let written = current {
      let start = offset
      if style == .doubleQuoted, written == "\\" {
        let length = escapeLength()
        let isBreak =
          index + 1 < scalars.count && isWhite(scalars[index + 1]) && scalars[index + 1] != " "
        advance(length)
        if isBreak { continue }
        return ByteRange(start, offset)
      }
      if written == scalar {
        advance(style == .singleQuoted && scalar == "'" ? 2 : 1)
        return ByteRange(start, offset)
      }
      guard isWhite(written) else { return nil }
      advance()
      // A line break of the file is a space or a line break of the text; the indent after it is nothing.
      if written == "\n", scalar == " " { return ByteRange(start, offset) }
    }
    // What a block ends with is not part of its range.
    return isWhite(scalar) ? ByteRange(at: offset) : nil
  }

  private func isWhite(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private func escapeLength() -> Int {
    guard index + 1 < scalars.count else { return 1 }
    return switch scalars[index + 1] {
    case "x": 4
    case "u": 6
    case "U": 10
    default: 2
    }
  }
}
