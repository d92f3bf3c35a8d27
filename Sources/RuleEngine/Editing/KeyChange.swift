/// What has become something else of what refers to what.
package struct KeyChange: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Entries of indexes: their keys, other names, labels or attributes.
  package static let entries = KeyChange(rawValue: 1)
  /// How many files use which entries.
  package static let uses = KeyChange(rawValue: 2)
  /// Everything may be something else.
  package static let all: KeyChange = [.entries, .uses]
}
