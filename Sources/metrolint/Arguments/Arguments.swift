/// What a command was told.
struct Arguments: Sendable {
  /// What stands there by place, in order.
  private(set) var operands: [String] = []

  private var values: [String: [String]] = [:]

  /// Whether the flag was given.
  func has(_ flag: Flag) -> Bool {
    values[flag.row.name] != nil
  }

  /// The value that was given, the last one when there are several.
  subscript<Meaning>(_ option: Option<Meaning>) -> Meaning? {
    all(option).last
  }

  /// All values that were given, in order.
  func all<Meaning>(_ option: Option<Meaning>) -> [Meaning] {
    // The parser has read them once already, to refuse what cannot be read.
    values[option.row.name, default: []].compactMap { try? option.value.read($0) }
  }

  /// Adds an argument by place.
  mutating func add(operand: String) {
    operands.append(operand)
  }

  /// Adds an option with its value; a flag has an empty one.
  mutating func add(_ text: String, for option: OptionRow) {
    values[option.name, default: []].append(text)
  }
}
