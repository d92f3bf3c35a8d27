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

  /// Those that were read before.
  init(_ all: [Suppression], _ mistakes: [SuppressionMistake]) {
    self.all = all
    self.mistakes = mistakes
  }

  /// Reads all that `source` has.
  package init(of source: SourceText) {
    self.init(comments(in: source, holding: Suppressions.name), in: source)
  }

  /// Reads the comments of `source` at these ranges, each from its `#` to the end of its line.
  package init(_ comments: [ByteRange], in source: SourceText) {
    for comment in comments { read(comment, source) }
  }

  /// What such a comment begins with.
  private static let name: StaticString = "metrolint"

  /// The same with each rule's name of today in place of one that it had formerly.
  ///
  /// - Parameter today: the rule that a name means; nothing when there is none.
  func renamed(_ today: (String) -> RuleID?) -> Suppressions {
    var suppressions = self
    for index in all.indices {
      for place in all[index].rules.indices {
        let id = all[index].rules[place].id
        suppressions.all[index].rules[place].id = today(id.rawValue) ?? id
      }
    }
    return suppressions
  }

  private mutating func read(_ comment: ByteRange, _ source: SourceText) {
    var words = Words(source: source, position: comment.start + 1, end: comment.end)
    guard words.take(Suppressions.name) else { return }
    let hasColon = words.take(":")
    guard let word = words.next(until: { $0.isBlank }) else { return }
    let name = source.text(in: word)
    guard hasColon else {
      // Any other sentence may begin with the name of this program.
      if word.start > comment.start, name.hasPrefix("disable-") { mistake(.noColon, word, name) }
      return
    }
    guard let scope = Suppression.Scope(rawValue: name) else { return mistake(.noScope, word, name) }
    var suppression = Suppression(
      scope: scope, line: source.position(at: comment.start).line, rules: [], reason: nil, range: comment)
    var isSeparated = true
    while let word = words.next(until: { $0.isBlank || $0 == UInt8(ascii: ",") }) {
      let text = source.text(in: word)
      if text == "--" {
        suppression.reason = words.rest.isEmpty ? nil : words.rest
        break
      }
      guard isSeparated else {
        mistake(.noSeparator, word, text)
        break
      }
      suppression.rules.append(Suppression.NamedRule(id: RuleID(rawValue: text), range: word))
      isSeparated = words.take(",")
    }
    all.append(suppression)
  }

  private mutating func mistake(_ kind: SuppressionMistake.Kind, _ range: ByteRange, _ word: String) {
    mistakes.append(SuppressionMistake(kind: kind, range: range, word: word))
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
