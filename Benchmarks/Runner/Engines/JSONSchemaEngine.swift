import Foundation
import JSONSchema
import SourceText
import YAML

extension Engine {
  static let jsonSchema = Engine(name: "jsonschema") { corpus in
    let file = corpus.package.appendingPathComponent("Benchmarks/peers/activity.schema.json")
    let source = SourceText(fileBytes: [UInt8](try Data(contentsOf: file)))
    guard let tree = loadYAML(source).tree, let root = tree.documents.first?.root else {
      throw Stop("\(file.path) is no schema")
    }
    let uri = "activity.schema.json"
    var library = SchemaLibrary()
    library.add(tree, root: root, uri: uri)
    let ready = library
    let schema = try ready.compile(uri)
    return [
      ("compile, once for all", { keep((try? ready.compile(uri)) == nil ? 0 : 1) }),
      (
        "validate",
        {
          for tree in corpus.activities {
            for document in tree.documents { keep(schema.isValid(document.root, in: tree) ? 1 : 0) }
          }
        }
      ),
    ]
  }
}
