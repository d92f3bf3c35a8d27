/// The few things that sentences of a report need of English grammar.
enum English {
  /// "1 file", "2 files", "0 files"; `noun` takes an `s` in the plural.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// "a", "a and b", "a, b and c"; with more than `limit`, "a, b and 3 more".
  static func list(_ items: [String], limit: Int = .max) -> String {
    if items.count > limit {
      return items.prefix(limit).joined(separator: ", ") + " and \(items.count - limit) more"
    }
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
