/// A text with parts in braces, as templates have them.
enum Braces {
  /// A part of such a text.
  enum Piece: Hashable {
    /// Text outside of braces.
    case text(String)
    /// What stands inside a pair of braces, and where it begins, in code points.
    case inside(String, offset: Int)
  }

  /// The parts of `text`. A brace inside quotes inside braces does not count.
  static func split(_ text: String) throws(ValueTemplate.Mistake) -> [Piece] {
    let scalars = Array(text.unicodeScalars)
    var pieces: [Piece] = []
    var start = 0
    var position = 0
    func string(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    while position < scalars.count {
      switch scalars[position] {
      case "{":
        guard let close = end(in: scalars, from: position + 1) else {
          throw ValueTemplate.Mistake(
            message: "the { has no }", range: position..<position + 1, suggestion: nil)
        }
        if position > start { pieces.append(.text(string(start..<position))) }
        pieces.append(.inside(string(position + 1..<close), offset: position + 1))
        position = close + 1
        start = position
      case "}":
        throw ValueTemplate.Mistake(
          message: "the } has no {", range: position..<position + 1, suggestion: nil)
      default:
        position += 1
      }
    }
    if position > start { pieces.append(.text(string(start..<position))) }
    return pieces
  }

  /// Where the `}` is that ends what begins at `start`: not one inside quotes.
  private static func end(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var quote: Unicode.Scalar?
    var position = start
    while position < scalars.count {
      let scalar = scalars[position]
      if let open = quote {
        if scalar == "\\" { position += 1 } else if scalar == open { quote = nil }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
      } else if scalar == "}" {
        return position
      }
      position += 1
    }
    return nil
  }
}
