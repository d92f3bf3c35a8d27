import SourceText

// Tags: what YAML's own mean, and which are not known.

extension TreeBuilder {
  private static let prefix = "tag:yaml.org,2002:"

  /// The kinds that YAML's own tags stand for (YAML 1.2 section 10 and the types of YAML 1.1).
  private static let kinds: [String: Kind] = [
    "binary": .string, "bool": .boolean, "float": .float, "int": .integer, "map": .mapping, "merge": .string,
    "null": .null, "omap": .sequence, "pairs": .sequence, "seq": .sequence, "set": .mapping, "str": .string,
    "timestamp": .string, "value": .string, "yaml": .string,
  ]

  /// What a scalar with a tag is. A tag whose type the text has not makes it text, with a problem.
  mutating func taggedKind(of text: Span<UInt8>, tag: String, plainKind: Kind, range: ByteRange) -> Kind {
    // `!` says: as it is written.
    if tag == "!" { return .string }
    guard let kind = checkTag(tag, of: nil, range: range) else { return .string }
    switch (kind, plainKind) {
    case (.string, _), (.sequence, _), (.mapping, _): return .string
    case (.float, .integer), (.float, .float): return .float
    case (.null, _) where text.isEmpty: return .null
    case (let kind, let plain) where kind == plain: return kind
    default:
      add(
        .unknownTag(
          "the text is no \(tag.dropFirst(Self.prefix.count)), as its tag says", range,
          node: NodeID(nodes.count)))
      return .string
    }
  }

  /// The kind that a tag stands for; nothing, with a problem, for one that is none of YAML's own.
  @discardableResult
  mutating func checkTag(_ tag: String, of kind: Kind?, range: ByteRange) -> Kind? {
    if tag == "!" { return kind }
    if tag.hasPrefix(Self.prefix), let known = Self.kinds[String(tag.dropFirst(Self.prefix.count))] {
      return known
    }
    let shown = tag.hasPrefix(Self.prefix) ? "!!" + tag.dropFirst(Self.prefix.count) : tag
    add(.unknownTag("the tag \(shown) is not known and was left aside", range, node: NodeID(nodes.count)))
    return nil
  }
}
