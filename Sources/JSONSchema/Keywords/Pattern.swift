import Patterns
import YAML

extension Keyword {
  /// A regular expression of ECMA-262, with its flag `u`, that must match somewhere in a text.
  /// (Validation, section 6.3.3.)
  static let pattern = Keyword(name: "pattern", vocabulary: .validation) { value, compiler in
    guard let text = compiler.text(value) else { return [] }
    return compiler.pattern(text, in: value, at: value.node).map { [PatternCheck(pattern: $0)] } ?? []
  }
}

/// A text has a match.
struct PatternCheck: Assertion {
  let pattern: Pattern
  var keyword: String { "pattern" }
  var cost: Cost { .text }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .string else { return .valid }
    return run.search(pattern, in: instance.node)
  }

  func fault(of instance: Instance, in tree: Tree) -> Fault { .noMatch(pattern: pattern.source) }
}

extension Run {
  /// Whether the text of a scalar has a match; undecided when the pattern takes too long.
  mutating func search(_ pattern: Pattern, in node: NodeID) -> Verdict {
    guard mayTryPattern else { return .undecided }
    switch tree.withText(of: node, { pattern.search($0) }) {
    case .matches: return .valid
    case .doesNotMatch: return .invalid
    case .gaveUp:
      patternGaveUp()
      return .undecided
    }
  }
}
