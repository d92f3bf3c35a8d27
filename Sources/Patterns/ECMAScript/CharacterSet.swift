/// What an escape such as `\d` or `\p{Lu}` stands for, as PCRE2 writes it.
struct CharacterSet: Sendable, Hashable {
  /// The set where a class may stand.
  let text: String

  /// The set as a member of a class.
  let member: String

  /// A set with no character, which takes one and so has a length.
  static let nothing = "[^\\x{0}-\\x{10ffff}]"

  /// A set that PCRE2 writes the same way inside a class and outside.
  init(_ text: String) {
    self.text = text
    member = text
  }

  /// A set of ranges.
  private init(_ ranges: [ClosedRange<UInt32>]) {
    var writer = Writer()
    for range in ranges { writer.write(members: range) }
    member = String(decoding: writer.bytes, as: UTF8.self)
    text = "[\(member)]"
  }

  /// `\s` and `\S`.
  static let whiteSpace = CharacterSet(WhiteSpace.members)
  static let notWhiteSpace = CharacterSet(WhiteSpace.others)
}

extension Cursor {
  /// Takes an escape that stands for a set of characters, `CharacterClassEscape`; nil if another is next.
  ///
  /// Without `PCRE2_UCP`, PCRE2's own `\d` and `\w` are ASCII as in ECMA-262; its `\s` is not the same.
  mutating func takeCharacterSet() throws(PatternError) -> CharacterSet? {
    guard next == "\\", let letter = peek(1) else { return nil }
    switch letter {
    case "d", "D", "w", "W":
      advance(by: 2)
      return CharacterSet("\\\(letter)")
    case "s", "S":
      advance(by: 2)
      return letter == "s" ? .whiteSpace : .notWhiteSpace
    case "p", "P":
      advance(by: 2)
      return try takeProperty(isNegated: letter == "P")
    default:
      return nil
    }
  }

  /// Takes `{…}` after `\p` or `\P`.
  private mutating func takeProperty(isNegated: Bool) throws(PatternError) -> CharacterSet {
    guard take("{") else {
      throw error("expected '{' and a Unicode property, found \(found)")
    }
    let start = offset
    let name = takePropertyName()
    let value = take("=") ? takePropertyName() : nil
    guard take("}") else {
      throw error("expected '}' to end the Unicode property, found \(found)")
    }
    guard let property = Self.property(name, value) else {
      if BinaryProperty.ofStrings.contains(name) {
        throw error(
          "'\(name)' is a property of strings and needs the 'v' flag; patterns have the 'u' flag", at: start)
      }
      let found = value.map { "\(name)=\($0)" } ?? name
      throw error(
        "'\(found)' is no Unicode property of ECMA-262; expected a general category such as 'Lu', "
          + "'Script=Greek' or a property such as 'Alphabetic'; names are case-sensitive",
        at: start
      )
    }
    // What is assigned is what is not unassigned.
    if property == "Assigned" { return CharacterSet(isNegated ? "\\p{Cn}" : "\\P{Cn}") }
    return CharacterSet((isNegated ? "\\P{" : "\\p{") + property + "}")
  }

  private mutating func takePropertyName() -> String {
    var name = ""
    while let next, next.isASCII, next == "_" || next.properties.isAlphabetic || next.decimalDigit != nil {
      name.unicodeScalars.append(next)
      advance()
    }
    return name
  }

  /// PCRE2's name for a property; nil if ECMA-262 does not have it.
  private static func property(_ name: String, _ value: String?) -> String? {
    guard let value else {
      if name == "Assigned" { return name }
      return GeneralCategory.pcreNames[name] ?? BinaryProperty.pcreNames[name]
    }
    switch name {
    case "General_Category", "gc": return GeneralCategory.pcreNames[value]
    case "Script", "sc": return Script.names.contains(value) ? "sc:\(value)" : nil
    case "Script_Extensions", "scx": return Script.names.contains(value) ? "scx:\(value)" : nil
    default: return nil
    }
  }
}
