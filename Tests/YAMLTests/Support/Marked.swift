import SourceText

/// A text in which `⟦` and `⟧` mark ranges; the marks are taken out.
struct Marked {
  /// The text without the marks.
  let text: String

  /// The ranges marked, in bytes of the text, in the order in which they begin.
  let ranges: [ByteRange]

  init(_ marked: String) {
    var text = ""
    var open: [Int] = []
    var ranges: [ByteRange] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append(text.utf8.count)
      case "⟧": ranges.append(ByteRange(open.removeLast(), text.utf8.count))
      default: text.unicodeScalars.append(scalar)
      }
    }
    precondition(open.isEmpty, "a mark is not closed")
    self.text = text
    // Of two that begin together the outer one, which ends later, comes first.
    self.ranges = ranges.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
  }
}
