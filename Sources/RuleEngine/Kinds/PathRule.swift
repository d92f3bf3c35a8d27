import Findings
import SourceText
import Spelling
import YAML

/// `path: TEMPLATE`, or a list: the file's path is made of values of the document.
struct PathRule: RuleKind {
  static let name = "path"

  private let templates: [PathTemplate]

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    let nodes = Fields.list(node, in: reading.tree)
    if nodes.isEmpty { reading.mistake("at least one template is needed", at: node) }
    var templates: [PathTemplate] = []
    for node in nodes {
      guard reading.tree.hasText(node) else {
        reading.mistake(
          "a template for paths is a text such as activities/{$.date}-*.yaml", at: node)
        continue
      }
      do {
        let template = try PathTemplate(reading.tree.text(of: node))
        templates.append(template)
        PathRule.requireFile(for: template, node, &reading)
      } catch {
        reading.mistake(error, at: node)
      }
    }
    guard templates.count == nodes.count, !templates.isEmpty else { return nil }
    self.templates = templates
  }

  /// A template that no file of the rule's sources can match is one of another place, or misspelt.
  private static func requireFile(
    for template: PathTemplate, _ node: NodeID, _ reading: inout RuleReading
  ) {
    let sources = reading.scopes.map { reading.around.sources[$0.source] }
    let globs = sources.flatMap(\.files).filter { !$0.isExclusion }
    let shape = PathShape(template)
    guard !sources.isEmpty,
      !globs.contains(where: { $0.alternatives.contains { PathShape($0).meets(shape) } })
    else { return }
    let names = sources.map(\.name).uniqued.joined(separator: " or ")
    reading.mistake(
      "no file of \(names) can match this template", at: node,
      help: "its files are \(globs.map(\.pattern).uniqued.joined(separator: ", "))")
  }

  /// The templates with their values; nothing when one of them is `path`.
  private func filled(_ check: DocumentCheck, _ node: NodeID, unless path: Span<UInt8>) -> [FilledPath]? {
    var all: [FilledPath] = []
    for template in templates {
      guard let filled = template.filled(in: check.tree, root: check.root, current: node) else { continue }
      if filled.matches(path) { return nil }
      all.append(filled)
    }
    return all
  }

  func check(_ nodes: [NodeID], _ check: inout DocumentCheck) {
    let path = check.path.normalizedC
    for node in nodes {
      guard let filled = filled(check, node, unless: path.utf8Span.span), let first = filled.first else {
        continue
      }
      let wanted = filled.map(\.shown).uniqued.joined(separator: " or ")
      var values = MessageTemplate.Values()
      values.expected = wanted
      values.actual = check.path
      let range =
        first.place.map { check.tree.range(of: $0) } ?? check.tree.firstLine(ofDocument: check.root)
      let value = first.place.map { check.tree.text(of: $0) }
      var draft = check.draft(
        at: range, node: first.place ?? check.root, value: value,
        message: "the file is \(check.path), but should be \(wanted)",
        help: first.place == nil ? "rename the file" : "rename the file, or correct the value",
        values: values)
      draft.judgement = .arrangement
      draft.basis = filled.flatMap(\.places)
      check.drafts.append(draft)
    }
  }
}
