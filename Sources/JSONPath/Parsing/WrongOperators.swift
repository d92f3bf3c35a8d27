// Operators of other languages, and what they are here.

extension Parser {
  /// What is written elsewhere, and what is meant by it; the longer ones first.
  private static let symbols: [(written: String, meant: String)] = [
    ("===", "=="), ("!==", "!="), ("<>", "!="), ("=>", ">="), ("=<", "<="),
  ]

  /// The same for what is no operator at all here, not even the beginning of one.
  private static let strangers: [(written: String, meant: String)] = [
    ("=", "=="), ("&", "&&"), ("|", "||"),
  ]

  /// The words that are operators elsewhere.
  private static let words = ["and": "&&", "or": "||", "not": "!"]

  /// The error for a comparison that another language writes so, if one comes next.
  var wrongComparison: QueryError? {
    Parser.symbols.first { reader.isNext($0.written) }.map { wrong($0.written, $0.meant) }
  }

  /// The error for an operator that another language writes so, if one comes next, after blanks or not.
  var wrongOperator: QueryError? {
    var parser = self
    parser.reader.skipBlanks()
    if let error = parser.wrongComparison { return error }
    let start = parser.reader.offset
    if parser.reader.isNext("=~") {
      return parser.reader.error("there is no operator '=~'; use match() or search()", at: start..<start + 2)
    }
    if let comparison = parser.nextComparison()?.rawValue {
      return parser.reader.error(
        "what stands before '\(comparison)' is true or false already, and only values can be compared",
        at: start..<start + comparison.utf8.count)
    }
    if let stranger = Parser.strangers.first(where: { parser.reader.isNext($0.written) }) {
      return parser.wrong(stranger.written, stranger.meant)
    }
    var rest = parser.reader
    return Parser.wrongWord(rest.take(while: \.isNamePart)).map { message, meant in
      parser.reader.error(message, at: start..<rest.offset, suggestion: meant)
    }
  }

  /// What to say of a word that is an operator elsewhere, and what is meant by it.
  static func wrongWord(_ word: String) -> (message: String, meant: String)? {
    words[word.lowercased()].map { ("'\(word)' is written '\($0)'", $0) }
  }

  private func wrong(_ written: String, _ meant: String) -> QueryError {
    let range = reader.offset..<reader.offset + written.unicodeScalars.count
    let what = meant == "&&" ? "'and'" : meant == "||" ? "'or'" : "a comparison"
    return reader.error("\(what) is written '\(meant)', not '\(written)'", at: range, suggestion: meant)
  }
}
