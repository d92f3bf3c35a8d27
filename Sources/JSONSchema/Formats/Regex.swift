import Patterns

extension TextFormat {
  /// A regular expression of ECMA-262, with its flag `u`.
  static let regex = TextFormat(
    name: "regex", noun: "regular expression", hint: "one of ECMA-262 with the flag u"
  ) { text in
    (try? Pattern.validate(text.string, dialect: .ecmascript)) != nil
  }
}
