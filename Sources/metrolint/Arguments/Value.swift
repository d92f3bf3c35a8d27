import Spelling

/// What an option or an argument takes, and how its text is read.
struct Value<Meaning: Sendable>: Sendable {
  /// What help, completions and errors say about it.
  let row: ValueRow

  /// What a text means.
  let read: @Sendable (String) throws(Complaint) -> Meaning

  private init(row: ValueRow, read: @escaping @Sendable (String) throws(Complaint) -> Meaning) {
    self.row = row
    self.read = read
  }

  /// A value that is called `name` in help, and for which `read` gives nothing when a text is not `expected`.
  init(
    _ name: String, expected: String, choices: [ValueRow.Choice] = [],
    completion: ValueRow.Completion = .nothing,
    read: @escaping @Sendable (String) -> Meaning?
  ) {
    row = ValueRow(name: name, choices: choices, completion: completion)
    self.read = { text throws(Complaint) in
      guard let meaning = read(text) else {
        let closest = Closest.match(to: text, among: choices.map(\.text))
        throw Complaint(part: nil, text: text, expected: expected, closest: closest)
      }
      return meaning
    }
  }

  /// One of few texts.
  static func choice(_ name: String, _ choices: [(ValueRow.Choice, Meaning)]) -> Value {
    let texts = choices.map(\.0)
    let expected = "one of \(texts.map(\.text).joined(separator: ", "))"
    return Value(name, expected: expected, choices: texts) { text in
      choices.first { $0.0.text == text }?.1
    }
  }

  /// Two values with the first `=` between them.
  static func pair<Left, Right>(_ left: Value<Left>, _ right: Value<Right>) -> Value
  where Meaning == Pair<Left, Right> {
    let name = "\(left.row.name)=\(right.row.name)"
    let choices = left.row.choices.map { ValueRow.Choice($0.text + "=", $0.summary) }
    return Value(row: ValueRow(name: name, choices: choices, completion: left.row.completion)) {
      text throws(Complaint) in
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex,
        text.index(after: equals) < text.endIndex
      else { throw Complaint(part: nil, text: text, expected: name, closest: nil) }
      return Pair(
        left: try left.readPart(String(text[..<equals])),
        right: try right.readPart(String(text[text.index(after: equals)...])))
    }
  }

  private func readPart(_ text: String) throws(Complaint) -> Meaning {
    do {
      return try read(text)
    } catch {
      throw Complaint(part: row.name, text: text, expected: error.expected, closest: error.closest)
    }
  }
}

/// Two values written as one.
struct Pair<Left: Sendable, Right: Sendable>: Sendable {
  /// What stands before the `=`.
  let left: Left
  /// What stands after it.
  let right: Right
}

/// Why a text cannot stand where it does.
struct Complaint: Error {
  /// The name of the part that is wrong; nothing when the whole text is.
  let part: String?
  /// What is wrong.
  let text: String
  /// What should be there, to follow "must be".
  let expected: String
  /// The closest text that could be there.
  let closest: String?
}

/// A `Value` without its meaning, as help and completions see it.
struct ValueRow: Sendable {
  /// One of the texts that a value may be.
  struct Choice: Sendable {
    /// The text.
    let text: String
    /// What it means, in a few words; empty when it says so itself.
    let summary: String

    /// A text, with what it means when that needs saying.
    init(_ text: String, _ summary: String = "") {
      self.text = text
      self.summary = summary
    }
  }

  /// What a shell offers when there are no choices.
  enum Completion: Sendable {
    /// Nothing.
    case nothing
    /// Files.
    case files
    /// Folders.
    case folders
    /// The rules in force.
    case rules
  }

  /// Its name in help, in capitals.
  let name: String

  /// All that it may be, when these are few; for a pair, all that it may begin with, `=` included.
  let choices: [Choice]

  /// What a shell offers.
  let completion: Completion

  /// Whether it is two values with `=` between them.
  var isPair: Bool { name.contains("=") }
}
