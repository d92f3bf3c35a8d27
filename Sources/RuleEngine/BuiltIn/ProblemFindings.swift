package import Findings
import SourceText
package import YAML

extension Problem {
  /// The problem as a finding about the file at `path`; `tree` is the file's, when it has one.
  package func finding(path: String, severity: Severity, tree: Tree?) -> Finding {
    let id = BuiltInRules.id(for: kind)
    var draft = Draft(
      rule: id, severity: severity, message: message, path: path, node: node, range: range,
      value: value,
      help: help ?? BuiltInRules.rule(named: id)?.help)
    draft.related =
      related.map { [RelatedPlace(path: path, range: $0.range, message: $0.message)] } ?? []
    if let edit {
      draft.repair = .edit(edit)
      draft.repairTitle = "replace by \(edit.text)"
      // What is text already stays what it is; of a number only its author can tell whether text was meant.
      draft.isSafe = node.flatMap { tree?.kind(of: $0) } == .string
    }
    return FindingCompleter(tree: tree).finding(draft)
  }
}
