import Spelling

/// A rule's own words, with placeholders in braces.
struct MessageTemplate: Sendable {
  /// What may stand in a message for a placeholder.
  struct Values {
    /// As a sentence has it (`String.shown`); empty when there is none.
    var value = ""
    var index = ""
    var closest = ""
    var count = ""
    var expected = ""
    /// As it is written; nothing when there is none.
    var actual: String?
    var path = ""
    var entry: [String: String] = [:]
  }

  private enum Part: Sendable {
    case text(String)
    case placeholder(@Sendable (Values) -> String)
  }

  /// Placeholders that are not known, in their order.
  struct Mistakes: Error {
    let unknown: [Unknown]
  }

  /// A placeholder that is not known.
  struct Unknown {
    let name: String
    let closest: [String]
    let known: [String]
    /// Where it stands in the message, in code points.
    let range: Range<Int>
  }

  private static let placeholders: [(name: String, value: @Sendable (Values) -> String)] = [
    ("actual", { $0.actual?.shown ?? "" }), ("closest", { $0.closest }), ("count", { $0.count }),
    ("expected", { $0.expected }), ("index", { $0.index }), ("path", { $0.path }),
    ("value", { $0.value }),
  ]

  private let parts: [Part]

  /// Reads a message; `attributes` are those of the indexes that the rule refers to. A brace that stands alone is
  /// text.
  init(_ text: String, attributes: [String]) throws(Mistakes) {
    var parts: [Part] = []
    var unknown: [Unknown] = []
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let next = text.utf8.index(after: close)
      parts.append(.text(String(rest[..<open])))
      let name = String(rest[text.utf8.index(after: open)..<close])
      if let part = MessageTemplate.placeholder(name, attributes) {
        parts.append(part)
      } else {
        let start = text.unicodeScalars.distance(from: text.startIndex, to: open)
        let length = text.unicodeScalars.distance(from: open, to: next)
        unknown.append(MessageTemplate.unknown(name, attributes, at: start..<start + length))
      }
      rest = rest[next...]
    }
    guard unknown.isEmpty else { throw Mistakes(unknown: unknown) }
    parts.append(.text(String(rest)))
    self.parts = parts
  }

  private static func placeholder(_ name: String, _ attributes: [String]) -> Part? {
    if let known = placeholders.first(where: { $0.name == name }) { return .placeholder(known.value) }
    guard name.hasPrefix("entry.") else { return nil }
    let attribute = String(name.dropFirst(6))
    return attributes.contains(attribute) ? .placeholder { $0.entry[attribute] ?? "" } : nil
  }

  private static func unknown(_ name: String, _ attributes: [String], at range: Range<Int>) -> Unknown {
    let names = placeholders.map(\.name) + attributes.map { "entry." + $0 }
    return Unknown(
      name: name, closest: Closest.matches(to: name, among: names), known: names, range: range)
  }

  /// The message with its placeholders filled.
  func text(_ values: Values) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .placeholder(let value): text += value(values)
      }
    }
    return text
  }
}
