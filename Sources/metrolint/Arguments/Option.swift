/// What a command can be told by a word that begins with a hyphen.
protocol CommandOption: Sendable {
  /// What help, completions and errors say about it.
  var row: OptionRow { get }

  /// Refuses a value that it does not take.
  func check(_ text: String) throws(Complaint)
}

/// An option that takes no value.
struct Flag: CommandOption {
  let row: OptionRow

  /// A flag; its names are without hyphens.
  init(_ name: String, short: Character? = nil, _ summary: String) {
    row = OptionRow(name: name, short: short, value: nil, isRepeatable: false, summary: summary)
  }

  func check(_ text: String) {}
}

/// An option that takes a value. Given more than once, the last counts, unless it is repeatable.
struct Option<Meaning: Sendable>: CommandOption {
  let row: OptionRow

  /// What it takes.
  let value: Value<Meaning>

  /// An option; its names are without hyphens.
  init(
    _ name: String, short: Character? = nil, _ value: Value<Meaning>, isRepeatable: Bool = false,
    _ summary: String
  ) {
    row = OptionRow(name: name, short: short, value: value.row, isRepeatable: isRepeatable, summary: summary)
    self.value = value
  }

  func check(_ text: String) throws(Complaint) {
    _ = try value.read(text)
  }
}

/// An option without the meaning of its value, as help, completions and the parser see it.
struct OptionRow: Sendable {
  /// Its name, without hyphens.
  let name: String

  /// Its one letter, without the hyphen.
  let short: Character?

  /// What it takes; nothing for a flag.
  let value: ValueRow?

  /// Whether each time that it is given adds to the others.
  let isRepeatable: Bool

  /// What it does, without a final stop.
  let summary: String

  /// As it is written in full: `--format`.
  var long: String { "--" + name }

  /// All ways to write it: `-f`, `--format`.
  var words: [String] { (short.map { ["-\($0)"] } ?? []) + [long] }
}
