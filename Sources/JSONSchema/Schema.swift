package import YAML

/// A schema, ready to hold values against, as often as wanted, from any thread.
package struct Schema: Sendable {
  let plan: Plan

  /// The schema document's own title.
  package var title: String? { plan.notes[0].title }

  /// The schema document's own description.
  package var description: String? { plan.notes[0].description }

  /// Keywords and formats that are probably misspelt. A schema may have any others, so it is right all the same.
  package var hints: [SchemaError] { plan.hints }

  /// Whether the value `node` of `tree` is certainly valid: false as well when a limit was reached first.
  package func isValid(_ node: NodeID, in tree: Tree) -> Bool {
    verdict(node, in: tree) == .valid
  }

  /// What is wrong with the value `node` of `tree`, if anything.
  package func validate(_ node: NodeID, in tree: Tree) -> SchemaResult {
    verdict(node, in: tree) == .valid ? SchemaResult() : explanation(node, in: tree)
  }

  private func verdict(_ node: NodeID, in tree: Tree) -> Verdict {
    var run = Run(tree, node: node, options: plan.options)
    defer { run.scratch.handOn() }
    return plan.verdict(of: .root(node, in: tree), under: 0, run: &run)
  }

  private func explanation(_ node: NodeID, in tree: Tree) -> SchemaResult {
    var run = Run(tree, node: node, options: plan.options)
    defer { run.scratch.handOn() }
    var report = Explanation()
    plan.explain(.root(node, in: tree), under: 0, run: &run, report: &report)
    return Wording(plan: plan, tree: tree, isExhausted: run.isExhausted).result(report, root: node)
  }
}
