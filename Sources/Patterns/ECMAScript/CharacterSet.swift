/// What an escape such as `\d` or `\p{Lu}` stands for.
enum CharacterSet: Sendable, Hashable {
  /// `\d`, `\D`, `\w` or `\W`, by its letter.
  case ascii(Unicode.Scalar)

  /// `\s`, or `\S` if it is negated.
  case whiteSpace(isNegated: Bool)

  /// `\p{…}`, or `\P{…}` if it is negated: what PCRE2 writes before the property's name, and the name.
  case property(isNegated: Bool, key: String, name: String)

  /// A set with no character, as PCRE2 writes it: it takes one and so has a length.
  static let nothing = "[^\\x{0}-\\x{10ffff}]"
}

extension PatternOutput {
  /// Writes a set where a class may stand.
  mutating func write(_ set: CharacterSet) {
    guard case .whiteSpace = set else { return write(member: set) }
    write("[")
    write(member: set)
    write("]")
  }

  /// Writes a set as a member of a class.
  ///
  /// Without `PCRE2_UCP`, PCRE2's own `\d` and `\w` are ASCII as in ECMA-262; its `\s` is not the same.
  mutating func write(member set: CharacterSet) {
    switch set {
    case .ascii(let letter):
      write("\\")
      write(literal: letter)
    case .whiteSpace(let isNegated):
      write(isNegated ? WhiteSpace.others : WhiteSpace.members)
    case .property(let isNegated, let key, let name):
      write(isNegated ? "\\P{" : "\\p{")
      write(key)
      write(name)
      write("}")
    }
  }
}

extension Cursor {
  /// Takes an escape that stands for a set of characters, `CharacterClassEscape`; nil if another is next.
  mutating func takeCharacterSet() throws(Problem) -> CharacterSet? {
    guard next == "\\", let letter = afterNext else { return nil }
    switch letter {
    case "d", "D", "w", "W":
      advance()
      advance()
      return .ascii(letter)
    case "s", "S":
      advance()
      advance()
      return .whiteSpace(isNegated: letter == "S")
    case "p", "P":
      advance()
      advance()
      return try takeProperty(isNegated: letter == "P")
    default:
      return nil
    }
  }

  /// Takes `{…}` after `\p` or `\P`.
  private mutating func takeProperty(isNegated: Bool) throws(Problem) -> CharacterSet {
    guard take("{") else { throw problem("expected '{' and a Unicode property, found ", found) }
    let start = offset
    let name = takePropertyName()
    let value = take("=") ? takePropertyName() : nil
    let end = offset
    guard take("}") else { throw problem("expected '}' to end the Unicode property, found ", found) }
    guard let property = property(name, value, isNegated: isNegated) else {
      if BinaryProperty.ofStrings[bytes, name] != nil {
        throw problem(
          "'", .source(name),
          "' is a property of strings and needs the 'v' flag; patterns have the 'u' flag", at: start)
      }
      throw problem(
        "'", .source(start..<end),
        """
        ' is no Unicode property of ECMA-262; expected a general category such as 'Lu', 'Script=Greek' or a property \
        such as 'Alphabetic'; names are case-sensitive
        """, at: start)
    }
    return property
  }

  private mutating func takePropertyName() -> Range<Int> {
    let start = offset
    while let next, next.isASCII, next == "_" || next.properties.isAlphabetic || next.decimalDigit != nil {
      advance()
    }
    return start..<offset
  }

  /// The property with the name and the value, if any, at two places; nil if ECMA-262 does not have it.
  private func property(_ name: Range<Int>, _ value: Range<Int>?, isNegated: Bool) -> CharacterSet? {
    guard let value else {
      // What is assigned is what is not unassigned.
      if bytes.has("Assigned", at: name) { return .property(isNegated: !isNegated, key: "", name: "Cn") }
      return (GeneralCategory.pcreNames[bytes, name] ?? BinaryProperty.pcreNames[bytes, name]).map {
        .property(isNegated: isNegated, key: "", name: $0)
      }
    }
    let (key, names): (String, PropertyNames)
    if bytes.has("General_Category", at: name) || bytes.has("gc", at: name) {
      (key, names) = ("", GeneralCategory.pcreNames)
    } else if bytes.has("Script", at: name) || bytes.has("sc", at: name) {
      (key, names) = ("sc:", Script.names)
    } else if bytes.has("Script_Extensions", at: name) || bytes.has("scx", at: name) {
      (key, names) = ("scx:", Script.names)
    } else {
      return nil
    }
    return names[bytes, value].map { .property(isNegated: isNegated, key: key, name: $0) }
  }
}
