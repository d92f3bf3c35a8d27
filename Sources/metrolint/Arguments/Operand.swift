/// What a command takes besides options, by its place.
struct Operand: Sendable {
  /// How many of it there may be.
  enum Count: Sendable {
    /// One, which must be there.
    case one
    /// One or none.
    case optional
    /// Any number, also none.
    case any
    /// At least one.
    case some
  }

  /// What it is.
  let value: ValueRow

  /// How many of it there may be. Only the last one of a command is not `one`.
  let count: Count

  /// What it is for, without a final stop.
  let summary: String

  private let checkText: @Sendable (String) throws(Complaint) -> Void

  /// An argument by its place.
  init<Meaning>(_ value: Value<Meaning>, _ count: Count, _ summary: String) {
    self.value = value.row
    self.count = count
    self.summary = summary
    checkText = { text throws(Complaint) in _ = try value.read(text) }
  }

  /// Refuses a text that cannot stand here.
  func check(_ text: String) throws(Complaint) {
    try checkText(text)
  }

  /// As a line of usage has it: `[PATH…]`.
  var usage: String {
    switch count {
    case .one: value.name
    case .optional: "[\(value.name)]"
    case .any: "[\(value.name)…]"
    case .some: "\(value.name)…"
    }
  }
}
