import SourceText

// The words for problems that the tree's builder sees itself.

extension Problem {
  static func tooLong(_ range: ByteRange, bytes: Int, limit: Int) -> Problem {
    Problem(
      kind: .limit, message: "this value has \(bytes) bytes, more than the \(limit) allowed", range: range,
      help: "keep long texts in files of their own")
  }

  static func tooDeep(_ range: ByteRange, limit: Int) -> Problem {
    Problem(
      kind: .limit, message: "lists and mappings are nested deeper than the \(limit) levels allowed",
      range: ByteRange(range.start, range.start + 1), help: "spread the data over fewer levels")
  }

  static func tooLarge(bytes: Int, limit: Int) -> Problem {
    Problem(
      kind: .limit, message: "the file has \(bytes) bytes, more than the \(limit) allowed",
      range: ByteRange(at: 0),
      help: "split the file")
  }

  static func tooManyDirectives(_ count: Int, limit: Int) -> Problem {
    Problem(
      kind: .limit, message: "\(count) lines begin with %, more than the \(limit) directives allowed",
      range: ByteRange(at: 0), help: "indent the lines if they are text")
  }

  static func tooManyBrackets(at offset: Int) -> Problem {
    Problem(
      kind: .limit, message: "too much of this file stands in too many brackets inside each other",
      range: ByteRange(offset, offset + 1), help: "spread the data over fewer levels")
  }

  static func tooManyAliased(_ range: ByteRange, limit: Int) -> Problem {
    Problem(
      kind: .limit, message: "aliases repeat more than the \(limit) nodes allowed", range: range,
      help: "write the data out, or use fewer aliases")
  }

  static func aliasInItself(_ name: String, _ range: ByteRange) -> Problem {
    Problem(
      kind: .limit, message: "the alias *\(name) stands inside the very node that it names", range: range,
      value: name, help: "write the data out; a value cannot hold itself")
  }

  static func undefinedAlias(_ name: String, _ range: ByteRange, known: Anchors) -> Problem {
    let anchors =
      switch known.count {
      case 0: "the document has no anchor before it"
      case 1...20: "anchors before it: \(known.names.prefix(5).joined(separator: ", "))"
      default: "there are \(known.count) anchors before it"
      }
    return Problem(
      kind: .undefinedAlias, message: "the alias *\(name) names no anchor of this document", range: range,
      value: name,
      help:
        "define it with &\(name) before this place, or put a text that begins with * in quotes (\(anchors))")
  }

  static func ambiguousScalar(_ text: String, _ range: ByteRange, otherReading: String, node: NodeID)
    -> Problem
  {
    Problem(
      kind: .ambiguousScalar,
      message: "\(text) is \(reading(of: text)) here, but \(otherReading) for tools that read YAML 1.1",
      range: range, value: text, help: "put it in quotes if it is text",
      node: node, edit: TextEdit(range: range, text: "\"\(text)\""))
  }

  /// What a plain scalar that is ambiguous means in YAML 1.2.
  private static func reading(of text: String) -> String {
    guard let number = Number(coreSchema: text) else { return "text" }
    let digits = number.description
    return digits.utf8.count > 20 ? "a number" : "the number \(digits)"
  }

  static func duplicateKey(_ key: String, _ range: ByteRange, first: ByteRange, line: Int, node: NodeID)
    -> Problem
  {
    Problem(
      kind: .duplicateKey, message: "the key \(key) stands here twice; it is already in line \(line)",
      range: range,
      value: key, help: "keep one of the two",
      related: Related(range: first, message: "\(key) stands here first"), node: node)
  }

  static func unknownTag(_ message: String, _ range: ByteRange, node: NodeID) -> Problem {
    Problem(kind: .unknownTag, message: message, range: range, help: "remove the tag", node: node)
  }
}
