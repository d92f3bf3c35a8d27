import Findings
import RuleEngine
import SourceText
import Testing

@Suite("Facts")
struct FactTests {
  private static let ruleset = ruleset([
    "ruleset.yaml": """
    ruleset: test
    sources: {a: {files: ["*.yaml"]}}
    indexes: {x: {source: a, select: "$.x[*]", key: "@.k", aliases: "@.l[*]", label: "@.t"}}
    """,
    "known.yaml": "summary: S\nsource: a\nselect: $.refs[*]\nreference: {index: x}\n",
    "once.yaml": "summary: S\nsource: a\nselect: $.x[*]\nunique: {key: ['@.t']}\n",
  ])

  private static func ruleset(_ files: [String: String]) -> Ruleset? {
    Ruleset.read(RulesetFiles(origin: "", files: files.mapValues { Array($0.utf8) })).ruleset
  }

  private static let files = [
    "a.yaml": "x: [{k: A, t: É}, {k: B, l: [C, D]}]\nrefs: [A, E]\n", "b.yaml": "refs: [C, a, F]\n",
    "c.yaml": "x: [{k: G, t: E\u{301}}]\n",
  ]

  private func facts(_ path: String, _ text: String, _ ruleset: Ruleset) -> FileFacts {
    FileChecker(ruleset, RulesInForce(ruleset)).check(SourceText(text), path: path, sources: [0])
      .facts
  }

  @Test("come back from their bytes, and no damaged form is believed or harmful")
  func coding() throws {
    let ruleset = try #require(Self.ruleset)
    let facts = facts("a.yaml", Self.files["a.yaml"] ?? "", ruleset)
    let bytes = facts.encode()
    #expect(FileFacts.decode(bytes, for: ruleset) == facts)
    for count in 0..<bytes.count {
      #expect(FileFacts.decode(bytes.prefix(count), for: ruleset) == nil)
    }
    #expect(FileFacts.decode(bytes + [0], for: ruleset) == nil)
    for index in bytes.indices {
      for change in [1, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[index] ^= change
        // What is not refused is joined without harm.
        guard let decoded = FileFacts.decode(damaged, for: ruleset) else { continue }
        _ = Join(ruleset, RulesInForce(ruleset)).run(FactStore([decoded], for: ruleset))
      }
    }
  }

  @Test("a value far into a large file is found where it stands, also after edits")
  func farValues() throws {
    let ruleset = try #require(Self.ruleset)
    func text(_ count: Int) -> String {
      "refs: [\((0..<count).map { "wrong\($0 % 7)-\($0)" }.joined(separator: ", "))]\n"
    }
    func marked(_ store: FactStore, _ text: String) -> [String] {
      let source = SourceText(text)
      let drafts = Join(ruleset, RulesInForce(ruleset)).run(store).drafts.values.flatMap(\.self).sorted()
      return drafts.map { source.text(in: $0.range) }
    }
    func expected(_ count: Int) -> [String] { (0..<count).map { "wrong\($0 % 7)-\($0)" } }
    let known = facts("k.yaml", "x: [{k: A}]\n", ruleset)
    var store = FactStore([known, facts("a.yaml", text(2_000), ruleset)], for: ruleset)
    #expect(marked(store, text(2_000)) == expected(2_000))
    for count in [1_999, 3, 2_500, 2_500, 700] {
      store.replace(with: facts("a.yaml", text(count), ruleset))
      #expect(marked(store, text(count)) == expected(count), "\(count)")
    }
  }

  /// A rule over several queries, whose nodes stand in each other or are the same.
  private static let merged = ruleset([
    "ruleset.yaml": "ruleset: test\nsources: {a: {files: ['*.yaml']}}\n",
    "once.yaml": """
    summary: S
    on:
      - {source: a, select: "$.x[*]"}
      - {source: a, select: "$.y[*]"}
      - {source: a, select: "$..[?@ == 'q']"}
    unique: {key: ["@"], within: file}
    """,
  ])

  @Test(
    "rows of several queries come by place, each node once",
    arguments: [
      // One after the other, the second first, in each other, the same node by two queries, each once.
      ("x: [a, b]\ny: [b, c]\n", ["b"], [14]),
      ("y: [b, c]\nx: [a, b]\n", ["b"], [17]),
      ("y: [q, c]\nx: [c, q]\n", ["c", "q"], [14, 17]),
      ("x: [q]\nz: q\n", ["q"], [10]),
      ("x: [q, a]\n", [], []),
    ] as [(String, [String], [Int])], [0, 70_000])
  func orderOfQueries(_ rows: (text: String, values: [String], starts: [Int]), nodesBefore: Int) throws {
    let ruleset = try #require(Self.merged)
    // So many nodes that the numbers of those behind them are not kept exactly.
    let before = nodesBefore == 0 ? "" : "n: [\(String(repeating: "1, ", count: nodesBefore))1]\n"
    let source = SourceText(before + rows.text)
    let store = FactStore([facts("a.yaml", before + rows.text, ruleset)], for: ruleset)
    let drafts = Join(ruleset, RulesInForce(ruleset)).run(store).drafts.values.flatMap(\.self).sorted()
    #expect(drafts.map { source.text(in: $0.range) } == rows.values)
    #expect(drafts.map { $0.range.start - before.utf8.count } == rows.starts)
  }

  @Test("a store and a copy that has changed do not mix up where values stand", arguments: [true, false])
  func copies(olderFirst: Bool) throws {
    let ruleset = try #require(Self.ruleset)
    func text(_ count: Int) -> String { "refs: [\((0..<count).map { "w\($0)" }.joined(separator: ", "))]\n" }
    func check(_ store: FactStore, _ count: Int) {
      let source = SourceText(text(count))
      let drafts = Join(ruleset, RulesInForce(ruleset)).run(store).drafts.values.flatMap(\.self).sorted()
      #expect(drafts.map { source.text(in: $0.range) } == (0..<count).map { "w\($0)" })
    }
    let known = facts("k.yaml", "x: [{k: A}]\n", ruleset)
    let older = FactStore([known, facts("a.yaml", text(700), ruleset)], for: ruleset)
    var newer = older
    newer.replace(with: facts("a.yaml", text(2_500), ruleset))
    var newest = newer
    newest.remove("a.yaml")
    newest.replace(with: facts("a.yaml", text(900), ruleset))
    let stores = [(older, 700), (newer, 2_500), (newest, 900)]
    for (store, count) in olderFirst ? stores : stores.reversed() { check(store, count) }
  }

  @Test("join to the same whatever the order in which they come, and one file's can be replaced")
  func order() throws {
    let ruleset = try #require(Self.ruleset)
    let all = Self.files.map { facts($0.key, $0.value, ruleset) }
    func messages(_ store: FactStore) -> [String] {
      let drafts = Join(ruleset, RulesInForce(ruleset)).run(store).drafts.values.flatMap(\.self)
        .sorted()
      return drafts.map { "\($0.path) \($0.range.start): \($0.message)" }
    }
    let expected = messages(FactStore(all, for: ruleset))
    #expect(
      expected == [
        "a.yaml 48: E is no x", "b.yaml 7: C is another name of the x B",
        "b.yaml 10: a is no x; it is spelt A", "b.yaml 13: F is no x",
        "c.yaml 14: É is here a second time, but may be there only once",
      ])
    for _ in 0..<10 { #expect(messages(FactStore(all.shuffled(), for: ruleset)) == expected) }
    var store = FactStore([], for: ruleset)
    for facts in all.shuffled() { store.replace(with: facts) }
    #expect(messages(store) == expected)
    store.replace(with: facts("b.yaml", "refs: [A]\n", ruleset))
    #expect(messages(store) == expected.filter { !$0.hasPrefix("b.yaml") })
    store.remove("c.yaml")
    #expect(messages(store) == expected.filter { $0.hasPrefix("a.yaml") })
    #expect(store.facts(of: "c.yaml") == nil)
    #expect(store.facts(of: "a.yaml") == all.first { $0.path == "a.yaml" })
  }

  @Test("say which rules selected something")
  func selecting() throws {
    let ruleset = try #require(Self.ruleset)
    #expect(ruleset.rules.map(\.id) == ["known", "once"])
    let b = facts("b.yaml", Self.files["b.yaml"] ?? "", ruleset)
    #expect(b.isSelecting(0))
    #expect(!b.isSelecting(1))
    #expect(!b.isSelecting(1_000))
  }

  @Test(
    "of keys that are compared in their file are kept where one may stand twice",
    arguments: [
      ("a: [x, y]\nb: [z]\n", false), ("a: [x, y]\nb: [x]\n", true), ("a: [x, y, x]\n", true),
      ("a: [1, '1', 1.5]\n", false), ("a: [1, 1.0]\n", true), ("a: ['É', \"E\\u0301\"]\n", true),
      ("a: [{k: 1, l: 2}, {l: 2}]\n", false), ("a: [{k: 1, l: 2}, {l: 2, k: 0x1}]\n", true),
      ("a: [null, 'null']\n", false), ("a: [null, ~]\n", true), ("t: 1\na: [x]\n---\nt: 2\na: [x]\n", false),
      ("t: 1\na: [x]\n---\nt: 1\na: [x]\n", true), ("a: [x]\n---\na: [x]\n", true),
      ("a: [\((0..<40).map { "v\($0)" }.joined(separator: ", "))]\n", false),
      ("a: [\((0..<40).map { "v\($0 % 39)" }.joined(separator: ", "))]\n", true), ("t: 1\n", false),
    ])
  func fileKeys(_ text: String, isKept: Bool) throws {
    let ruleset = try #require(
      Self.ruleset([
        "ruleset.yaml": "ruleset: test\nsources: {a: {files: ['*.yaml']}}\n",
        "once.yaml": """
        summary: S
        on: [{source: a, select: "$.a[*]"}, {source: a, select: "$.b[*]"}]
        unique: {key: ["@", $.t], within: file}
        """,
      ]))
    let facts = facts("a.yaml", text, ruleset)
    let store = FactStore([facts], for: ruleset)
    #expect(!Join(ruleset, RulesInForce(ruleset)).run(store).drafts.isEmpty == isKept)
    #expect(store.filledQueries(ruleset) == filledQueries(text))
    #expect(facts.isSelecting(0) == text.contains("a:"))
    // Rows are written last, with the number of their bytes before them.
    #expect((facts.encode().last != 0) == isKept)
  }

  /// The queries of the rule above that find something, as seen from the text: `$.a[*]`, `$.b[*]`, and for each `@` and `$.t`.
  private func filledQueries(_ text: String) -> [Int] {
    let (a, b, t) = (text.contains("a:"), text.contains("b:"), text.contains("t:"))
    return (a ? [0] : []) + (b ? [1] : []) + (a ? [2] : []) + (a && t ? [3] : []) + (b ? [4] : [])
      + (b && t ? [5] : [])
  }
}
