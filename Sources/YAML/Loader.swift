import CYAML
package import SourceText

/// What reading a file as YAML gives.
package struct LoadedFile: Sendable {
  /// The documents; nothing when a problem is fatal.
  package let tree: Tree?

  /// What is wrong with the file as YAML, in the order of the text.
  package let problems: [Problem]
}

/// Reads the documents of `source`.
///
/// - Parameter limits: what the file may ask of the machine.
/// - Returns: a tree, or the reasons why there is none; warnings come with either.
package func loadYAML(_ source: SourceText, limits: Limits = Limits()) -> LoadedFile {
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
  var builder = TreeBuilder(source: source, input: input, limits: limits)
  if !readEvents(of: input, into: &builder), let other = input.withSurrogatePairs() {
    builder = TreeBuilder(source: source, input: other, limits: limits)
    _ = readEvents(of: other, into: &builder)
  }
  let problems = builder.problems.sorted { ($0.range, $0.message) < ($1.range, $1.message) }
  let isFatal = problems.contains { $0.kind.isFatal }
  return LoadedFile(tree: isFatal ? nil : builder.finish(), problems: problems)
}

/// Runs libyaml over the text and hands each event to the builder, until the end or the first fatal problem that
/// makes going on useless. False when an escape is what is wrong that may be half of a surrogate pair.
private func readEvents(of input: ParserInput, into builder: inout TreeBuilder) -> Bool {
  var isReadable = true
  let hasParser = unsafe input.withParser { parser in
    var marks = MarkReader(input)
    var checker = GapChecker(input.bytes, from: input.start)
    defer { for problem in checker.problems { builder.add(problem) } }
    var event = unsafe yaml_event_t()
    while true {
      guard unsafe yaml_parser_parse(parser, &event) == 1 else {
        isReadable = unsafe !Problem.isAboutEscape(parser)
        builder.add(unsafe .refused(by: parser, marks: &marks, source: builder.source))
        return
      }
      defer { unsafe yaml_event_delete(&event) }
      if unsafe event.type == YAML_STREAM_END_EVENT {
        checker.endFile()
        return
      }
      unsafe handle(&event, marks: &marks, checker: &checker, builder: &builder)
      // One limit broken is enough: what follows may be without end.
      if builder.problems.last?.kind == .limit { return }
    }
  }
  if !hasParser { builder.add(.outOfMemory()) }
  return isReadable
}

private func handle(
  _ event: inout yaml_event_t, marks: inout MarkReader, checker: inout GapChecker, builder: inout TreeBuilder
) {
  switch unsafe event.type {
  case YAML_DOCUMENT_START_EVENT:
    builder.beginDocument()
  case YAML_SCALAR_EVENT:
    let scalar = unsafe event.data.scalar
    let properties = unsafe Properties(anchor: scalar.anchor, tag: scalar.tag)
    let style = unsafe ScalarStyle(scalar.style)
    var range = unsafe marks.range(of: event, after: properties)
    if style == .literal || style == .folded { range = marks.trimmed(range) }
    let text = unsafe Span(_unsafeElements: UnsafeBufferPointer(start: scalar.value, count: scalar.length))
    checker.content(range, style: style)
    builder.scalar(
      text, style: style, isImplicit: unsafe scalar.plain_implicit == 1, properties: properties, range: range)
  case YAML_SEQUENCE_START_EVENT:
    let sequence = unsafe event.data.sequence_start
    let properties = unsafe Properties(anchor: sequence.anchor, tag: sequence.tag)
    let range = unsafe marks.range(of: event, after: properties)
    let isFlow = unsafe sequence.style == YAML_FLOW_SEQUENCE_STYLE
    unsafe checker.begin(isFlow: isFlow, event, range: range, hasProperties: !properties.isEmpty)
    builder.begin(.sequence, isFlow: isFlow, properties: properties, range: range)
  case YAML_MAPPING_START_EVENT:
    let mapping = unsafe event.data.mapping_start
    let properties = unsafe Properties(anchor: mapping.anchor, tag: mapping.tag)
    let range = unsafe marks.range(of: event, after: properties)
    let isFlow = unsafe mapping.style == YAML_FLOW_MAPPING_STYLE
    unsafe checker.begin(isFlow: isFlow, event, range: range, hasProperties: !properties.isEmpty)
    builder.begin(.mapping, isFlow: isFlow, properties: properties, range: range)
  case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
    let end = unsafe marks.offset(event.end_mark)
    checker.endCollection(at: end)
    builder.end(at: end)
  case YAML_ALIAS_EVENT:
    if let name = unsafe event.data.alias.anchor {
      let range = unsafe marks.range(of: event, after: .none)
      checker.alias(range)
      builder.alias(unsafe String(cString: name), range: range)
    }
  default:
    break
  }
}

extension GapChecker {
  /// The start of a list or mapping, the text of which begins at `range`.
  fileprivate mutating func begin(isFlow: Bool, _ event: yaml_event_t, range: ByteRange, hasProperties: Bool)
  {
    if isFlow {
      beginFlow(at: range.start)
    } else {
      // An anchor or a tag of a block stands in a line before it, where libyaml has the mark.
      beginBlock(
        column: unsafe hasProperties ? indentation(ofLineWith: range.start) : event.start_mark.column)
    }
  }
}

extension Properties {
  fileprivate init(anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?) {
    if let anchor = unsafe anchor { self.anchor = unsafe String(cString: anchor) }
    if let tag = unsafe tag { self.tag = unsafe String(cString: tag) }
  }

  fileprivate var isEmpty: Bool { anchor == nil && tag == nil }
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
  fileprivate mutating func range(of event: yaml_event_t, after properties: Properties) -> ByteRange {
    let start = unsafe offset(event.start_mark)
    let end = unsafe offset(event.end_mark)
    guard !properties.isEmpty else { return ByteRange(start, end) }
    let isScalar = unsafe event.type == YAML_SCALAR_EVENT
    let content = skipProperties(from: start, to: isScalar ? end : count)
    return ByteRange(content, max(content, end))
  }
}
