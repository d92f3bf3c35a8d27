import Findings
import JSONSchema
import SourceText
import Spelling
import YAML

/// `schema: FILE`: each node is valid under a JSON Schema of the ruleset.
struct SchemaRule: RuleKind {
  static let name = "schema"

  let schema: Schema
  /// The schema's file, from the ruleset's folder.
  let path: String

  var isAboutForm: Bool { true }

  /// Whether the rule of a file needs the ruleset's schemas.
  static func isIn(_ file: RulesetFile) -> Bool { file.tree.value(name, of: file.root) != nil }

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    let folder = reading.around.schemas
    guard reading.tree.hasText(node) else {
      reading.mistake("schema is the name of a file in schemas/", at: node)
      return nil
    }
    let name = reading.tree.text(of: node)
    guard let path = folder.path(named: name) else {
      let candidates = folder.paths + folder.paths.map { String($0.dropFirst("schemas/".count)) }
      let closest = Closest.matches(to: name, among: candidates)
      reading.mistake(
        "there is no schema \(name)" + Fields.didYouMean(closest), at: node, suggestions: closest,
        help: folder.paths.isEmpty
          ? "put it into schemas/" : "schemas/ has \(folder.paths.joined(separator: ", "))")
      return nil
    }
    // A schema that is wrong has its own mistakes.
    guard let schema = folder.schema(at: path) else { return nil }
    self.schema = schema
    self.path = path
  }

  func check(_ nodes: [NodeID], _ check: inout DocumentCheck) {
    for node in nodes where !schema.isValid(node, in: check.tree) {
      let result = schema.validate(node, in: check.tree)
      for failure in result.failures { check.drafts.append(draft(failure, check)) }
      if check.checked.severity == .error { check.doubts.add(result.failures, in: check.tree) }
      for undecided in result.undecided { check.cannotSay(undecided.message) }
    }
  }

  private func draft(_ failure: SchemaFailure, _ check: DocumentCheck) -> Draft {
    var values = MessageTemplate.Values()
    values.closest = failure.suggestions.first ?? "nothing"
    values.expected = failure.message
    values.actual = failure.value
    var draft = check.draft(
      at: failure.range, node: failure.node, value: failure.value, message: failure.message,
      help: failure.help, values: values)
    draft.suggestions = failure.suggestions.map { Suggestion($0) }
    return draft
  }
}
