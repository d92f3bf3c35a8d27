import YAML

extension Function {
  /// Whether a text begins with another; false when one of them is no text. An extension.
  static let startsWith = Function(
    name: "starts_with", parameters: [.value, .value], isExtension: true,
    body: .logical { arguments, evaluation in
      let (text, beginning) = (arguments.value(0, &evaluation), arguments.value(1, &evaluation))
      if text.isUndecided || beginning.isUndecided { return .undecided }
      let tree = evaluation.tree
      guard tree.kind(of: text) == .string, tree.kind(of: beginning) == .string else { return .false }
      return Outcome3(
        tree.withText(of: text) { text in
          tree.withText(of: beginning) { text.extracting(first: $0.count).isEqual(to: $0) }
        })
    })
}
