/// Why a text is no valid query or expression (RFC 9535, section 2.1), and where in it.
package struct QueryError: Error, Sendable, Hashable {
  /// What is there and what should be, in plain words, with no final stop.
  package let message: String

  /// Where, in code points from the start of the text; empty, at the end, when more should follow.
  package let codePointRange: Range<Int>

  /// What was probably meant, when something is close: a name, an operator, a part written rightly.
  package let suggestion: String?

  /// An error.
  package init(message: String, codePointRange: Range<Int>, suggestion: String? = nil) {
    self.message = message
    self.codePointRange = codePointRange
    self.suggestion = suggestion
  }
}
