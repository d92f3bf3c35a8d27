import SourceText
import Testing
import YAML

@Suite("Keys, merge keys and aliases")
struct MappingTests {
  @Test(
    "a key that stands twice is reported at the second, with the first beside it",
    arguments: [
      "⟦a⟧: 1\n⟦a⟧: 2\n", "{⟦a⟧: 1, b: 2, ⟦\"a\"⟧: 3}", "x:\n  ⟦a⟧: 1\n  b: 2\n  ⟦'a'⟧: 3\n",
      "⟦é⟧: 1\n⟦\"\\u00e9\"⟧: 2\n",
      "⟦1⟧: a\n⟦1⟧: b\n", "⟦~⟧: a\n⟦~⟧: b\n",
    ])
  func duplicates(marked: String) throws {
    let marked = Marked(marked)
    let loaded = load(marked.text)
    let problem = try #require(loaded.problems.first)
    #expect(loaded.problems.count == 1)
    #expect(loaded.tree != nil)
    #expect(problem.kind == .duplicateKey)
    #expect(problem.related?.range == marked.ranges[0])
    #expect(problem.range == marked.ranges[1])
  }

  @Test(
    "keys that only look alike are not the same",
    arguments: [
      "1: a\n\"1\": b\n", "a: 1\nA: 2\n", "a: {b: 1}\nb: 1\n", "- a: 1\n- a: 1\n", "? [a]\n: 1\n? [a]\n: 2\n",
    ])
  func different(text: String) {
    #expect(load(text).problems == [])
  }

  @Test("a thousand keys are all compared")
  func manyKeys() {
    let keys = (0..<1_000).map { "key\($0): \($0)\n" }.joined()
    #expect(load(keys).problems == [])
    #expect(load(keys + "key500: 1\n").problems.map(\.value) == ["key500"])
  }

  @Test(
    "merge keys bring the members that are not there",
    arguments: [
      ("- &a {x: 1, y: 2}\n- {<<: *a, y: 3}\n", #"[{"x": 1, "y": 2}, {"x": 1, "y": 3}]"#),
      (
        "- &a {x: 1}\n- &b {x: 2, y: 2}\n- {<<: [*a, *b]}\n",
        #"[{"x": 1}, {"x": 2, "y": 2}, {"x": 1, "y": 2}]"#
      ),
      ("- {<<: {x: 1}, y: 2}\n", #"[{"x": 1, "y": 2}]"#),
      ("- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b}\n", #"[{"x": 1}, {"x": 1, "y": 2}, {"x": 1, "y": 2}]"#),
      ("- {<<: {x: &a [1]}, y: *a}\n", #"[{"x": [1], "y": [1]}]"#),
      ("- {<<: 1}\n", #"[{"<<": 1}]"#),
      ("- {\"<<\": {x: 1}}\n", #"[{"<<": {"x": 1}}]"#),
      ("- {<<: []}\n", "[{}]"),
    ])
  func merges(text: String, json: String) throws {
    let loaded = load(text)
    let tree = try #require(loaded.tree)
    #expect(tree.values == (try JSONDocuments.read(json)).map(\.normalized))
    #expect(loaded.problems == [])
  }

  @Test("keys that are the same text in other bytes are two, with merge keys and among many")
  func keysByBytes() throws {
    let many = (0..<100).map { "key\($0): \($0)\n" }.joined()
    for text in ["<<: {é: 1}\ne\u{301}: 2\n", "é: 1\ne\u{301}: 2\n", many + "é: 1\ne\u{301}: 2\n"] {
      let loaded = load(text)
      let tree = try #require(loaded.tree)
      let keys = tree.members(of: try #require(tree.documents.first).root).map {
        Array(tree.text(of: $0.key).utf8)
      }
      #expect(loaded.problems == [])
      #expect(Set(keys).isSuperset(of: [Array("é".utf8), Array("e\u{301}".utf8)]))
    }
  }

  @Test("a merge key that stands twice is a key that does, and brings what it has all the same")
  func twoMergeKeys() throws {
    let marked = Marked("- &a {x: 1}\n- ⟦<<⟧: *a\n  ⟦<<⟧: {y: 2}\n")
    let loaded = load(marked.text)
    let problem = try #require(loaded.problems.first)
    #expect(loaded.problems.count == 1)
    #expect(problem.kind == .duplicateKey)
    #expect(problem.message == "the key << stands here twice; it is already in line 2")
    #expect(problem.range == marked.ranges[1])
    #expect(problem.related?.range == marked.ranges[0])
    let tree = try #require(loaded.tree)
    #expect(tree.values == (try JSONDocuments.read(#"[{"x": 1}, {"x": 1, "y": 2}]"#)).map(\.normalized))
  }

  @Test(
    "aliases bring what was last named so",
    arguments: [
      ("- &a 1\n- *a\n- &a 2\n- *a\n", "[1, 1, 2, 2]"),
      ("- &a [x]\n- [*a, *a]\n", #"[["x"], [["x"], ["x"]]]"#),
      ("&a a: &b 1\n*a : *b\n", #"{"a": 1, "a": 1}"#), ("- &a\n- *a\n", "[null, null]"),
    ])
  func aliases(text: String, json: String) throws {
    let tree = try #require(load(text).tree)
    #expect(tree.values == (try JSONDocuments.read(json)).map(\.normalized))
  }

  @Test(
    "an alias of nothing before it is refused at its place",
    arguments: ["- ⟦*a⟧\n- &a 1\n", "- &a 1\n---\n- ⟦*a⟧\n", "- &b 1\n- [⟦*a⟧]\n"])
  func undefined(marked: String) {
    let marked = Marked(marked)
    let loaded = load(marked.text)
    #expect(loaded.tree == nil)
    #expect(loaded.problems.map(\.kind) == [.undefinedAlias])
    #expect(loaded.problems.map(\.range) == marked.ranges)
  }

  @Test("an alias inside the node that it names is refused")
  func cycle() {
    let marked = Marked("- &a [b, ⟦*a⟧]\n")
    let loaded = load(marked.text)
    #expect(loaded.tree == nil)
    #expect(loaded.problems.map(\.range) == marked.ranges)
  }
}
