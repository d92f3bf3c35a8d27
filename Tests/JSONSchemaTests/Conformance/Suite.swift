import Foundation
import JSONSchema
import SourceText
import Testing
import YAML

/// The cases of JSON-Schema-Test-Suite that lie beside the project, when they do.
enum Suite {
  /// One case: a value, and whether it is valid.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let group: String
    let name: String
    let tree: Tree
    let schema: NodeID
    let data: NodeID
    let isValid: Bool

    var testDescription: String { "\(file): \(group): \(name)" }
  }

  static let root = folder("conformance/json-schema")
  static let isThere = root != nil

  /// A folder of `shared`, which lies beside the project or beside the folder that it is in.
  static func folder(_ path: String) -> URL? {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = project.deletingLastPathComponent().appending(path: "shared").appending(path: path)
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  static let required = cases(in: "draft2020-12")
  static let optional = cases(in: "draft2020-12/optional")
  static let formats = cases(in: "draft2020-12/optional/format")

  private static func cases(in path: String) -> [Case] {
    guard let folder = root?.appending(path: path),
      let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else { return [] }
    return files.filter { $0.hasSuffix(".json") }.sorted().flatMap { cases(of: folder.appending(path: $0)) }
  }

  private static func cases(of file: URL) -> [Case] {
    guard let data = try? Data(contentsOf: file),
      let tree = loadYAML(SourceText(fileBytes: Array(data))).tree
    else { return [] }
    var cases: [Case] = []
    for group in tree.elements(of: tree.documents[0].root) {
      guard let schema = tree.value("schema", of: group), let tests = tree.value("tests", of: group) else {
        continue
      }
      for test in tree.elements(of: tests) {
        guard let data = tree.value("data", of: test), let isValid = tree.value("valid", of: test) else {
          continue
        }
        cases.append(
          Case(
            file: file.lastPathComponent, group: text("description", of: group, in: tree),
            name: text("description", of: test, in: tree), tree: tree, schema: schema, data: data,
            isValid: tree.boolean(of: isValid) == true))
      }
    }
    return cases
  }

  private static func text(_ name: String, of node: NodeID, in tree: Tree) -> String {
    tree.value(name, of: node).map { tree.text(of: $0) } ?? ""
  }

  /// What `http://localhost:1234/` stands for.
  static func remote(_ uri: String) -> LoadedFile? {
    let prefix = "http://localhost:1234/"
    guard uri.hasPrefix(prefix), let root,
      let data = try? Data(contentsOf: root.appending(path: "remotes/" + uri.dropFirst(prefix.count)))
    else { return nil }
    return loadYAML(SourceText(fileBytes: Array(data)))
  }

  /// The schema of a case.
  static func compile(_ test: Case, assertFormats: Bool = false) throws -> Schema {
    var library = SchemaLibrary(load: { remote($0) })
    library.add(test.tree, root: test.schema, uri: "suite:case")
    return try library.compile("suite:case", options: SchemaOptions(assertFormats: assertFormats))
  }
}
