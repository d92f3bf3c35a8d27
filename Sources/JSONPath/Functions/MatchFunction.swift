import Patterns

extension Function {
  /// Whether a text matches an I-Regexp from end to end (RFC 9535, section 2.4.6).
  static let match = Function(
    name: "match", parameters: [.value, .pattern],
    body: .logical { arguments, evaluation in
      evaluation.test(arguments) { pattern, text in pattern.matchesWhole(text) }
    })
}
