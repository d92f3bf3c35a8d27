/// Finds the closest names among many, again and again.
///
/// The names are kept by length with a signature of their letters, so that most are told to be far without a look
/// at them.
package struct ClosestFinder: Sendable {
  private struct Name: Sendable {
    let word: Closest.Word
    let key: String
    let signature: UInt64
  }

  private var byLength: [Int: [Name]] = [:]

  /// A finder among names, each of which stands for a key (often itself).
  package init(_ names: [(name: String, key: String)]) {
    for (name, key) in names {
      let word = Closest.Word(name)
      byLength[word.scalars.count, default: []].append(
        Name(word: word, key: key, signature: ClosestFinder.signature(word.scalars)))
    }
  }

  /// The keys of up to `count` names that are close to `text`, in the order of `Closest.matches`; a key that is
  /// named twice comes once.
  package func closest(to text: String, count: Int) -> [String] {
    let wanted = Closest.Word(text)
    let signature = ClosestFinder.signature(wanted.scalars)
    let length = wanted.scalars.count
    var limit = Closest.limit(forLength: length)
    var best: [(match: Closest.Match, key: String)] = []
    // From the same length outwards, and with a limit that falls: what is found early cuts off what is far.
    var difference = 0
    while difference <= limit {
      for length in difference == 0 ? [length] : [length - difference, length + difference] {
        for name in byLength[length] ?? [] {
          // An edit changes at most two letters of the signature.
          guard (name.signature ^ signature).nonzeroBitCount <= 2 * limit,
            let match = Closest.match(wanted, name.word, limit: limit)
          else { continue }
          insert(match, key: name.key, into: &best, count: count)
          if best.count == count { limit = min(limit, best[count - 1].match.distance) }
        }
      }
      difference += 1
    }
    return best.map(\.key)
  }

  private func insert(
    _ match: Closest.Match, key: String, into best: inout [(match: Closest.Match, key: String)], count: Int
  ) {
    if let same = best.firstIndex(where: { $0.key == key }) {
      guard match < best[same].match else { return }
      best.remove(at: same)
    }
    let place = best.firstIndex { match < $0.match } ?? best.endIndex
    guard place < count else { return }
    best.insert((match, key), at: place)
    if best.count > count { best.removeLast() }
  }

  /// One bit for each letter that occurs.
  private static func signature(_ scalars: [Unicode.Scalar]) -> UInt64 {
    scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }
}
