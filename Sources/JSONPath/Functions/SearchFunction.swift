import Patterns

extension Function {
  /// Whether a part of a text matches an I-Regexp (RFC 9535, section 2.4.7).
  static let search = Function(
    name: "search", parameters: [.value, .pattern],
    body: .logical { arguments, evaluation in
      evaluation.test(arguments) { pattern, text in pattern.search(text) }
    })
}
