import SourceText
import YAML

/// What a text gives as YAML.
func load(_ text: String, limits: Limits = Limits()) -> LoadedFile {
  loadYAML(SourceText(text), limits: limits)
}

extension Tree {
  /// The documents as values of JSON, numbers in one form.
  var values: [JSONDocuments.Value] { documents.map { value(of: $0.root) } }

  private func value(of node: NodeID) -> JSONDocuments.Value {
    switch kind(of: node) {
    case .null: .null
    case .boolean: .boolean(boolean(of: node) == true)
    case .integer, .float: .number(number(of: node).map(\.description) ?? "none")
    case .string: .string(text(of: node))
    case .sequence: .list(elements(of: node).map { value(of: $0) })
    case .mapping:
      .mapping(
        members(of: node)
          .map { JSONDocuments.Member(name: text(of: $0.key), value: value(of: $0.value)) }
          .sorted { $0.name < $1.name })
    }
  }
}

extension JSONDocuments.Value {
  /// The same value with its numbers in one form.
  var normalized: JSONDocuments.Value {
    switch self {
    case .number(let text): .number(Number(coreSchema: text).map(\.description) ?? text)
    case .list(let elements): .list(elements.map(\.normalized))
    case .mapping(let members):
      .mapping(members.map { JSONDocuments.Member(name: $0.name, value: $0.value.normalized) })
    case .null, .boolean, .string: self
    }
  }
}
