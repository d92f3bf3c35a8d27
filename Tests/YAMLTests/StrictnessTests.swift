import SourceText
import Testing
import YAML

/// What libyaml accepts and YAML 1.2 does not, and what looks like it and is fine.
@Suite("Strictness beyond libyaml")
struct StrictnessTests {
  @Test(
    "what YAML 1.2 does not allow is refused at the exact place",
    arguments: [
      // Comments need a space before them.
      "a: \"b\"⟦#⟧ c\n",
      "a: [b]⟦#⟧ c\n",
      "a: [b,⟦#⟧ c\n  d]\n",
      "a: [⟦#⟧ c\n  d]\n",
      "a: |⟦#⟧ c\n  text\n",
      "a: |-⟦#⟧ c\n  text\n",
      "%YAML 1.2⟦#⟧ c\n---\na\n",
      // Indentation in brackets and quotes.
      "a: [b,\n⟦c⟧]\n",
      "a: [b,\n\t⟦c⟧]\n",
      "a:\n  b: [c,\n  ⟦d⟧]\n",
      "- [a,\n⟦b⟧]\n",
      "a: {b: c,\n⟦d⟧: e,\nf: g}\n",
      "a: [b\n⟦,⟧ c]\n",
      "a: [b: c\n⟦,⟧ d]\n",
      "a: [b\n⟦c⟧]\n",
      "a: \"b\n⟦c⟧\"\n",
      "a: \"b\n\t⟦c⟧\"\n",
      "a: \"b\n⟦\t⟧\n c\"\n",
      "a: 'b\n\n⟦c⟧'\n",
      "a:\n  b: 'c\n  ⟦d⟧'\n",
      "a: [\"b\n⟦c⟧\"]\n",
      "a:\n⟦|⟧\n text\n",
      // Texts after | and >.
      "a: |\n     \n  ⟦t⟧ext\n",
      "a: >\n   \n \n  ⟦#⟧ text\n",
      "--- |\n⟦#⟧ text\n",
      "--- >\n⟦%⟧YAML 1.2\n---\nb\n",
      "--- |1⟦⟧\n text\n",
      "- |+\n⟦   ⟧",
      "a: >+2\n  b\n\n⟦ ⟧",
      // Indicators in brackets.
      "[⟦-⟧]\n",
      "[a, ⟦-⟧, b]\n",
      "{⟦?⟧a: b}\n",
      "[a, ⟦?⟧b#c]\n",
      "[⟦?⟧a: b]\n",
      "&a a: {*a ⟦:⟧b}\n",
      "[!!str ⟦:⟧b]\n",
      // Names.
      "&a⟦:⟧ b\n",
      "a: &a b\nc: [*a⟦:⟧ d]\n",
      "a: &a⟦:⟧ b\n",
      "!!st⟦!⟧!str a\n",
      "%TAG !a! tag:example.com,2000:\n---\n- !a!b⟦!⟧c d\n",
      "[!.⟦!⟧a b]\n",
      // Documents and directives.
      "a\n... ⟦b⟧\n",
      "---\na: b # c\n⟦%YAML 1.2⟧\n---\nd: e\n",
      "---\n⟦%TAG ! tag:example.com,2000:⟧\n---\na\n",
      "-\n⟦%YAML 1.2⟧\n---\na\n",
      "? a\n:\n⟦%YAML 1.2⟧\n---\na\n",
      "&a\n⟦%YAML 1.2⟧\n---\na\n",
      "a: b\n⟦\u{FEFF}⟧# c\n",
      "[a,\n⟦\u{FEFF}⟧b]\n",
    ])
  func refused(marked: String) {
    let marked = Marked(marked)
    let loaded = load(marked.text)
    #expect(loaded.tree == nil)
    let fatal = loaded.problems.filter(\.kind.isFatal)
    #expect(fatal.first?.range == marked.ranges.first)
    #expect(fatal.allSatisfy { $0.kind == .syntax || $0.kind == .encoding })
  }

  @Test(
    "what only looks like it is read",
    arguments: [
      ("a: b#c\n", #"{"a": "b#c"}"#),
      ("a: [b # c\n  , d]\n", #"{"a": ["b", "d"]}"#),
      ("a: [\n# left\n  b,\n\n  c\n]\n", #"{"a": ["b", "c"]}"#),
      ("a: {\n  b: c\n}\nd: e\n", #"{"a": {"b": "c"}, "d": "e"}"#),
      ("[a,\nb,\n\tc]\n", #"["a", "b", "c"]"#),
      ("{\n\t\"a\": [\n\t\t1\n\t]\n}\n", #"{"a": [1]}"#),
      ("- [a,\n b]\n", #"[["a", "b"]]"#),
      ("- - [a,\n   b]\n", #"[[["a", "b"]]]"#),
      ("a: [b,\n \tc]\n", #"{"a": ["b", "c"]}"#),
      ("\"a\nb\"\n", #""a b""#),
      ("a: \"b\n\n c\"\n", #"{"a": "b\nc"}"#),
      ("a: \"b\n \tc\"\n", #"{"a": "b c"}"#),
      ("a:\n- 'b\n c'\n", #"{"a": ["b c"]}"#),
      ("a:\n |\n text\n", #"{"a": "text\n"}"#),
      ("a: |\n\n   \n   text\n", #"{"a": "\n\ntext\n"}"#),
      ("a: |2\n     \n  text\n", #"{"a": "   \ntext\n"}"#),
      ("a: |\n   \nb: c\n", #"{"a": "", "b": "c"}"#),
      ("a: |1\n text\n", #"{"a": "text\n"}"#),
      ("--- |1-\n", #""""#),
      ("--- |\n...\n", #""""#),
      ("- |+\n   \n", #"["\n"]"#),
      ("- |+\n a\n", #"["a\n"]"#),
      ("- |+\n a", #"["a"]"#),
      ("- |\n   ", #"[""]"#),
      ("--- |\n--- b\n", #""" "b""#),
      ("[-a, - b]\n", nil),
      ("[-1, -a]\n", #"[-1, "-a"]"#),
      ("a: [b: c\n , d]\n", #"{"a": [{"b": "c"}, "d"]}"#),
      ("[a: [b], f: {c: d} , \"g\":h ]\n", #"[{"a": ["b"]}, {"f": {"c": "d"}}, {"g": "h"}]"#),
      ("[? a : b]\n", #"[{"a": "b"}]"#),
      ("\"a\n\t\nb\"\n", #""a\nb""#),
      ("a: \"b\n \t\n c\"\n", #"{"a": "b\nc"}"#),
      ("[? a, b]\n", #"[{"a": null}, "b"]"#),
      ("{\"a\":b, 'c' :d}\n", #"{"a": "b", "c": "d"}"#),
      ("[a:b, c::d]\n", #"["a:b", "c::d"]"#),
      ("a: &a b\n*a : c\n", #"{"a": "b", "b": "c"}"#),
      ("a: &a b\nc: [*a,*a]\n", #"{"a": "b", "c": ["b", "b"]}"#),
      ("a\n... # c\n", #""a""#),
      ("%YAML 1.2\n---\na\n...\n%YAML 1.2 # c\n---\nb\n", #""a" "b""#),
      ("a\n%b\n", #""a %b""#),
      (
        "%TAG !a-b! tag:example.com,2000:\n---\n- !a-b!c d\n- !e f\n- ! g\n- !!str h\n- !<tag:!i!j> k\n",
        #"["d", "f", "g", "h", "k"]"#
      ),
      ("a: \"\u{FEFF}b\"\n", "{\"a\": \"\u{FEFF}b\"}"),
    ] as [(String, String?)])
  func read(text: String, json: String?) throws {
    let loaded = load(text)
    guard let json else {
      #expect(loaded.tree == nil)
      return
    }
    let tree = try #require(loaded.tree, "refused: \(loaded.problems)")
    #expect(tree.values == (try JSONDocuments.read(json)).map(\.normalized))
  }
}
