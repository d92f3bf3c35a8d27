package import SourceText

// A marker `---` at the start of a line begins a document wherever it stands, in quotes and block scalars too (YAML
// 1.2, rule c-forbidden), and nothing but directives reaches from one document into another. So a file can be cut
// there, and its pieces read side by side.

extension SourceText {
  /// The text proper in pieces of about `size` bytes, each of whole documents, in order. One piece when it cannot be
  /// cut. What a piece means by itself is what it means in the whole, unless there are directives: no piece with one is read.
  ///
  /// - Parameter size: in bytes; more than 0.
  package func pieces(of size: Int) -> [ByteRange] {
    guard bytes.count - contentStart > size, encoding == .utf8 || encoding == .utf8WithMark,
      firstBrokenUnit == nil
    else { return [contentRange] }
    var pieces: [ByteRange] = []
    var start = contentStart
    while bytes.count - start > size, let marker = bytes.span.documentMarker(from: start + size) {
      pieces.append(ByteRange(start, marker))
      start = marker
    }
    return pieces + [ByteRange(start, bytes.count)]
  }
}

/// Reads the documents of one piece of `source`, of `SourceText.pieces(of:)`. All places are those in the whole.
///
/// - Returns: nothing when the file has to be read as a whole: it is no YAML, has directives or goes over a limit, or has more
///   problems or characters than a piece can tell of.
package func loadYAML(
  _ source: SourceText, piece: ByteRange, limits: Limits, _ memory: inout LoadingMemory
) -> LoadedFile? {
  let input = ParserInput(source, piece: piece)
  guard !input.hasStandIns, input.unreadable == nil else { return nil }
  // What the whole may cost is shared out by bytes, which is less than it may.
  var share = limits
  share.aliasedNodes = 0
  share.bracketSteps = 0
  let loaded: LoadedFile
  if let read = LineReader.read(input, of: source, limits: share, &memory) {
    loaded = read
  } else {
    // `LineReader` gives up at each of them.
    guard source.bytes.span.extracting(piece.indices).directiveLines == 0 else { return nil }
    var parsed = TreeBuilder(source: source, input: input, limits: share)
    guard readEvents(of: input, into: &parsed) else { return nil }
    loaded = parsed.loaded
  }
  guard loaded.tree != nil, loaded.problems.count < Problem.mostOfAKind else { return nil }
  return loaded
}

extension Span<UInt8> {
  /// The first document marker at the start of a line that begins after `start`.
  fileprivate func documentMarker(from start: Int) -> Int? {
    var line = endOfLine(from: start)
    while line < count {
      line += 1
      if line + 3 <= count, self[line] == UInt8(ascii: "-"), self[line + 1] == UInt8(ascii: "-"),
        self[line + 2] == UInt8(ascii: "-"),
        line + 3 == count || self[line + 3].isBlank || self[line + 3].isLineBreak
      {
        return line
      }
      line = endOfLine(from: line)
    }
    return nil
  }
}
