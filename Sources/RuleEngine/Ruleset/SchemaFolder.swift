import Findings
import JSONSchema
import SourceText
import Spelling
import YAML

/// The schemas of a ruleset's folder, which may refer to each other by their paths.
struct SchemaFolder: Sendable {
  /// What the path of a schema begins with to be a URI. References between schemas are resolved against it.
  private static let base = "ruleset:///"

  private(set) var files: [String: RulesetFile] = [:]
  private var library = SchemaLibrary()
  private var compiled: [String: Schema] = [:]

  /// The paths of the schemas, sorted.
  var paths: [String] { files.keys.sorted() }

  mutating func add(_ file: RulesetFile) {
    files[file.path] = file
    library.add(file.tree, root: file.root, uri: SchemaFolder.base + file.path)
  }

  /// Compiles every schema, so that a mistake is found also in one that no rule uses.
  mutating func compileAll(_ mistakes: inout Mistakes) {
    var options = SchemaOptions()
    options.assertFormats = true
    library.prepare()
    for path in paths {
      do {
        let schema = try library.compile(SchemaFolder.base + path, options: options)
        compiled[path] = schema
        for hint in schema.hints { add(hint, compiling: path, as: .warning, &mistakes) }
      } catch {
        for error in [error] + error.others { add(error, compiling: path, &mistakes) }
      }
    }
  }

  private func add(
    _ error: SchemaError, compiling path: String, as severity: Severity = .error, _ mistakes: inout Mistakes
  ) {
    let uri = error.uri.split(separator: "#", maxSplits: 1).first.map(String.init) ?? ""
    let named =
      uri.hasPrefix(SchemaFolder.base) ? files[String(uri.dropFirst(SchemaFolder.base.count))] : nil
    guard let file = named ?? files[path] else { return }
    // The author wrote paths, from the file's own folder; the base is our matter.
    let folder = SchemaFolder.base + file.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    mistakes.add(
      error.message.replacing(SchemaFolder.base, with: ""), in: file, at: error.range,
      suggestions: error.suggestions.map {
        $0.replacing(folder, with: "").replacing(SchemaFolder.base, with: "/")
      },
      help: error.help, severity: severity)
  }

  /// The schema that a rule names `name`: by its path from the ruleset's folder, or from `schemas/`.
  func path(named name: String) -> String? {
    let name = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    return [name, "schemas/" + name].first { files[$0] != nil }
  }

  /// The schema of a file; nothing when it is wrong.
  func schema(at path: String) -> Schema? { compiled[path] }
}
