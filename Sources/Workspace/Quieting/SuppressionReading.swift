import Findings
package import SourceText
import YAML

/// The suppressions of a file, read from its comments.
package struct Suppressions: Sendable, Hashable {
  /// In the order of the text.
  package private(set) var all: [Suppression] = []
  /// Comments that are meant as suppressions and are none, in the order of the text.
  package private(set) var mistakes: [SuppressionMistake] = []

  /// Whether the file has nothing of the kind.
  package var isEmpty: Bool { all.isEmpty && mistakes.isEmpty }

  /// None.
  package init() {}

  /// Reads all that `source` has.
  package init(of source: SourceText) {
    self.init(comments(in: source, holding: "metrolint:"), in: source)
  }

  /// Reads the comments of `source` at these ranges, each from its `#` to the end of its line.
  package init(_ comments: [ByteRange], in source: SourceText) {
    for comment in comments { read(comment, source) }
  }

  private mutating func read(_ comment: ByteRange, _ source: SourceText) {
    var words = Words(source: source, position: comment.start + 1, end: comment.end)
    guard words.take("metrolint:") else { return }
    guard let word = words.next(until: { $0.isBlank }) else { return }
    let name = source.text(in: word)
    guard let scope = Suppression.Scope(rawValue: name) else {
      mistakes.append(SuppressionMistake(range: word, word: name))
      return
    }
    var rules: [Suppression.NamedRule] = []
    var reason: String?
    while let word = words.next(until: { $0.isBlank || $0 == UInt8(ascii: ",") }) {
      let text = source.text(in: word)
      if text == "--" {
        reason = words.rest
        break
      }
      rules.append(Suppression.NamedRule(id: RuleID(rawValue: text), range: word))
    }
    all.append(
      Suppression(
        scope: scope, line: source.position(at: comment.start).line, rules: rules,
        reason: reason?.isEmpty == true ? nil : reason, range: comment))
  }
}

/// Reads a comment word by word.
private struct Words {
  let source: SourceText
  /// The next byte.
  var position: Int
  let end: Int

  /// Whether `text` comes next, after blanks; goes on after it.
  mutating func take(_ text: StaticString) -> Bool {
    skip { $0.isBlank }
    let length = text.utf8CodeUnitCount
    guard position + length <= end,
      source.text(in: ByteRange(position, position + length)) == text.description
    else { return false }
    position += length
    return true
  }

  /// The next word, which ends before a byte that `isEnd` holds for; blanks and commas before it are passed over.
  mutating func next(until isEnd: (UInt8) -> Bool) -> ByteRange? {
    skip { $0.isBlank || $0 == UInt8(ascii: ",") }
    let start = position
    skip { !isEnd($0) }
    return position > start ? ByteRange(start, position) : nil
  }

  /// All that is left, without blanks around it.
  var rest: String {
    var words = self
    words.skip { $0.isBlank }
    var last = end
    while last > words.position, source.bytes[last - 1].isBlank { last -= 1 }
    return source.text(in: ByteRange(words.position, last))
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < end, condition(source.bytes[position]) { position += 1 }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
