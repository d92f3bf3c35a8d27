extension RulePage {
  /// The page for a terminal.
  var terminalText: String {
    var text = "\(id): \(severity), \(kind)\n"
    for part in parts {
      switch part {
      case .paragraph(let paragraph):
        text += "\n" + Wrapping.wrap(paragraph).map { $0 + "\n" }.joined()
      case .detail(let name, let detail):
        text += "\n" + Wrapping.wrap("\(name): \(detail)").map { $0 + "\n" }.joined()
      case .definition(let lines):
        text += "\n" + Self.indented(lines, by: 2)
      case .example(let isReported, let title, let files):
        text += "\n" + (isReported ? "reported" : "not reported") + (title.map { ": \($0)" } ?? "") + "\n"
        for file in files {
          switch file.state {
          case .given(let lines): text += "  \(file.path)\n" + Self.indented(lines, by: 4)
          case .absent: text += "  without \(file.path)\n"
          case .fixed(let lines): text += "  \(file.path), after --fix\n" + Self.indented(lines, by: 4)
          }
        }
      }
    }
    return text
  }

  private static func indented(_ text: String, by width: Int) -> String {
    let margin = String(repeating: " ", count: width)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast(text.isEmpty || text.hasSuffix("\n") ? 1 : 0)
      .map { $0.isEmpty ? "\n" : "\(margin)\($0)\n" }.joined()
  }
}
