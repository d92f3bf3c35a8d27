import Findings

/// Texts of messages (3.11).
enum SARIFText {
  /// What a finding says, its first sentence being its message, with a link to each related place.
  static func message(of finding: Finding) -> String {
    var sentences = [escaped(finding.message)]
    if let closest = finding.closest { sentences.append("Closest: \(escaped(closest))") }
    for (index, related) in finding.related.enumerated() {
      let text = related.message.isEmpty ? related.path : related.message
      sentences.append("[\(escaped(text))](\(index + 1))")
    }
    if let help = finding.help, !help.isEmpty { sentences.append("Help: \(escaped(help))") }
    return sentences.joined(separator: ". ")
  }

  /// `text` as a part of a plain text message: nothing in it is read as a link or as a placeholder.
  ///
  /// Brackets and backslashes are escaped wherever they stand (3.11.6 demands it within links and allows it
  /// elsewhere). Braces are doubled where they would make a placeholder (3.11.5); readers in use show doubled
  /// braces as they stand, so others stay.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\", "[", "]":
        escaped += ["\\", scalar]
      case "{":
        let digits = rest.prefix { ("0"..."9").contains($0) }
        let isPlaceholder = !digits.isEmpty && rest.dropFirst(digits.count).first == "}"
        escaped += isPlaceholder ? "{{\(String(digits))}}".unicodeScalars : "{".unicodeScalars
        if isPlaceholder { rest = rest.dropFirst(digits.count + 1) }
      default:
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
