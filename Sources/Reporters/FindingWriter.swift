import Findings
import SourceText

/// Writes findings with the text around their places, as people read them.
struct FindingWriter {
  private let places: Places
  private let palette: Palette
  private let width: Int

  /// A writer of findings in these sources.
  init(_ sources: Sources, options: ReportOptions) {
    places = Places(sources)
    palette = Palette(isOn: options.color)
    width = options.width
  }

  /// The lines of `finding`, each with its line break.
  mutating func text(of finding: Finding) -> String {
    let style = Style(finding.severity)
    let snippet = places.text(of: finding.path).map { source in
      // The gutter takes the number's columns and three more.
      let gutter = String(source.lines.count).utf8.count + 3
      return Snippet(source, range: finding.range, columns: width - gutter)
    }
    let gutter = Gutter(width: String(snippet?.lastNumber ?? 0).utf8.count, palette: palette)

    var text = palette.paint("\(finding.severity)[\(Visible.text(finding.rule.rawValue))]", style)
    text += palette.paint(": " + Visible.text(finding.message), .message) + "\n"
    text += gutter.line("╭─", place(finding.range, in: finding.path))
    if let snippet { text += lines(of: snippet, for: finding, gutter: gutter) }
    for (index, related) in finding.related.enumerated() {
      let corner = index == finding.related.count - 1 ? "╰─" : "├─"
      let message = Visible.text(related.message)
      text += gutter.line(corner, "\(place(related.range, in: related.path)): \(message)")
    }
    if let fix = finding.fixes.first(where: \.isSafe) {
      text += gutter.note("fix", Visible.text(fix.title) + " (--fix does it)")
    }
    if let help = finding.help { text += gutter.note("help", Visible.text(help)) }
    return text
  }

  private func lines(of snippet: Snippet, for finding: Finding, gutter: Gutter) -> String {
    let style = Style(finding.severity)
    var text = ""
    for (index, line) in snippet.lines.enumerated() {
      switch line {
      case .source(let number, let source):
        text += gutter.line(number: String(number), source)
      case .gap:
        text += gutter.line(number: "⋮", "")
      case .carets(let indent, let count):
        let space = String(repeating: " ", count: indent)
        let carets = space + palette.paint(String(repeating: "^", count: count), style)
        let isLast = index == snippet.lines.count - 1
        let notes = isLast ? closest(to: finding, column: indent + count + gutter.width + 3) : []
        text += gutter.line(number: "", carets + (notes.first.map { " " + $0 } ?? ""))
        for note in notes.dropFirst() {
          text += gutter.line(number: "", String(repeating: " ", count: indent + count + 1) + note)
        }
      }
    }
    return text
  }

  /// The closest valid values, one a line, so that their beginnings stand under each other. `column` is how
  /// many columns stand before, which labels are cut for.
  private func closest(to finding: Finding, column: Int) -> [String] {
    let title = "closest: "
    return finding.suggestions.enumerated().map { index, suggestion in
      let head = index == 0 ? title : String(repeating: " ", count: title.count)
      let value = Visible.text(suggestion.value)
      let line = head + palette.paint(value, .closest)
      guard let label = suggestion.label.map({ Visible.text($0) }), !label.isEmpty else { return line }
      // A space before the value, one after it and two quotes.
      let room = width - column - title.count - DisplayWidth.of(value) - 4
      return line + " \"" + Self.cut(label, to: max(room, 24)) + "\""
    }
  }

  private static func cut(_ label: String, to columns: Int) -> String {
    guard DisplayWidth.of(label) > columns else { return label }
    var left = columns - 1
    let kept = label.prefix { character in
      left -= DisplayWidth.of(character)
      return left >= 0
    }
    return kept + "…"
  }

  /// `path:line:column`, or the path alone when there is no text to count in.
  private mutating func place(_ range: ByteRange, in path: String) -> String {
    guard places.text(of: path) != nil else { return Visible.text(path) }
    let start = places.start(of: range, in: path)
    return "\(Visible.text(path)):\(start.line):\(start.column)"
  }
}

/// The column of line numbers and the rule beside it.
private struct Gutter {
  /// The columns of the largest number.
  let width: Int
  let palette: Palette

  private func padded(_ text: String) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A line of a source or of carets, beside its number; no space is left at the end of an empty one.
  func line(number: String, _ text: String) -> String {
    palette.paint(padded(number) + " │", .gutter) + (text.isEmpty ? "" : " " + text) + "\n"
  }

  /// A line that a corner or a branch leads to.
  func line(_ corner: String, _ text: String) -> String {
    padded("") + " " + palette.paint(corner, .gutter) + " " + text + "\n"
  }

  /// A line after the frame.
  func note(_ title: String, _ text: String) -> String {
    padded("") + " " + palette.paint(title + ":", .help) + " " + text + "\n"
  }
}
