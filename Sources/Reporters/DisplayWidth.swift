/// How many columns of a terminal text takes.
///
/// Terminals do not agree everywhere. This is what most of them do: wide characters of East Asia and emoji
/// take two columns, marks that combine with the character before take none, and a sequence of emoji that
/// are joined to one picture takes two.
enum DisplayWidth {
  /// The columns of `text`, which holds no tab and no line break.
  static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character as people see it (an extended grapheme cluster).
  static func of(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    let scalars = character.unicodeScalars
    if isEmojiSequence(scalars) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// Whether several code points make one emoji (UTS #51, 1.4): with variation selector 16, a skin tone,
  /// joined by U+200D, or a flag of two letters.
  private static func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains { scalar in
      scalar == "\u{FE0F}" || scalar.properties.isEmojiModifier || scalar.properties.isEmojiPresentation
    }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x00...0x2FF: 1
    // The vowels and final consonants of Hangul, which stand in the square of the first consonant.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: 0
    // Format characters that are seen, as they enclose the numbers after them (Prepended_Concatenation_Mark).
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: 1
    // Some marks of East Asia are wide by the table, but stand above what is there.
    default: isCombining(scalar) ? 0 : isWide(scalar) ? 2 : 1
    }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    let ranges = WideCharacters.ranges
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].last < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].first <= scalar.value
  }
}
