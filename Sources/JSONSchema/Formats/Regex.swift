extension TextFormat {
  /// A regular expression of ECMA-262, with its flag `u`.
  static let regex = TextFormat(
    name: "regex", noun: "regular expression", hint: "one of ECMA-262 with the flag u",
    scratching: { text, scratch in scratch.isPattern(text) })
}
