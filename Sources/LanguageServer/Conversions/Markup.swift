/// How the client takes text that people read. (LSP 3.17, MarkupContent.)
enum Markup: String, Sendable {
  /// In Markdown.
  case markdown
  /// As it is.
  case plaintext
  /// As it is, and without a word about that: for clients that know of no kinds.
  case string

  /// The first of the kinds that a client lists which is known.
  init(_ kinds: JSON?) {
    self = kinds?.array?.lazy.compactMap(\.string).compactMap(Markup.init(rawValue:)).first ?? .string
  }

  /// Paragraphs as the protocol has them.
  func json(_ paragraphs: [String]) -> JSON {
    let text = JSON.string(paragraphs.joined(separator: "\n\n"))
    return self == .string ? text : ["kind": .string(rawValue), "value": text]
  }

  /// Text that stands out.
  func strong(_ text: String) -> String {
    self == .markdown ? "**\(escaped(text))**" : text
  }

  /// Text that is no prose.
  func code(_ text: String) -> String {
    self == .markdown && !text.contains("`") ? "`\(text)`" : text
  }

  /// Text in one line that means nothing but itself.
  func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if self == .markdown, "\\`*_{}[]<>#|".contains(character) { escaped += "\\" }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }
}
