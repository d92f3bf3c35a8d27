import JSONPath
import SourceText
import Testing
import YAML

@Suite("Paths of a table")
struct PathTableTests {
  private static let queries = [
    "$", "$.a", "$.b[*]", "$.b[:]", "$.c.d", "$.c[*]", "$[*]", "$[0]", "$[:]", "$.b[*].e", "$.b[0]", "$['']",
    "$.f.*.*",
    "$.a[*]", "$.c.d[*]",
  ]

  private static let documents = [
    "{a: 1, b: [x, {e: 2}, [3]], c: {d: [4, 5], g: 6}, f: {h: {i: 7}}}",
    // The first of two members counts, and keys that are no scalars have no name.
    "{a: 1, a: 2, ? [x] : 3, ? {} : 4, '': 5, b: {y: 6}, c: [7]}",
    "{? [] : 1, a: [8]}", "[a, b]", "a", "{}", "{<<: {a: 1, b: [2]}, c: 3}",
  ]

  @Test("lead where the queries lead, whether it is known where they begin or not", arguments: documents)
  func leads(_ text: String) throws {
    let tree = try #require(loadYAML(SourceText(text)).tree)
    var table = PathTable()
    // More names than are found in one walk, some of them at the end.
    let all = Self.queries + (0..<40).map { "$.n\($0)" } + ["$.z", "$.b[*]"]
    let entries = try all.map { query in
      let entry = table.add(try Query(query))
      return try #require(entry)
    }
    var known = PathTable.Beginnings()
    // What was known of another document must be forgotten.
    let other = try #require(loadYAML(SourceText("{a: {b: 1}, z: 1, b: [1, 2, 3, 4]}")).tree)
    table.find(&known, in: other, root: other.documents[0].root)
    let root = tree.documents[0].root
    table.find(&known, in: tree, root: root)
    for (query, entry) in zip(all, entries) {
      let expected = try Query(query).select(in: tree, root: root)
      for beginnings in [PathTable.Beginnings(), known] {
        var nodes: [NodeID] = [root]
        table.appendNodes(of: entry, in: tree, root: root, current: root, beginnings, to: &nodes)
        #expect(nodes == [root] + expected, "\(query)")
        guard !query.contains("*"), !query.contains(":") else { continue }
        #expect(table.node(of: entry, in: tree, root: root, current: root, beginnings) == expected.first)
      }
    }
  }
}
