import RuleEngine
import SourceText
import Spelling

/// The completion of a key of an index.
struct EntryCompletion {
  /// How the key is found and inserted.
  let filterText: String
  /// Whether what is typed already fits.
  let fits: Bool

  /// - Parameters:
  ///   - typed: what stands before the cursor.
  ///   - quote: the quote that the scalar begins with.
  init(_ entry: IndexEntry, typed: String, quote: String) {
    var names: [String] = []
    for name in ([entry.key] + entry.aliases + [entry.label ?? ""]) where !name.isEmpty {
      for form in [name, Folding.withoutDiacritics(name)] where !names.contains(form) { names.append(form) }
    }
    let wanted = Folding.forSorting(typed)
    let fitting =
      names.firstIndex {
        Folding.forSorting($0).hasPrefix(wanted) && $0.lowercased().hasPrefix(typed.lowercased())
      }
      ?? names.firstIndex { Folding.forSorting($0).hasPrefix(wanted) }
    fits = wanted.isEmpty || fitting != nil || names.contains { Folding.forSorting($0).contains(wanted) }
    // Some editors compare the beginning alone, so the form that fits stands there.
    if let fitting, !typed.isEmpty { names.insert(names.remove(at: fitting), at: 0) }
    filterText = quote + names.joined(separator: " ")
  }
}
