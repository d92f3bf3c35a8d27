/// Names of Unicode properties or their values, each with PCRE2's name for it, found by UTF-8 bytes.
struct PropertyNames: Sendable {
  /// Sorted by the bytes of the name.
  private let entries: [(name: String, pcreName: String)]

  init(_ names: some Sequence<(name: String, pcreName: String)>) {
    entries = names.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Names that PCRE2 has as well.
  init(_ names: some Sequence<String>) {
    self.init(names.map { (name: $0, pcreName: $0) })
  }

  /// Names of which each list means the same; the first is PCRE2's.
  init(aliases: [[String]]) {
    self.init(aliases.flatMap { names in names.map { (name: $0, pcreName: names[0]) } })
  }

  /// PCRE2's name for the name at `range` of `pattern`; nil if it is none of them.
  subscript(pattern: [UInt8], range: Range<Int>) -> String? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      switch pattern.order(of: range, with: entries[middle].name) {
      case 0: return entries[middle].pcreName
      case ..<0: high = middle
      default: low = middle + 1
      }
    }
    return nil
  }
}

extension [UInt8] {
  /// Whether the bytes at `range` are `text`.
  func has(_ text: String, at range: Range<Int>) -> Bool {
    order(of: range, with: text) == 0
  }

  /// Below 0 if the bytes at `range` come before `text`, 0 if they are `text`, above 0 if they come after it.
  fileprivate func order(of range: Range<Int>, with text: String) -> Int {
    var place = range.lowerBound
    for byte in text.utf8 {
      guard place < range.upperBound else { return -1 }
      if self[place] != byte { return self[place] < byte ? -1 : 1 }
      place += 1
    }
    return range.upperBound - place
  }
}
