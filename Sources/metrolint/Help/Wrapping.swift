/// Breaking text into lines, the same everywhere, so that help reads as it does in the documentation.
enum Wrapping {
  /// How many columns a line has.
  static let width = 80

  /// The lines of `text`, each after `indent` spaces. A word that is longer than a line stays whole.
  static func wrap(_ text: some StringProtocol, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in text.split(separator: " ") {
      if line.count > indent, line.count + 1 + word.count > width {
        lines.append(line)
        line = margin
      }
      if line.count > indent { line += " " }
      line += word
    }
    lines.append(line)
    return lines
  }
}
