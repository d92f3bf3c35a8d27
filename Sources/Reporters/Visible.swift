/// Makes text safe to show to people on a terminal.
///
/// Data that contributors send goes into messages. A control character there could move the cursor or forge
/// lines of the report, and one that changes the direction of writing could make a line read as something
/// else. Characters that cannot be seen are often the very mistake, so they are shown rather than dropped.
enum Visible {
  /// `text` on one line, with every character in it seen: the pictures of U+2400 for control characters, the
  /// code in angle brackets for others. A tab stays when `keepingTabs` is set.
  static func text(_ text: some StringProtocol, keepingTabs: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: \.isUnseen) else { return String(text) }
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar.isUnseen, !(keepingTabs && scalar == "\t") {
        shown += picture(of: scalar)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func picture(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x00...0x1F: String(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: "\u{2421}"
    default: "<U+" + hexadecimal(scalar.value) + ">"
    }
  }

  /// `value` in upper case hexadecimal with four digits or more.
  static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Unicode.Scalar {
  /// Whether the character does something else than being seen: control characters, line and paragraph
  /// separators, direction controls (UAX #9, table 4), and spaces without width. The joiners U+200C and U+200D
  /// are not among them: scripts and emoji need them.
  var isUnseen: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0xAD, 0x61C, 0x180E: true
    case 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}
