import Findings

extension Finding {
  /// The closest valid values with their labels, for formats that have no place of their own for them: `L1A1D1
  /// "Policy recommendations"`. Nothing when there are none.
  var closest: String? {
    guard !suggestions.isEmpty else { return nil }
    return English.list(
      suggestions.map { suggestion in
        guard let label = suggestion.label, !label.isEmpty else { return suggestion.value }
        return "\(suggestion.value) \"\(label)\""
      })
  }
}
