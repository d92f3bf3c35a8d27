/// A kind of text that `format` names. (JSON Schema Validation 2020-12, section 7.3.) One reference, so that handing it on
/// costs one count.
final class TextFormat: Sendable {
  /// Its name in a schema.
  let name: String

  /// What it is called in a message, such as "date".
  let noun: String

  /// How it is written, for a message.
  let hint: String

  /// Whether a text, in UTF-8, is of it.
  let holds: @Sendable (Span<UInt8>, inout Scratch) -> Bool

  /// A format that needs memory to tell.
  init(
    name: String, noun: String, hint: String,
    scratching holds: @escaping @Sendable (Span<UInt8>, inout Scratch) -> Bool
  ) {
    self.name = name
    self.noun = noun
    self.hint = hint
    self.holds = holds
  }

  /// A format that needs none.
  convenience init(name: String, noun: String, hint: String, holds: @escaping @Sendable (Span<UInt8>) -> Bool)
  {
    self.init(name: name, noun: noun, hint: hint, scratching: { text, _ in holds(text) })
  }

  /// The format of that name; nothing when the standard has none.
  static func named(_ name: String) -> TextFormat? {
    all.first { $0.name == name }
  }
}
