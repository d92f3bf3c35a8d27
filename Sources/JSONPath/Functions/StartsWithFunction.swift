import YAML

extension Function {
  /// Whether a text begins with another; false when one of them is no text. An extension.
  static let startsWith = Function(
    name: "starts_with", parameters: [.value, .value], isExtension: true,
    body: .logical { arguments, evaluation in
      let (text, beginning) = (arguments.value(0, &evaluation), arguments.value(1, &evaluation))
      if text.isUndecided || beginning.isUndecided { return .undecided }
      guard evaluation.kind(of: text) == .string, evaluation.kind(of: beginning) == .string else {
        return .false
      }
      return Outcome3(
        evaluation.withText(of: text) { text in
          evaluation.withText(of: beginning) { beginning in
            guard text.count >= beginning.count else { return false }
            for index in 0..<beginning.count where text[index] != beginning[index] { return false }
            return true
          }
        })
    })
}
