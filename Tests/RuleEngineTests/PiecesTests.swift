import BenchmarkData
import Findings
import RuleEngine
import SourceText
import Testing
import YAML

/// A large file is checked in pieces. Here the pieces are tiny, so that every place is cut at.
@Suite("A file that is checked in pieces")
struct PiecesTests {
  private static let ruleset: Ruleset? = {
    let rules = [
      "known": "source: s\nselect: $.a[*]\nreference: {index: key}\n",
      "once": "source: s\nselect: $.a[*]\nunique: {key: ['@', $.title], within: file}\n",
      "sorted": "source: s\nselect: $.a[*]\norder: {by: ['@']}\n",
      "short": "source: s\nassert: length(@.a) < 3\n",
      "few": "source: s\nselect: $.a[*]\ncount: {per: '@', at-most: 2}\n",
      "used": "index: key\nused: {by: [{source: s, select: '$.a[*]'}]}\n",
      "shape": "source: s\nschema: s.yaml\n",
    ]
    var files = [
      "ruleset.yaml": """
      ruleset: test
      sources: {s: {files: ["*.yaml"]}}
      indexes: {key: {source: s, select: "$.keys[*]", key: "@", attributes: {title: $.title}}}
      """,
      "schemas/s.yaml":
        "type: [object, 'null']\nproperties: {b: {type: integer}, text: {type: string, maxLength: 9}}\n",
    ]
    for (id, rule) in rules { files["\(id).yaml"] = "summary: S\n" + rule }
    let reading = Ruleset.read(RulesetFiles(origin: "", files: files.mapValues { Array($0.utf8) }))
    #expect(reading.findings.map(\.message) == [])
    return reading.ruleset
  }()

  /// Documents that are a text.
  private static let texts = [
    "--- |+\n  kept\n\n", "--- 'two\n  lines'", "---\tx", "--- >\n  ---\n  b\n\n", "---\n[a]", "---",
  ]
  /// What begins documents of members.
  private static let beginnings = [
    "---", "---", "--- # comment", "---\n# a comment", "...\n---", "---\n\n#---", "--- !!map",
  ]
  private static let members = [
    "a: [x, y]", "a: [y, x, y, x]", "a: &n [q, z]\nmore: *n", "a: yes\nb: 012", "a: 1\na: 2", "b: S\u{E3}o",
    "keys: [x, \u{1F600}, São]", "title: T", "text: |\n  ---\n  b\n", "text: >-\n  one\n  two", "b:", "",
    "b: \"a\\\n  b\"", "<<: {a: [x]}", "? k\n: v", "a:\n- x\n- y", "b: !!str 1", "---x: 1", "# ---", "c: ---",
  ]
  /// What makes a file no YAML, or one that cannot be cut.
  private static let rare = [
    "[1, 2", "%YAML 1.2", "%TAG ! tag:a,2000:", "%", "a: \"\u{2028}\"", "b: *unknown", "\t- x", "'open",
  ]

  @Test("says what it says as a whole", arguments: 1...6)
  func pieces(seed: UInt64) throws {
    let ruleset = try #require(Self.ruleset)
    let checker = FileChecker(ruleset, RulesInForce(ruleset))
    var random = RandomNumbers(seed: seed)
    var compared = 0
    for _ in 0..<400 {
      let text = Self.text(&random)
      let source = SourceText(fileBytes: Array(text.utf8))
      let pieces = source.pieces(of: Int.random(in: 1...60, using: &random))
      #expect(pieces.map { source.text(in: $0) }.joined() == source.text(in: source.contentRange))
      var memory = CheckMemory(reading: FactReading(for: ruleset))
      var results = pieces.compactMap {
        checker.check(source, piece: $0, path: "f.yaml", sources: [0], &memory)
      }
      if results.count == pieces.count {
        for number in checker.sharingPieces(results) {
          results[number] = try #require(
            checker.check(
              source, piece: pieces[number], path: "f.yaml", sources: [0], isSharing: true, &memory))
        }
      }
      guard pieces.count > 1, results.count == pieces.count,
        let joined = checker.result(of: results, path: "f.yaml", sources: [0])
      else { continue }
      compared += 1
      let whole = checker.check(source, path: "f.yaml", sources: [0])
      #expect(joined.findings == whole.findings, "\(text)")
      #expect(joined.notChecked == whole.notChecked, "\(text)")
      #expect(joined.facts.documents == whole.facts.documents)
      #expect(joined.facts.state == whole.facts.state)
      let join = Join(ruleset, RulesInForce(ruleset))
      let (left, right) = (
        join.run(FactStore([joined.facts], for: ruleset)), join.run(FactStore([whole.facts], for: ruleset))
      )
      #expect(left.drafts == right.drafts, "\(text)")
      #expect(left.notChecked == right.notChecked, "\(text)")
      #expect(FileFacts.decode(joined.facts.encode(), for: ruleset) == joined.facts)
      let places = results.compactMap { $0.reading.map { FactReading.Place(0, $0) } }
      #expect(places.count == results.count)
      let read = FactStore(
        [joined.facts], for: ruleset, readings: [try #require(memory.reading)], sources: [.pieces(places)])
      #expect(join.run(read).drafts == right.drafts, "\(text)")
    }
    #expect(compared > 100)
  }

  @Test(
    "has no rows of keys that count within it, but of pieces that share one",
    arguments: [
      ("t: A\na: [x]\n---\nt: B\na: [x]\n", [], []), ("t: A\na: [x]\n---\nt: A\na: [x]\n", [0, 1], [1]),
      ("t: A\na: [x]\n---\nt: A\na: [y]\n", [], []),
      ("t: A\na: [x]\n---\nt: B\n---\na: [x]\nt: A", [0, 2], [2]),
      ("a: [x]\n---\na: [x]\n", [0, 1], [1]), ("t: A\na: [x, x]\n---\nt: B\na: [x]\n", [], [0]),
      ("t: A\na: [x, x]\n---\nt: A\na: [x]\n", [1], [0, 1]),
      // A key that is put together of what is wrong is none.
      ("t: A\nn: [1, x]\n---\nt: A\nn: [1, 2]\n", [0, 1], [1]), ("t: A\nn: [x]\n---\nt: A\nn: [x]\n", [], []),
    ])
  func keys(_ text: String, sharing: [Int], repeating: [Int]) throws {
    let reading = Ruleset.read(
      RulesetFiles(
        origin: "",
        files: [
          "ruleset.yaml": "ruleset: test\nsources: {s: {files: ['*.yaml']}}\n",
          "once.yaml": "summary: S\nsource: s\nselect: $.a[*]\nunique: {key: ['@', $.t], within: file}\n",
          "number.yaml":
            "summary: S\nsource: s\nselect: $.n[*]\nunique: {key: ['{$.t}-{@}'], within: file}\n",
          "shape.yaml": "summary: S\nsource: s\nschema: s.yaml\n",
          "schemas/s.yaml": "properties: {n: {items: {type: integer}}}\n",
        ].mapValues { Array($0.utf8) }))
    let ruleset = try #require(reading.ruleset)
    let checker = FileChecker(ruleset, RulesInForce(ruleset))
    let source = SourceText(text)
    let pieces = source.pieces(of: 1)
    var memory = CheckMemory()
    var results = try pieces.map { piece in
      try #require(checker.check(source, piece: piece, path: "f.yaml", sources: [0], &memory))
    }
    #expect(checker.sharingPieces(results) == sharing)
    for number in sharing {
      results[number] = try #require(
        checker.check(
          source, piece: pieces[number], path: "f.yaml", sources: [0], isSharing: true, &memory))
    }
    let facts = try #require(checker.result(of: results, path: "f.yaml", sources: [0])).facts
    let whole = checker.check(source, path: "f.yaml", sources: [0]).facts
    let (store, wholeStore) = (FactStore([facts], for: ruleset), FactStore([whole], for: ruleset))
    let join = Join(ruleset, RulesInForce(ruleset))
    let found = join.run(store)
    #expect(found.drafts == join.run(wholeStore).drafts)
    #expect(store.filledQueries(ruleset) == wholeStore.filledQueries(ruleset))
    let documents = (found.drafts["f.yaml"] ?? []).map { draft in
      pieces.firstIndex { $0.contains(draft.range) } ?? -1
    }
    #expect(documents.sorted() == repeating)
    // Rows are written last, with the number of their bytes before them.
    #expect((facts.encode().last == 0) == repeating.isEmpty)
  }

  private static func text(_ random: inout RandomNumbers) -> String {
    var text = Int.random(in: 0..<8, using: &random) == 0 ? "\u{FEFF}" : ""
    let end = Int.random(in: 0..<4, using: &random) == 0 ? "\r\n" : "\n"
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let isText = Int.random(in: 0..<4, using: &random) == 0
      text += ((isText ? texts : beginnings).randomElement(using: &random) ?? "") + end
      guard !isText else { continue }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let isRare = Int.random(in: 0..<80, using: &random) == 0
        text += ((isRare ? rare : members).randomElement(using: &random) ?? "") + end
      }
    }
    return text
  }

  @Test("is not cut where that would mean something else")
  func whole() {
    for text in [
      "a: |\n  ---\n  x\n", "a: ---\nb: 1\n", "---x\n---y\n", "",
    ] {
      let source = SourceText(text)
      #expect(source.pieces(of: 1) == [source.contentRange], "\(text)")
    }
    let wide: [UInt8] = [0xFF, 0xFE] + "a: 1\n---\nb: 2\n".utf16.flatMap { [UInt8($0), 0] }
    #expect(SourceText(fileBytes: wide).pieces(of: 1).count == 1)
  }

  @Test("is read as a whole when it has directives", arguments: ["%YAML 1.2", "%TAG !e! tag:e,2000:", "%"])
  func directives(line: String) throws {
    let ruleset = try #require(Self.ruleset)
    let checker = FileChecker(ruleset, RulesInForce(ruleset))
    for text in ["\(line)\n---\na: 1\n---\nb: 2\n", "a: 1\n---\nb: 2\n...\n\(line)\n---\nc: 3\n"] {
      let source = SourceText(text)
      var memory = CheckMemory()
      let areKnown = source.pieces(of: 1).map {
        checker.check(source, piece: $0, path: "f.yaml", sources: [0], &memory) != nil
      }
      #expect(areKnown.contains(false) && areKnown.contains(true), "\(text)")
    }
  }

  @Test("is cut at every marker that begins a line")
  func cuts() {
    let source = SourceText("a: 1\n---\nb: |\n  ---\n--- c\r\n---")
    #expect(
      source.pieces(of: 1).map { source.text(in: $0) } == [
        "a: 1\n", "---\nb: |\n  ---\n", "--- c\r\n", "---",
      ])
  }
}
