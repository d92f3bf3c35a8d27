import Spelling

/// Internationalized labels. (RFC 5890 to 5893, "IDNA 2008".)
enum IDNA {
  /// Whether `label`, which has other letters than those of ASCII, is a valid one. (RFC 5891, section 5.4.)
  static func isLabel(_ label: Label) -> Bool {
    guard label.count > 0, label[0] != "-", label[label.count - 1] != "-" else { return false }
    if label.count >= 4, label[2] == "-", label[3] == "-" { return false }
    if isMark(label[0]) { return false }
    for place in label.indices where !isAllowed(label, at: place) { return false }
    return isNormalized(label) && hasOneDirection(label)
  }

  /// Whether a label of allowed code points, each of which is so by itself, is in Normalization Form C.
  private static func isNormalized(_ label: Label) -> Bool {
    var form = NormalForm()
    for place in label.indices where !form.accepts(label[place]) { return false }
    return true
  }

  // MARK: Code points (RFC 5892)

  private static func isAllowed(_ label: Label, at index: Int) -> Bool {
    let scalar = label[index]
    if let isAllowed = isAllowedByContext(label, at: index) { return isAllowed }
    if allowed.contains(scalar) { return true }
    if refused.contains(scalar) { return false }
    switch scalar.value {
    case 0x2D, 0x30...0x39, 0x61...0x7A: return true
    case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
    case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
    // Parts of Korean syllables that are no longer written, and marks for symbols and music.
    case 0...0x7F, 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7FB, 0x20D0...0x20FF, 0x1D100...0x1D24F:
      return false
    default: break
    }
    let properties = scalar.properties
    guard !properties.changesWhenNFKCCaseFolded, !properties.isDefaultIgnorableCodePoint else { return false }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber, .modifierLetter, .nonspacingMark,
      .spacingMark:
      return true
    default: return false
    }
  }

  /// Section 2.6, those that are valid.
  private static let allowed: Set<Unicode.Scalar> = [
    "\u{DF}", "\u{3C2}", "\u{6FD}", "\u{6FE}", "\u{F0B}", "\u{3007}",
  ]

  /// Section 2.6, those that are not.
  private static let refused: Set<Unicode.Scalar> = [
    "\u{640}", "\u{7FA}", "\u{302E}", "\u{302F}", "\u{3031}", "\u{3032}", "\u{3033}", "\u{3034}", "\u{3035}",
    "\u{303B}",
  ]

  /// Appendix A: whether the code point at `index`, if it is one that is valid beside certain others only, is so.
  private static func isAllowedByContext(_ label: Label, at index: Int) -> Bool? {
    switch label[index] {
    case "\u{B7}": index > 0 && index + 1 < label.count && label[index - 1] == "l" && label[index + 1] == "l"
    case "\u{375}": index + 1 < label.count && isGreek(label[index + 1])
    case "\u{5F3}", "\u{5F4}": index > 0 && isHebrew(label[index - 1])
    case "\u{30FB}": label.contains(where: isJapanese)
    case "\u{200C}": isVirama(label, before: index) || joins(label, around: index)
    case "\u{200D}": isVirama(label, before: index)
    default: nil
    }
  }

  private static func isGreek(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x370...0x373, 0x375...0x377, 0x37A...0x37D, 0x37F, 0x384, 0x386, 0x388...0x3E1, 0x3F0...0x3FF,
      0x1F00...0x1FFE:
      true
    default: false
    }
  }

  private static func isHebrew(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x591...0x5F4, 0xFB1D...0xFB4F: true
    default: false
    }
  }

  /// Hiragana, Katakana or Han.
  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FD5, 0x3005, 0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x3041...0x3096, 0x309D...0x309F,
      0x30A1...0x30FA, 0x30FD...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAD9,
      0xFF66...0xFF6F, 0xFF71...0xFF9D, 0x1B000...0x1B167, 0x20000...0x3347F:
      true
    default: false
    }
  }

  private static func isVirama(_ label: Label, before index: Int) -> Bool {
    index > 0 && label[index - 1].properties.canonicalCombiningClass.rawValue == 9
  }

  /// Whether the letters around a place, marks left out, would join there.
  private static func joins(_ label: Label, around index: Int) -> Bool {
    var (before, after) = (index - 1, index + 1)
    while before >= 0, isTransparent(label[before]) { before -= 1 }
    while after < label.count, isTransparent(label[after]) { after += 1 }
    guard before >= 0, after < label.count else { return false }
    return IDNATables.joinsAfter.holds(label[before]) && IDNATables.joinsBefore.holds(label[after])
  }

  private static func isTransparent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  // MARK: Direction (RFC 5893, section 2)

  /// Whether a label with letters that run from right to left has only such, begins with one and ends with one or
  /// with a digit, and has digits of one kind.
  private static func hasOneDirection(_ label: Label) -> Bool {
    func isArabicDigit(_ scalar: Unicode.Scalar) -> Bool { (0x660...0x669).contains(scalar.value) }
    func isDigit(_ scalar: Unicode.Scalar) -> Bool {
      (0x30...0x39).contains(scalar.value) || (0x6F0...0x6F9).contains(scalar.value)
    }
    guard label.contains(where: { IDNATables.rightToLeft.holds($0) || isArabicDigit($0) }) else {
      return true
    }
    guard IDNATables.rightToLeft.holds(label[0]) else { return false }
    var end = label.count - 1
    while end > 0, isTransparent(label[end]) { end -= 1 }
    let last = label[end]
    guard IDNATables.rightToLeft.holds(last) || isDigit(last) || isArabicDigit(last) else { return false }
    if label.contains(where: isArabicDigit), label.contains(where: isDigit) { return false }
    return label.allSatisfy { scalar in
      IDNATables.rightToLeft.holds(scalar) || isDigit(scalar) || isArabicDigit(scalar)
        || isTransparent(scalar)
        || !scalar.properties.isAlphabetic
    }
  }
}

extension [ClosedRange<UInt32>] {
  /// Whether one of the ranges, which are sorted, holds `scalar`.
  fileprivate func holds(_ scalar: Unicode.Scalar) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].contains(scalar.value) { return true }
      if self[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return false
  }
}
