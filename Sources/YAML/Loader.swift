import CYAML
package import SourceText

/// What reading a file as YAML gives.
package struct LoadedFile: Sendable {
  /// The documents; nothing when a problem is fatal.
  package let tree: Tree?

  /// What is wrong with the file as YAML, in the order of the text.
  package let problems: [Problem]
}

/// Lists that reading one file leaves for the next by the same reader, so that they are not made for each.
package struct LoadingMemory: Sendable {
  private var blocks: [LineReader.Block] = []
  private var outer: [TreeBuilder.Open] = []

  /// Nothing so far.
  package init() {}

  mutating func take() -> (blocks: [LineReader.Block], outer: [TreeBuilder.Open]) {
    var taken = (blocks: [LineReader.Block](), outer: [TreeBuilder.Open]())
    swap(&taken.blocks, &blocks)
    swap(&taken.outer, &outer)
    return taken
  }

  /// Keeps lists, which are never longer than a text that is read line by line is deep.
  mutating func keep(_ blocks: inout [LineReader.Block], _ outer: consuming [TreeBuilder.Open]) {
    if blocks.isEmpty { swap(&blocks, &self.blocks) }
    self.outer = outer
  }
}

/// Reads the documents of `source`.
///
/// - Parameter limits: what the file may ask of the machine.
/// - Returns: a tree, or the reasons why there is none; warnings come with either.
package func loadYAML(_ source: SourceText, limits: Limits = Limits()) -> LoadedFile {
  var memory = LoadingMemory()
  return loadYAML(source, limits: limits, &memory)
}

/// The same with what reading other files left.
package func loadYAML(_ source: SourceText, limits: Limits, _ memory: inout LoadingMemory) -> LoadedFile {
  if source.bytes.count > limits.fileBytes {
    return LoadedFile(tree: nil, problems: [.tooLarge(bytes: source.bytes.count, limit: limits.fileBytes)])
  }
  if let range = source.firstBrokenUnit {
    return LoadedFile(tree: nil, problems: [.brokenUTF16(range)])
  }
  let input = ParserInput(source)
  if let range = input.unreadable {
    return LoadedFile(tree: nil, problems: [.unreadableSeparator(range)])
  }
  let directives = input.directiveLines
  if directives > limits.directives {
    let problem = Problem.tooManyDirectives(directives, limit: limits.directives)
    return LoadedFile(tree: nil, problems: [problem])
  }
  return LineReader.read(input, of: source, limits: limits, &memory)
    ?? parse(input, of: source, limits: limits).loaded
}

/// Lets libyaml read `input`, once more when escapes of surrogate pairs are what it refuses.
func parse(_ input: ParserInput, of source: SourceText, limits: Limits) -> TreeBuilder {
  var builder = TreeBuilder(source: source, input: input, limits: limits)
  if !readEvents(of: input, into: &builder), let other = input.withSurrogatePairs() {
    builder = TreeBuilder(source: source, input: other, limits: limits)
    _ = readEvents(of: other, into: &builder)
  }
  return builder
}

extension TreeBuilder {
  /// What it was told of.
  var loaded: LoadedFile {
    let problems = problems.sorted
    let isFatal = problems.contains { $0.kind.isFatal }
    return LoadedFile(tree: isFatal ? nil : finish(), problems: problems)
  }
}

/// Runs libyaml over the text and hands each event to the builder, until the end or the first fatal problem that
/// makes going on useless. False when an escape is what is wrong that may be half of a surrogate pair.
func readEvents(of input: ParserInput, into builder: inout TreeBuilder) -> Bool {
  var isReadable = true
  let hasParser = unsafe input.withParser { parser in
    var marks = MarkReader(input)
    var checker = GapChecker(input, limits: builder.limits)
    defer { builder.problems.add(checker.problems) }
    var event = unsafe yaml_event_t()
    while true {
      guard unsafe yaml_parser_parse(parser, &event) == 1 else {
        isReadable = unsafe !Problem.isAboutEscape(parser)
        let problem = unsafe Problem.refused(by: parser, marks: &marks, source: builder.source)
        builder.add(problem)
        // In brackets or quotes that are never closed, the lines below look wrong for this reason alone.
        if let opening = problem.related?.range, builder.source.isOpening(opening) {
          checker.dropProblems(from: opening.start)
        }
        return
      }
      defer { unsafe yaml_event_delete(&event) }
      if unsafe event.type == YAML_STREAM_END_EVENT {
        checker.endFile()
        return
      }
      unsafe handle(&event, marks: &marks, checker: &checker, builder: &builder)
      // One limit broken is enough: what follows may be without end.
      if builder.problems.isOverLimit || checker.problems.isOverLimit { return }
    }
  }
  if !hasParser { builder.add(.outOfMemory()) }
  return isReadable
}

private func handle(
  _ event: UnsafePointer<yaml_event_t>, marks: inout MarkReader, checker: inout GapChecker,
  builder: inout TreeBuilder
) {
  switch unsafe event.pointee.type {
  case YAML_SCALAR_EVENT:
    unsafe handleScalar(event, marks: &marks, checker: &checker, builder: &builder)
  case YAML_SEQUENCE_START_EVENT:
    let properties = unsafe Properties(
      anchor: event.pointee.data.sequence_start.anchor, tag: event.pointee.data.sequence_start.tag)
    let place = unsafe marks.place(of: event, after: properties)
    let isFlow = unsafe event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    unsafe checker.begin(isFlow: isFlow, event, at: place.start, hasProperties: !properties.isEmpty)
    builder.begin(.sequence, isFlow: isFlow, properties: properties, place: place)
  case YAML_MAPPING_START_EVENT:
    let properties = unsafe Properties(
      anchor: event.pointee.data.mapping_start.anchor, tag: event.pointee.data.mapping_start.tag)
    let place = unsafe marks.place(of: event, after: properties)
    let isFlow = unsafe event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    unsafe checker.begin(isFlow: isFlow, event, at: place.start, hasProperties: !properties.isEmpty)
    builder.begin(.mapping, isFlow: isFlow, properties: properties, place: place)
  case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
    let end = unsafe marks.offset(event.pointee.end_mark.index)
    checker.endCollection(at: end)
    builder.end(at: end)
  case YAML_DOCUMENT_START_EVENT:
    builder.beginDocument()
  case YAML_ALIAS_EVENT:
    if let name = unsafe event.pointee.data.alias.anchor {
      let place = unsafe marks.place(of: event, after: .none)
      checker.alias(place)
      builder.alias(unsafe String(cString: name), place: place)
    }
  default:
    break
  }
}

private func handleScalar(
  _ event: UnsafePointer<yaml_event_t>, marks: inout MarkReader, checker: inout GapChecker,
  builder: inout TreeBuilder
) {
  let properties = unsafe Properties(
    anchor: event.pointee.data.scalar.anchor, tag: event.pointee.data.scalar.tag)
  let style = unsafe ScalarStyle(event.pointee.data.scalar.style)
  var place = unsafe marks.place(of: event, after: properties)
  if style == .literal || style == .folded {
    place = marks.trimmed(place)
  } else if place.isEmpty {
    // In brackets libyaml has the mark of what comes next.
    place = marks.afterLastBefore(place)
  }
  let isOneLine = unsafe event.pointee.start_mark.line == event.pointee.end_mark.line
  checker.content(place, style: style, isOneLine: isOneLine)
  let text = unsafe Span(
    _unsafeElements: UnsafeBufferPointer(
      start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length))
  builder.scalar(
    text, style: style, isImplicit: unsafe event.pointee.data.scalar.plain_implicit == 1,
    properties: properties, place: place,
    // Escapes in double quotes may be as long as what they stand for.
    isVerbatim: isOneLine && style != .doubleQuoted)
}

extension GapChecker {
  /// The start of a list or mapping, the text of which begins at `start`.
  fileprivate mutating func begin(
    isFlow: Bool, _ event: UnsafePointer<yaml_event_t>, at start: Int, hasProperties: Bool
  ) {
    if isFlow {
      beginFlow(at: start)
    } else {
      // An anchor or a tag of a block stands in a line before it, where libyaml has the mark.
      beginBlock(
        column: unsafe hasProperties
          ? indentation(ofLineWith: start) : event.pointee.start_mark.column)
    }
  }
}

extension ScalarStyle {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}

extension MarkReader {
  /// The bytes of an event without its anchor and tag, which libyaml counts in.
  fileprivate mutating func place(of event: UnsafePointer<yaml_event_t>, after properties: Properties)
    -> Place
  {
    let start = unsafe offset(event.pointee.start_mark.index)
    let end = unsafe offset(event.pointee.end_mark.index)
    if properties.isEmpty { return Place(start: start, end: end) }
    let isScalar = unsafe event.pointee.type == YAML_SCALAR_EVENT
    let content = skipProperties(from: start, to: isScalar ? end : self.end)
    return Place(start: content, end: max(content, end))
  }
}
