/// Two columns: what something is called, and what it is.
struct HelpTable {
  /// The widest heading that the second column makes room for; what is wider gets a line of its own.
  private static let widestHeading = 24

  private let rows: [(heading: String, paragraphs: [String])]

  /// A table of these rows.
  init(_ rows: [(heading: String, paragraphs: [String])]) {
    self.rows = rows
  }

  /// The lines of the table.
  var text: String {
    let widths = rows.map(\.heading.count).filter { $0 <= Self.widestHeading }
    let indent = 2 + (widths.max() ?? 0) + 2
    var text = ""
    for (heading, paragraphs) in rows {
      var lines = paragraphs.flatMap { Wrapping.wrap($0, indent: indent) }
      if heading.count <= indent - 4, let first = lines.first {
        let gap = String(repeating: " ", count: indent - 2 - heading.count)
        lines[0] = "  \(heading)\(gap)\(first.dropFirst(indent))"
      } else {
        lines.insert("  \(heading)", at: 0)
      }
      text += lines.map { $0 + "\n" }.joined()
    }
    return text
  }
}
