import Findings
import JSONPath
import SourceText
import YAML

/// `assert: EXPRESSION`: an RFC 9535 logical expression is true of each node, `@` being the node.
struct AssertRule: RuleKind {
  static let name = "assert"

  private let expression: LogicalExpression

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    guard reading.tree.hasText(node) else {
      reading.mistake(
        "assert is an expression such as @.start <= @.end, but "
          + "\(Fields.name(of: reading.tree.kind(of: node))) is here", at: node)
      return nil
    }
    do {
      expression = try LogicalExpression(reading.tree.text(of: node), extensions: .ruleset)
    } catch {
      reading.mistake(error, at: node)
      return nil
    }
  }

  func check(_ nodes: [NodeID], _ check: inout DocumentCheck) {
    var run = expression.run(in: check.tree, root: check.root, count: nodes.count)
    for node in nodes {
      switch run.evaluate(node) {
      case .true: continue
      case .false:
        // What a schema misses there would decide it.
        guard !check.doubts.concern(expression, of: node, in: check.tree) else { continue }
        var draft = draft(node, check)
        draft.judgement = .conclusion
        draft.basis = expression.nodesRead(in: check.tree, root: check.root, current: node)
        check.drafts.append(draft)
      case .undecided: check.cannotSay("a pattern of the rule takes too long to match")
      }
    }
  }

  private func draft(_ node: NodeID, _ check: DocumentCheck) -> Draft {
    let value = check.tree.hasText(node) ? check.tree.text(of: node) : nil
    var values = MessageTemplate.Values()
    values.expected = expression.text
    values.actual = value
    // The rule's summary says what should be, in its author's words.
    let summary = check.rule.summary.withSmallBeginning
    return check.draft(
      at: check.tree.keyOrNode(node), node: node, value: value, message: "this is not so here: \(summary)",
      help: check.rule.message == nil
        ? "correct it; what must be true is \(expression.text)" : "correct it, so that \(summary)",
      values: values)
  }
}

extension String {
  /// The sentence inside another: with a small first letter, unless the first word is a code or in capitals.
  fileprivate var withSmallBeginning: String {
    let second = dropFirst().first
    guard let first, second?.isUppercase != true, second?.isNumber != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
