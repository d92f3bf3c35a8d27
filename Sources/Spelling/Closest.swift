/// The valid texts that come closest to a wrong one.
package enum Closest {
  /// Up to `count` of `candidates` that are close to `text`, the best first: the fewest edits, case and diacritics
  /// apart; of equals the longest common beginning, then the order of the text. None when nothing is close.
  package static func matches(to text: String, among candidates: some Sequence<String>, count: Int = 3)
    -> [String]
  {
    let wanted = Word(text)
    let limit = limit(forLength: wanted.scalars.count)
    var found: [Match] = []
    for candidate in candidates where candidate != text {
      if let match = match(wanted, Word(candidate), limit: limit) { found.append(match) }
    }
    found.sort()
    return found.prefix(count).map(\.word.text)
  }

  /// The best of `candidates`, when one is close.
  package static func match(to text: String, among candidates: some Sequence<String>) -> String? {
    matches(to: text, among: candidates, count: 1).first
  }

  /// How many edits a text of `length` code points may be away and still be meant: one in three, never more
  /// than four.
  static func limit(forLength length: Int) -> Int {
    min(4, max(1, (length + 1) / 3))
  }

  /// A text with the code points that are compared.
  struct Word {
    let text: String
    let scalars: [Unicode.Scalar]

    init(_ text: String) {
      self.text = text
      scalars = Array(Folding.forSorting(text).unicodeScalars)
    }
  }

  struct Match: Comparable {
    let word: Word
    let distance: Int
    let commonPrefix: Int

    static func == (left: Match, right: Match) -> Bool { left.word.text == right.word.text }

    static func < (left: Match, right: Match) -> Bool {
      if left.distance != right.distance { return left.distance < right.distance }
      if left.commonPrefix != right.commonPrefix { return left.commonPrefix > right.commonPrefix }
      return left.word.text.utf8.lexicographicallyPrecedes(right.word.text.utf8)
    }
  }

  static func match(_ wanted: Word, _ candidate: Word, limit: Int) -> Match? {
    guard let distance = EditDistance.between(wanted.scalars, candidate.scalars, limit: limit) else {
      return nil
    }
    // Where nothing of the text is left, nothing is close.
    guard distance < max(wanted.scalars.count, candidate.scalars.count) else { return nil }
    let prefix = zip(wanted.scalars, candidate.scalars).prefix { $0 == $1 }.count
    return Match(word: candidate, distance: distance, commonPrefix: prefix)
  }
}
