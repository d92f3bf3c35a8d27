/// What is wrong with a pattern, as places and numbers. It gets its words only when somebody asks: a text that is no
/// pattern may well be right where it stands.
struct Problem: Error {
  /// Whose limit it is.
  let reason: PatternError.Reason

  /// Where, in bytes.
  let offset: Int

  /// How the message begins.
  let text: String

  /// What of the pattern comes then.
  let detail: Detail

  /// How the message ends.
  let rest: String

  /// A part of a message that depends on the pattern.
  enum Detail {
    case none

    /// A number.
    case number(Int)

    /// The code point at an offset, by its name, or the end of the pattern.
    case found(at: Int)

    /// A character, by its name.
    case character(Unicode.Scalar)

    /// A character, by its name, and how it is written to stand for itself.
    case unescaped(Unicode.Scalar)

    /// A part of the pattern as it is written.
    case source(Range<Int>)

    /// A group's name, which may be written with escapes.
    case groupName(Range<Int>)

    /// Two numbers in the wrong order.
    case numbers(Int, isLessThan: Int)

    /// Two characters in the wrong order.
    case characters(Unicode.Scalar, comesAfter: Unicode.Scalar)
  }

  /// The problem in words; `pattern` is where it was found.
  func error(in pattern: [UInt8]) -> PatternError {
    let message = text + words(in: pattern) + rest
    return PatternError(reason: reason, message: message, offset: offset, in: pattern)
  }

  private func words(in pattern: [UInt8]) -> String {
    switch detail {
    case .none: ""
    case .number(let number): "\(number)"
    case .found(let offset): pattern.scalar(at: offset)?.scalar.name ?? "the end of the pattern"
    case .character(let character): character.name
    case .unescaped(let character): "\(character.name); write '\\\(character)'"
    case .source(let range): String(decoding: pattern[range], as: UTF8.self)
    case .groupName(let range): pattern.groupName(range)
    case .numbers(let number, let other): "\(number) is less than \(other)"
    case .characters(let character, let other): "\(character.name) comes after \(other.name)"
    }
  }
}

extension PatternError {
  /// The error at `offset` of `pattern`, in bytes.
  init(reason: Reason, message: String, offset: Int, in pattern: some Collection<UInt8>) {
    let before = pattern.prefix(offset)
    // The bytes of a code point after its first are 10xxxxxx.
    let codePoints = before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    self.init(reason: reason, offset: offset, codePointOffset: codePoints, message: message)
  }
}
