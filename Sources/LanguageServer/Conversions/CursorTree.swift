import SourceText
import YAML

/// A file that is being written, with a tree in which the scalar at the cursor is found though the text may be no YAML
/// just now: a mark is put in at the cursor, and around it what the text lacks.
struct CursorTree {
  /// Nobody has this character of private use in a file.
  private static let mark = "\u{E000}"

  /// The tree of the text with the mark.
  let tree: Tree
  /// The scalar that has the mark.
  let node: NodeID
  /// Whether the scalar can only be a key, as the text was made whole by a colon after it.
  let isKey: Bool
  /// The bytes of the scalar in the text as it is, its quotes included.
  let range: ByteRange
  /// The text before the cursor of the scalar, without its quotes.
  let typed: String
  /// The quote that the scalar begins with; empty when it has none.
  let quote: String

  /// How many bytes are read at most to try repairs, besides the first: the next key may be typed by then.
  private static let mostBytes = 32 << 20

  /// The tree around `offset` of a text; nothing when no repair makes it YAML.
  init?(_ text: SourceText, at offset: Int) {
    for (number, repair) in CursorTree.repairs(text, offset).enumerated() {
      guard number == 0 || (number + 1) * text.bytes.count <= CursorTree.mostBytes else { return nil }
      var bytes = Array(text.bytes[..<offset])
      bytes += (CursorTree.mark + repair.closing).utf8
      bytes += text.bytes[repair.rest...]
      guard let tree = loadYAML(SourceText(fileBytes: bytes)).tree,
        let node = tree.scalar(at: offset + 1), tree.text(of: node).contains(CursorTree.mark)
      else { continue }
      let found = tree.range(of: node)
      self.tree = tree
      self.node = node
      isKey = tree.isKey(node)
      let added = CursorTree.mark.utf8.count
      // What the repair has put in is not there, and what it has left out does not matter.
      let isWhole = repair.closing.isEmpty && repair.rest == offset
      range = ByteRange(found.start, isWhole ? max(offset, found.end - added) : offset)
      let before = text.text(in: ByteRange(found.start, offset))
      quote = before.hasPrefix("\"") ? "\"" : before.hasPrefix("'") ? "'" : ""
      typed = String(before.dropFirst(quote.count))
      return
    }
    return nil
  }

  /// A way to make the text whole: what comes after the mark, and where the rest of the text goes on.
  private struct Repair {
    let closing: String
    let rest: Int
  }

  private static func repairs(_ text: SourceText, _ offset: Int) -> [Repair] {
    let line = text.rangeOfLine(text.position(at: offset).line)
    let end = max(offset, line.end)
    let asItIs = Repair(closing: "", rest: offset)
    guard let (quote, brackets) = open(text.bytes[min(line.start, offset)..<offset]) else { return [asItIs] }
    return [
      asItIs,
      Repair(closing: ":", rest: offset),
      Repair(closing: quote, rest: offset),
      Repair(closing: quote + brackets, rest: offset),
      Repair(closing: quote + brackets, rest: end),
      Repair(closing: quote + ":" + brackets, rest: end),
      Repair(closing: quote + brackets, rest: text.bytes.count),
      Repair(closing: quote + ":" + brackets, rest: text.bytes.count),
    ]
  }

  /// What is not closed in the beginning of a line: its quote, and its brackets and braces. Nothing when these are deeper
  /// in each other than a file may have them.
  private static func open(_ bytes: ArraySlice<UInt8>) -> (quote: String, brackets: String)? {
    var quote: UInt8?
    var brackets: [Character] = []
    var previous: UInt8 = 0x20
    for byte in bytes {
      defer { previous = byte }
      guard brackets.count <= Limits().depth else { return nil }
      if let open = quote {
        if byte == open, !(open == UInt8(ascii: "\"") && previous == UInt8(ascii: "\\")) { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // Inside of a plain scalar a quote is a letter.
        if " [{,:".utf8.contains(previous) { quote = byte }
      case UInt8(ascii: "["): brackets.append("]")
      case UInt8(ascii: "{"): brackets.append("}")
      case UInt8(ascii: "]"), UInt8(ascii: "}"): _ = brackets.popLast()
      default: break
      }
    }
    return (quote.map { String(UnicodeScalar($0)) } ?? "", String(brackets.reversed()))
  }
}
