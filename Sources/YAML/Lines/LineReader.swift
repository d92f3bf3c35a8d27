import SourceText

/// Reads texts in which each line says by itself what it is, as most YAML that people write does: blocks by
/// indentation, scalars in one line, lists and mappings in brackets, texts after `|` and `>`, comments, documents.
///
/// libyaml is the measure of what a text means. Whatever this reader is not sure of (a tab, an anchor, a tag, a scalar
/// that goes on in the next line, anything wrong) makes it give up, and libyaml reads the text from its beginning.
/// Of what it does read it tells `TreeBuilder` exactly what libyaml's events tell, but in a third of the time: libyaml
/// copies each character several times and asks for memory for each scalar.
struct LineReader {
  /// A block list or mapping that is open.
  struct Block {
    /// Where its entries begin, in bytes from the start of their line.
    let column: Int
    let isMapping: Bool
    /// Whether its last entry has no value so far.
    var isWaiting = false
    /// Where an empty value of that entry stands: after its `:` or `-`.
    var valueStart = 0
  }

  let text: LineText

  /// What is told of each node.
  var builder: TreeBuilder

  /// The next byte.
  var position: Int

  /// Where its line begins.
  var lineStart: Int

  /// Where the text of the last scalar begins in `TreeBuilder.texts.own` that does not stand in the file as it is meant.
  var ownStart = 0

  /// The blocks that are open, the innermost last.
  private var blocks: [Block]

  /// Whether a document is open, and whether its root was there.
  private var (isInDocument, hasRoot) = (false, false)

  private init(_ input: ParserInput, _ builder: consuming TreeBuilder, blocks: consuming [Block]) {
    self.blocks = blocks
    text = LineText(bytes: input.bytes, end: input.end)
    position = input.start
    lineStart = input.start
    self.builder = builder
    if self.blocks.capacity == 0 { self.blocks.reserveCapacity(8) }
  }

  /// What is read of the text; nothing when libyaml has to read it.
  ///
  /// - Parameters:
  ///   - input: what is read of `source`.
  ///   - limits: what the builder holds the text to.
  ///   - memory: what reading another text left.
  static func read(
    _ input: ParserInput, of source: SourceText, limits: Limits, _ memory: inout LoadingMemory
  ) -> LoadedFile? {
    guard input.isEveryday else { return nil }
    let (blocks, outer) = memory.take()
    var reader = LineReader(
      input, TreeBuilder(source: source, input: input, limits: limits, outer: outer), blocks: blocks)
    do {
      try reader.readDocuments()
    } catch {
      return nil
    }
    memory.keep(&reader.blocks, reader.builder.takeOuter())
    return reader.builder.loaded
  }

  /// The most lists and mappings inside each other, so that one that is too deep is libyaml's to tell of.
  static let mostDepth = 64

  /// The most bytes of a key up to its colon. libyaml takes no more than 1,024 characters.
  static let mostKeyBytes = 1_000

  /// The spaces that a line must at least begin with that goes on with what stands in the innermost block.
  var neededIndentation: Int { (blocks.last?.column ?? -1) + 1 }
}

/// The text may have another meaning than the reader knows of, or none.
struct Unsure: Error {}

// MARK: Lines

extension LineReader {
  private mutating func readDocuments() throws(Unsure) {
    while moveToContent() {
      let column = position - lineStart
      if column == 0, try isMarker() {
        try beginDocument()
      } else {
        try readLine(column: column)
      }
      // Of a limit that is broken libyaml's run tells, with all that it finds itself.
      if builder.problems.isOverLimit { throw Unsure() }
    }
    try endDocument()
  }

  /// Moves on to the first character of the next line that has more than a comment; false at the end.
  private mutating func moveToContent() -> Bool {
    while position < text.end {
      lineStart = position
      skipSpaces()
      guard position < text.end else { return false }
      switch text[position] {
      case UInt8(ascii: "\n"): position += 1
      case UInt8(ascii: "#"): skipLine()
      default: return true
      }
    }
    return false
  }

  /// Whether the line is a marker `---` and nothing else.
  private func isMarker() throws(Unsure) -> Bool {
    guard position + 2 < text.end, text[position + 1] == text[position], text[position + 2] == text[position]
    else {
      return false
    }
    if text[position] == UInt8(ascii: ".") { throw Unsure() }
    return text[position] == UInt8(ascii: "-")
  }

  private mutating func beginDocument() throws(Unsure) {
    if isInDocument { try endDocument() }
    position += 3
    try endLine()
    builder.beginDocument()
    isInDocument = true
    hasRoot = false
  }

  private mutating func endDocument() throws(Unsure) {
    guard hasRoot else { throw Unsure() }
    closeBlocks(above: -1)
  }

  /// A line that begins in `column` with an entry of a block or a value by itself.
  private mutating func readLine(column: Int) throws(Unsure) {
    if let last = blocks.last, last.column > column { closeBlocks(above: column) }
    let isItem = text.isItem(at: position)
    if let last = blocks.last, last.column == column, !last.isMapping, !isItem { closeBlock() }
    guard let block = blocks.last, block.column == column else { return try readBelow(column: column) }
    if !block.isMapping { return try readItem() }
    if !isItem { return try readMember() }
    // The items of a list that is a value may stand below its key.
    guard block.isWaiting else { throw Unsure() }
    blocks[blocks.count - 1].isWaiting = false
    try beginList(column: column, end: position + 1)
  }

  /// A node that is the value of the innermost block's last entry, or the root.
  private mutating func readBelow(column: Int) throws(Unsure) {
    if let block = blocks.last {
      guard block.isWaiting else { throw Unsure() }
      blocks[blocks.count - 1].isWaiting = false
    } else {
      guard !hasRoot else { throw Unsure() }
      if !isInDocument { builder.beginDocument() }
      isInDocument = true
      hasRoot = true
    }
    try readNode(column: column)
  }

  /// A node that begins in `column` after nothing but spaces and dashes.
  private mutating func readNode(column: Int) throws(Unsure) {
    if text.isItem(at: position) { return try beginList(column: column, end: position) }
    if try readUnkeyed() { return }
    let scalar = try scanScalar(inBrackets: false)
    guard isColon(after: scalar) else {
      add(scalar)
      return try endLine()
    }
    try open(.mapping, column: column, place: Place(start: scalar.place.start, end: scalar.place.start))
    try readValue(of: scalar)
  }
}

// MARK: Blocks

extension LineReader {
  private mutating func open(_ kind: Kind, column: Int, place: Place) throws(Unsure) {
    if blocks.count == Self.mostDepth { throw Unsure() }
    builder.begin(kind, isFlow: false, properties: .none, place: place)
    blocks.append(Block(column: column, isMapping: kind == .mapping))
  }

  /// - Parameter end: where libyaml's mark of the list ends.
  private mutating func beginList(column: Int, end: Int) throws(Unsure) {
    try open(.sequence, column: column, place: Place(start: position, end: end))
    try readItem()
  }

  private mutating func readItem() throws(Unsure) {
    addEmptyValue()
    position += 1
    let valueStart = position
    skipSpaces()
    if text.isEndOfLine(at: position) { return try wait(from: valueStart) }
    try readNode(column: position - lineStart)
  }

  private mutating func readMember() throws(Unsure) {
    addEmptyValue()
    let key = try scanScalar(inBrackets: false)
    guard isColon(after: key) else { throw Unsure() }
    try readValue(of: key)
  }

  /// Adds a key, at whose colon the reader is, and what stands after that.
  private mutating func readValue(of key: Scalar) throws(Unsure) {
    if position - key.place.start > Self.mostKeyBytes { throw Unsure() }
    add(key)
    position += 1
    let valueStart = position
    skipSpaces()
    if text.isEndOfLine(at: position) { return try wait(from: valueStart) }
    if text.isItem(at: position) { throw Unsure() }
    if try readUnkeyed() { return }
    add(try scanScalar(inBrackets: false))
    try endLine()
  }

  /// Reads a value that is no key of a block: in brackets, or after `|` or `>`. False when it is another.
  private mutating func readUnkeyed() throws(Unsure) -> Bool {
    switch text[position] {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      try readBrackets(depth: blocks.count)
      try endLine()
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      try readBlockScalar()
    default:
      return false
    }
    return true
  }

  /// Ends a line after which the value of its entry may stand, or nothing.
  private mutating func wait(from valueStart: Int) throws(Unsure) {
    blocks[blocks.count - 1].isWaiting = true
    blocks[blocks.count - 1].valueStart = valueStart
    try endLine()
  }

  /// Adds the empty value of the innermost block's last entry if it has no other.
  private mutating func addEmptyValue() {
    guard let block = blocks.last, block.isWaiting else { return }
    let place = Place(start: block.valueStart, end: block.valueStart)
    add(Scalar(place: place, style: .plain, text: block.valueStart..<block.valueStart))
    blocks[blocks.count - 1].isWaiting = false
  }

  private mutating func closeBlock() {
    addEmptyValue()
    blocks.removeLast()
    builder.end(at: position)
  }

  private mutating func closeBlocks(above column: Int) {
    while let last = blocks.last, last.column > column { closeBlock() }
  }
}

// MARK: Bytes

extension LineReader {
  mutating func skipSpaces() {
    while position < text.end, text[position] == UInt8(ascii: " ") { position += 1 }
  }

  /// Moves to the next line when nothing but a comment follows in this one.
  mutating func endLine() throws(Unsure) {
    skipSpaces()
    guard text.isEndOfLine(at: position) else { throw Unsure() }
    skipLine()
  }

  private mutating func skipLine() {
    while position < text.end, text[position] != UInt8(ascii: "\n") { position += 1 }
    position = min(position + 1, text.end)
  }

  /// Whether a colon that makes a key of `scalar` follows, which the reader then stands at.
  private mutating func isColon(after scalar: Scalar) -> Bool {
    skipSpaces()
    return position < text.end && text[position] == UInt8(ascii: ":") && text.isSpaceOrEnd(at: position + 1)
  }
}

// MARK: Texts that are put together

extension LineReader {
  /// Appends bytes of the file to the text that begins at `ownStart`.
  mutating func appendOwnText(_ range: Range<Int>) {
    let bytes = text.bytes
    builder.texts.own.append(contentsOf: bytes.span.extracting(range))
  }
}
