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
    let scalars = Array(text.unicodeScalars)
    var parts: [Part] = []
    var literal = String.UnicodeScalarView()
    var unknown: [Unknown] = []
    var position = 0
    while position < scalars.count {
      guard scalars[position] == "{", let close = scalars[position...].firstIndex(of: "}") else {
        literal.append(scalars[position])
        position += 1
        continue
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[(position + 1)..<close])
      parts.append(.text(String(literal)))
      literal = String.UnicodeScalarView()
      switch MessageTemplate.placeholder(String(view), attributes, at: position..<close + 1) {
      case .success(let part): parts.append(part)
      case .failure(let mistake): unknown += mistake.unknown
      }
      position = close + 1
    }
    guard unknown.isEmpty else { throw Mistakes(unknown: unknown) }
    parts.append(.text(String(literal)))
    self.parts = parts
  }

  private static func placeholder(
    _ name: String, _ attributes: [String], at range: Range<Int>
  ) -> Result<Part, Mistakes> {
    if let known = placeholders.first(where: { $0.name == name }) {
      return .success(.placeholder(known.value))
    }
    if name.hasPrefix("entry."), attributes.contains(String(name.dropFirst(6))) {
      let attribute = String(name.dropFirst(6))
      return .success(.placeholder { $0.entry[attribute] ?? "" })
    }
    let names = placeholders.map(\.name) + attributes.map { "entry." + $0 }
    let unknown = Unknown(
      name: name, closest: Closest.matches(to: name, among: names), known: names, range: range)
    return .failure(Mistakes(unknown: [unknown]))
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
