import SourceText

// The words for what libyaml accepts and YAML 1.2 does not.

extension Problem {
  private static func strict(_ message: String, _ range: ByteRange, help: String) -> Problem {
    Problem(kind: .syntax, message: message, range: range, help: help)
  }

  private static func strict(_ message: String, at offset: Int, help: String) -> Problem {
    strict(message, ByteRange(offset, offset + 1), help: help)
  }

  static func tooLittleIndentation(at offset: Int, needed: Int, in place: String) -> Problem {
    let spaces = needed == 1 ? "1 space" : "\(needed) spaces"
    return strict(
      "this line goes on with \(place) and needs at least \(spaces) before it", at: offset,
      help: "indent the line with spaces, never tabs")
  }

  static func commentWithoutSpace(at offset: Int) -> Problem {
    strict(
      "a comment needs a space before its #", at: offset,
      help: "put a space before the #, or the text in quotes if the # belongs to it")
  }

  static func colonWithoutSpace(at offset: Int) -> Problem {
    strict(
      "the colon between a key and its value needs a space after it", at: offset,
      help: "put a space after the colon, or the text in quotes if the colon belongs to it")
  }

  static func questionMarkWithoutSpace(at offset: Int) -> Problem {
    strict(
      "in brackets a text that begins with ? needs quotes", at: offset,
      help: "put the text in quotes")
  }

  static func dashInFlow(_ range: ByteRange) -> Problem {
    strict("a dash alone is no value in brackets", range, help: "put the dash in quotes if it is text")
  }

  static func nameGoesOn(at offset: Int) -> Problem {
    strict(
      "the name of an anchor ends before this character", at: offset,
      help: "put a space after the name, and use only letters, digits, - and _ in it")
  }

  static func exclamationMarkInTag(at offset: Int) -> Problem {
    strict(
      "the rest of a tag has no further !", at: offset,
      help: "take the ! out, or put the text in quotes if it is no tag")
  }

  static func directiveInDocument(_ range: ByteRange) -> Problem {
    strict(
      "a directive stands inside a document", range,
      help: "end the document before it with a line of three dots, or put the text in quotes")
  }

  static func textAfterDocumentEnd(_ range: ByteRange) -> Problem {
    strict(
      "something stands after the end of the document in the same line", range,
      help: "begin a new document with --- in the next line")
  }

  static func strayByteOrderMark(_ range: ByteRange) -> Problem {
    Problem(
      kind: .encoding, message: "a byte order mark in the middle of the file", range: range, help: "remove it"
    )
  }

  static func indicatorAtRoot(at offset: Int) -> Problem {
    strict(
      "readers of YAML disagree about an indentation number where the text is the whole document",
      ByteRange(at: offset), help: "remove the number")
  }

  static func unendedLastLine(_ range: ByteRange) -> Problem {
    strict(
      "readers of YAML disagree whether this line belongs to the text above, which keeps its empty lines",
      range,
      help: "end the line, or remove its spaces")
  }

  static func rootTextWithoutIndentation(at offset: Int) -> Problem {
    strict("a text after | or > needs indentation here", at: offset, help: "indent its lines with two spaces")
  }

  static func widerEmptyLine(at offset: Int, spaces: Int) -> Problem {
    strict(
      "an empty line above has more spaces than this line, the first of its text", at: offset,
      help: "take the spaces out of the empty lines, or write the indentation after the | or >")
  }
}
