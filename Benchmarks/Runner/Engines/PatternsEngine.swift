import Patterns

extension Engine {
  static let patterns = Engine(name: "patterns") { corpus in
    let patterns: [(String, Dialect)] = [
      ("^title: Activity [0-9]+,", .ecmascript), ("[0-9]{4}-[0-9]{2}-[0-9]{2}", .ecmascript),
      ("(network|webinar)s?", .iregexp),
    ]
    return try patterns.map { source, dialect in
      let pattern = try Pattern(source, dialect: dialect)
      return (
        source, { for text in corpus.texts { keep(pattern.search(text.span) == .matches ? 1 : 0) } }
      )
    }
  }
}
