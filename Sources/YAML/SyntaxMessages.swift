import CYAML
import SourceText

// libyaml's refusals made plain.

extension Problem {
  static func outOfMemory() -> Problem {
    Problem(kind: .limit, message: "there is not enough memory to read the file", range: ByteRange(at: 0))
  }

  static func brokenUTF16(_ range: ByteRange) -> Problem {
    Problem(
      kind: .encoding, message: "half a character: a UTF-16 code unit without the one that belongs to it",
      range: range, help: "save the file as UTF-8")
  }

  static func unreadableSeparator(_ range: ByteRange) -> Problem {
    Problem(
      kind: .encoding, message: "a line separator (NEL, LS or PS) that cannot be read in this file",
      range: range,
      help: "use an ordinary line break")
  }

  static func unclearEscapes(_ range: ByteRange) -> Problem {
    Problem(
      kind: .syntax, message: "this text has escapes of surrogate pairs beside characters for private use",
      range: range, help: "write the characters themselves")
  }

  /// Whether libyaml stopped at an escape that stands for no character by itself.
  static func isAboutEscape(_ parser: UnsafeMutablePointer<yaml_parser_t>) -> Bool {
    guard let problem = unsafe parser.pointee.problem else { return false }
    return unsafe String(cString: problem) == "found invalid Unicode character escape code"
  }

  /// The reason for which libyaml stopped.
  static func refused(
    by parser: UnsafeMutablePointer<yaml_parser_t>, marks: inout MarkReader, source: SourceText
  ) -> Problem {
    let text = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "it is no YAML"
    switch unsafe parser.pointee.error {
    case YAML_MEMORY_ERROR:
      return outOfMemory()
    case YAML_READER_ERROR:
      let offset = unsafe parser.pointee.problem_offset
      return encoding(
        text, at: source.contentStart + offset, value: unsafe parser.pointee.problem_value, source: source)
    default:
      break
    }
    let offset = unsafe marks.offset(parser.pointee.problem_mark.index)
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
    let words =
      if source.isAfterLongKey(offset) {
        longKey
      } else if text.hasPrefix("did not find expected"), source.isAfterQuote(offset) {
        afterQuote
      } else {
        plain(text, context: context)
      }
    var problem = Problem(
      kind: .syntax, message: words.message, range: source.character(at: offset), help: words.help)
    if let context, unsafe parser.pointee.context_mark.index != parser.pointee.problem_mark.index {
      let place = unsafe marks.offset(parser.pointee.context_mark.index)
      problem.related = Related(range: source.character(at: place), message: plainContext(context))
    }
    return problem
  }

  private static func encoding(_ text: String, at offset: Int, value: Int32, source: SourceText) -> Problem {
    let help = "save the file as UTF-8 and remove the character"
    let range = source.character(at: offset)
    switch value {
    case 0:
      return Problem(kind: .encoding, message: "a NUL character; text has none", range: range, help: help)
    case 1..<0xA0 where text.contains("control"):
      return Problem(
        kind: .encoding, message: "a control character (U+\(hexadecimal(value))) that YAML does not allow",
        range: range, help: help)
    case 0xA0... where text.contains("control"):
      return Problem(
        kind: .encoding, message: "the character U+\(hexadecimal(value)), which YAML does not allow",
        range: range, help: help)
    default:
      return Problem(
        kind: .encoding, message: "the bytes here are no UTF-8",
        range: text.contains("trailing")
          ? unfinishedCharacter(before: offset, in: source)
          : ByteRange(offset, min(offset + 1, source.bytes.count)),
        help: "save the file as UTF-8")
    }
  }

  /// The bytes of a character that ends before its time: libyaml names the byte that is not its next one, with which often
  /// nothing is wrong, as with the blank after the é of a text in Latin-1.
  private static func unfinishedCharacter(before offset: Int, in source: SourceText) -> ByteRange {
    let end = min(offset, source.bytes.count)
    var start = max(0, end - 1)
    while start > max(0, end - 3), source.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return ByteRange(start, end)
  }

  private static func hexadecimal(_ value: Int32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// For libyaml a key or a comma is missing; people wrote an apostrophe inside quotes.
  private static let afterQuote = (
    message: "something stands behind the quote that ends a text",
    help:
      "write an apostrophe inside single quotes twice, as in 'it''s', or put the whole text in double quotes"
  )

  /// For libyaml such a key is none. (YAML 1.2.2, section 7.4.2.)
  private static let longKey = (
    message: "a key of more than 1024 characters stands before this colon",
    help: "shorten the key, or write a ? and a space before it"
  )

  /// What libyaml says, and what to do about it, for people who never heard of tokens. A refusal that is not
  /// listed is shown as libyaml words it.
  private static func plain(_ text: String, context: String?) -> (message: String, help: String) {
    for entry in words where text.contains(entry.problem) {
      return (entry.message, entry.help)
    }
    return (text, "compare the line with the ones around it")
  }

  private static let words: [(problem: String, message: String, help: String)] = [
    (
      "mapping values are not allowed in this context", "a colon starts a value here, where no key can be",
      "indent the line like its neighbours, or put a text that contains \": \" in quotes"
    ),
    (
      "could not find expected ':'", "a key without its colon",
      "write \"key: value\", with a space after the colon"
    ),
    (
      "found character that cannot start any token", "no value can begin with this character",
      "indent with spaces, never tabs, and put a text that begins with %, @ or ` in quotes"
    ),
    (
      "did not find expected key", "the indentation of this line does not fit the lines above",
      "indent it like its neighbours, and close every quote and bracket above it"
    ),
    (
      "did not find expected '-' indicator",
      "this line belongs to a list above it but does not begin with a dash",
      "begin it with \"- \", or indent it differently from the list"
    ),
    (
      "block sequence entries are not allowed in this context", "a list cannot begin here",
      "put the dash on a line of its own, below its key"
    ),
    (
      "block mapping keys are not allowed", "a key cannot stand here", "put it on a line of its own"
    ),
    (
      "mapping keys are not allowed in this context", "a key cannot stand here", "put it on a line of its own"
    ),
    (
      "did not find expected ',' or ']'", "a list in brackets is not closed, or a comma is missing",
      "separate the elements by commas and close the list with ]"
    ),
    (
      "did not find expected ',' or '}'", "a mapping in braces is not closed, or a comma is missing",
      "separate the members by commas and close the mapping with }"
    ),
    (
      "found unexpected end of stream", "the file ends inside a text in quotes", "close the quotes"
    ),
    (
      "found unexpected document indicator", "a document marker stands inside a text in quotes",
      "close the quotes before it"
    ),
    (
      "found unknown escape character", "this is no escape that a text in double quotes can have",
      "write \\\\ for a backslash, or use single quotes"
    ),
    (
      "did not find expected hexdecimal number", "an escape without its hexadecimal digits",
      "write \\\\ for a backslash, or use single quotes"
    ),
    (
      "found invalid Unicode character escape code", "this escape stands for no character",
      "write the character itself"
    ),
    (
      "found a tab character where an indentation space is expected", "a tab stands where indentation is",
      "indent with spaces"
    ),
    (
      "found a tab character that violates indentation", "a tab stands where indentation is",
      "indent with spaces"
    ),
    (
      "did not find expected <document start>", "something stands after the end of the document",
      "indent it into the document, or begin a new document with ---"
    ),
    (
      "found duplicate %YAML directive", "a second %YAML directive", "keep one of them"
    ),
    (
      "found incompatible YAML document", "this version of YAML is not supported",
      "use %YAML 1.2, or no directive"
    ),
    (
      "found duplicate %TAG directive", "a second %TAG directive for the same handle", "keep one of them"
    ),
    (
      "found undefined tag handle", "a tag with a handle that no %TAG directive defines", "remove the tag"
    ),
    (
      "did not find expected alphabetic or numeric character", "an anchor or alias without a name",
      "put a text that begins with & or * in quotes"
    ),
    (
      "found extra document end", "a second end of the same document", "remove it"
    ),
    (
      "did not find expected comment or line break", "something stands after | or > in the same line",
      "begin the text in the next line"
    ),
    (
      "did not find expected node content", "a value is missing here",
      "write a value, or remove the comma before it"
    ),
  ]

  private static func plainContext(_ context: String) -> String {
    let things: [(String, String)] = [
      ("block mapping", "the keys begin here"), ("block collection", "the list begins here"),
      ("block sequence", "the list begins here"), ("flow mapping", "the mapping in braces begins here"),
      ("flow sequence", "the list in brackets begins here"), ("simple key", "the key begins here"),
      ("quoted scalar", "the text in quotes begins here"), ("block scalar", "the text begins here"),
      ("plain scalar", "the text begins here"), ("alias", "the alias is here"),
      ("anchor", "the anchor is here"),
      ("tag", "the tag is here"), ("directive", "the directive is here"),
      ("block node", "the value begins here"),
      ("flow node", "the value begins here"),
    ]
    return things.first { context.contains($0.0) }?.1 ?? "it begins here"
  }
}

extension SourceText {
  /// The character at `offset`, or the empty range at the end of the text or of a line.
  func character(at offset: Int) -> ByteRange {
    guard offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\r")
    else {
      return ByteRange(at: min(offset, bytes.count))
    }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return ByteRange(offset, end)
  }
}

extension SourceText {
  /// Whether a list, a mapping or a text in quotes begins with the character at `range`.
  func isOpening(_ range: ByteRange) -> Bool {
    range.count == 1 && "[{'\"".utf8.contains(bytes[range.start])
  }

  /// Whether a colon stands at `offset` behind a text of more than 1024 characters.
  fileprivate func isAfterLongKey(_ offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else { return false }
    var end = offset
    while end > contentStart, bytes[end - 1].isBlank { end -= 1 }
    guard end > contentStart else { return false }
    let quote = bytes[end - 1]
    let isQuoted = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    var start = isQuoted ? end - 1 : end
    var count = 0
    while start > contentStart, !bytes[start - 1].isLineBreak {
      let byte = bytes[start - 1]
      if isQuoted ? byte == quote : byte.isFlowIndicator { break }
      // What has a colon before it is a value.
      if !isQuoted, byte == UInt8(ascii: ":"), bytes[start].isBlank { return false }
      if byte & 0xC0 != 0x80 { count += 1 }
      start -= 1
    }
    return count > 1024
  }

  /// Whether the last thing in the line before `offset` is a quote.
  fileprivate func isAfterQuote(_ offset: Int) -> Bool {
    let before = bytes[contentStart..<min(offset, bytes.count)]
    guard let last = before.last(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else {
      return false
    }
    return offset < bytes.count && (last == UInt8(ascii: "'") || last == UInt8(ascii: "\""))
  }
}
