import Foundation
import JSONPath
import SourceText
import Testing
import YAML

@Suite struct NormalizedPathTests {
  @Test(
    arguments: [
      ("$.a", #"{"a": 1}"#, "$['a']"), ("$[1]", "[1, 2]", "$[1]"), ("$[-3]", "[1, 2, 3, 4, 5]", "$[2]"),
      ("$.a.b[1:2]", #"{"a": {"b": [1, 2]}}"#, "$['a']['b'][1]"),
      (#"$["\u000B"]"#, #"{"\u000B": 1}"#, #"$['\u000b']"#),
      (#"$["\u0061"]"#, #"{"a": 1}"#, "$['a']"), ("$", "1", "$"),
      (#"$['\b\f\n\r\t\'\\']"#, #"{"\b\f\n\r\t'\\": 1}"#, #"$['\b\f\n\r\t\'\\']"#),
      (#"$['"/é😀']"#, #"{"\"/é😀": 1}"#, #"$['"/é😀']"#),
      (#"$['\u001f\u007f\u0000']"#, #"{"\u001f\u007f\u0000": 1}"#, "$['\\u001f\u{7F}\\u0000']"),
      ("$['1']['true']", "{1: {true: x}}", "$['1']['true']"),
    ])
  func path(_ query: String, _ document: String, _ expected: String) throws {
    let tree = try tree(document)
    let nodes = try Query(query).select(in: tree, root: tree.documents[0].root)
    #expect(nodes.map(tree.normalizedPath) == [expected])
  }

  @Test func aKeyHasThePathOfItsValue() throws {
    let tree = try tree("{a: {b: 1}}")
    let keys = try Query("$..*~", extensions: .names).select(in: tree, root: tree.documents[0].root)
    #expect(keys.map(tree.normalizedPath) == ["$['a']", "$['a']['b']"])
  }

  /// In every sample file each node is found by its path, and by no other.
  @Test func eachNodeHasOnePathThatLeadsToIt() throws {
    let samples = URL(filePath: #filePath).appending(path: "../../../Samples").standardized
    let files =
      FileManager.default.enumerator(at: samples, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" } ?? []
    #expect(!files.isEmpty)
    for file in files {
      let text = try SourceText(fileBytes: Array(Data(contentsOf: file)))
      guard let tree = loadYAML(text).tree else { continue }
      let root = tree.documents[0].root
      let nodes = try Query("$..*").select(in: tree, root: root)
      let paths = nodes.map(tree.normalizedPath)
      #expect(Set(paths).count == nodes.count, "\(file.lastPathComponent)")
      for (node, path) in zip(nodes, paths) {
        #expect(
          try Query(path).select(in: tree, root: root) == [node], "\(path) in \(file.lastPathComponent)")
      }
    }
  }
}
