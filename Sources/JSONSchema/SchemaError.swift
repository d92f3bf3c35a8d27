package import SourceText

/// Why a schema cannot be used, and where in its text.
package struct SchemaError: Error, Sendable, Hashable {
  /// The schema document, as it was added or loaded.
  package var uri: String

  /// The exact bytes in that document.
  package var range: ByteRange

  /// What is wrong, in one sentence without a final stop.
  package var message: String

  /// The closest right texts, the best first.
  package var suggestions: [String]

  /// What to do, in one line.
  package var help: String?

  /// What else is wrong, in the order of the documents and their texts.
  package var others: [SchemaError]

  /// An error; what is not given is empty.
  package init(
    uri: String, range: ByteRange, message: String, suggestions: [String] = [], help: String? = nil,
    others: [SchemaError] = []
  ) {
    self.uri = uri
    self.range = range
    self.message = message
    self.suggestions = suggestions
    self.help = help
    self.others = others
  }
}
