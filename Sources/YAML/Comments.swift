import CYAML
package import SourceText

/// The comments of `source` that hold `word`, each from its `#` up to and without the line break, in the order of
/// the text. A `#` inside a scalar begins no comment.
///
/// A file that has `word` nowhere costs one search through its bytes. Of a file that is no YAML these are the
/// comments before the mistake.
///
/// - Parameter word: ASCII, and not empty.
package func comments(in source: SourceText, holding word: StaticString) -> [ByteRange] {
  let bytes = source.bytes.span
  guard let first = bytes.offset(of: UInt8(ascii: "#"), from: 0), bytes.extracting(first...).contains(word)
  else {
    return []
  }
  return comments(in: source).filter { source.bytes.span.extracting($0.indices).contains(word) }
}

/// All comments of `source`, each from its `#` up to and without the line break, in the order of the text.
///
/// libyaml drops comments, so this is a second run over the file for those who want them: what stands between its
/// tokens is blanks and comments.
package func comments(in source: SourceText) -> [ByteRange] {
  var finder = CommentFinder(source)
  forEachToken(in: source) { finder.pass($0) }
  return finder.found
}

/// A token of libyaml: where it stands, and whether it is a scalar after `|` or `>`.
private struct Token {
  let range: ByteRange
  let isBlockScalar: Bool
}

/// Runs libyaml's scanner over the text, until the end, the first mistake or brackets that cost more than `Limits` lets
/// them: no tree is made of such a text either.
private func forEachToken(in source: SourceText, _ body: (Token) -> Void) {
  let input = ParserInput(source)
  unsafe input.withParser { parser in
    var marks = MarkReader(input)
    var token = unsafe yaml_token_t()
    let limits = Limits()
    var (depth, steps) = (0, limits.bracketSteps + 20 * source.bytes.count)
    while unsafe yaml_parser_scan(parser, &token) == 1 {
      defer { unsafe yaml_token_delete(&token) }
      let start = unsafe marks.offset(token.start_mark.index)
      let end = unsafe marks.offset(token.end_mark.index)
      var isBlockScalar = false
      if unsafe token.type == YAML_SCALAR_TOKEN {
        let style = unsafe token.data.scalar.style
        isBlockScalar = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE
      }
      body(Token(range: ByteRange(start, end), isBlockScalar: isBlockScalar))
      switch unsafe token.type {
      case YAML_STREAM_END_TOKEN: return
      case YAML_FLOW_SEQUENCE_START_TOKEN, YAML_FLOW_MAPPING_START_TOKEN: depth += 1
      case YAML_FLOW_SEQUENCE_END_TOKEN, YAML_FLOW_MAPPING_END_TOKEN: depth -= 1
      default: break
      }
      steps -= depth
      if depth > limits.depth || steps < 0 { return }
    }
  }
}

/// Looks for comments between tokens.
private struct CommentFinder {
  private let bytes: [UInt8]
  private var position: Int
  private(set) var found: [ByteRange] = []

  init(_ source: SourceText) {
    bytes = source.bytes
    position = source.contentStart
  }

  mutating func pass(_ token: Token) {
    findComments(before: token.range.start)
    if token.isBlockScalar {
      // The header's line may end in a comment; what follows is text.
      findComments(before: endOfLine(from: token.range.start))
    }
    position = max(position, token.range.end)
  }

  private mutating func findComments(before end: Int) {
    while position < end {
      guard bytes[position] == UInt8(ascii: "#") else {
        position += 1
        continue
      }
      let start = position
      position = endOfLine(from: start)
      found.append(ByteRange(start, position))
    }
  }

  private func endOfLine(from start: Int) -> Int {
    bytes.span.endOfLine(from: start)
  }
}

extension Span<UInt8> {
  /// Whether `word` stands somewhere in the bytes.
  fileprivate func contains(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    return word.withUTF8Buffer { word in
      guard length > 0, count >= length else { return length == 0 }
      let first = unsafe word[0]
      for index in 0...(count - length) where self[index] == first {
        var matched = 1
        while matched < length, unsafe word[matched] == self[index + matched] { matched += 1 }
        if matched == length { return true }
      }
      return false
    }
  }
}
