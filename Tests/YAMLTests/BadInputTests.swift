import SourceText
import Testing
import YAML

/// Input that asks for too much, or is no text: an answer or a clear problem, in time and memory that grow no faster
/// than the file. (The limit of time is only there to end a hang.)
@Suite("Bad input", .timeLimit(.minutes(10)))
struct BadInputTests {
  private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test(
    "a file without a document has an empty tree",
    arguments: ["", "\n\n", "# a\n# b\n", "\u{FEFF}", "\u{FEFF}# a\n"])
  func noDocument(text: String) throws {
    let loaded = load(text)
    #expect(loaded.problems == [])
    #expect(try #require(loaded.tree).documents.isEmpty)
  }

  @Test(
    "an apostrophe inside quotes is told as one",
    arguments: ["x: 'Côte d'⟦I⟧voire'\n", "x: ['it'⟦s⟧', b]\n", "x: \"a\" ⟦\"⟧b\"\n", "'a' ⟦b⟧\n"])
  func behindQuote(text: String) {
    let marked = Marked(text)
    let problems = load(marked.text).problems
    #expect(problems.map(\.message) == ["something stands behind the quote that ends a text"])
    #expect(problems.map(\.range) == marked.ranges)
  }

  @Test(
    "a key that is too long is told as one",
    arguments: ["{\"%\"⟦:⟧ 1}\n", "- '%' ⟦:⟧ 1\n", "a:\n  %⟦:⟧ 1\n", "[a, %⟦:⟧ 1]\n"])
  func longKey(pattern: String) throws {
    for (count, isTooLong) in [(1_100, true), (900, false)] {
      let marked = Marked(pattern.replacing("%", with: repeated("é", count)))
      let problems = load(marked.text).problems
      #expect(
        problems.map(\.message)
          == (isTooLong ? ["a key of more than 1024 characters stands before this colon"] : []))
      #expect(problems.map(\.range) == (isTooLong ? marked.ranges : []))
    }
    let twoColons = load("a: \(repeated("é", 1_100)): b\n").problems
    #expect(twoColons.map(\.message) == ["a colon starts a value here, where no key can be"])
  }

  @Test(
    "what is never closed is one mistake, not one for each line below",
    arguments: ["x: [1, 2\ny: 3\nz: 4\n", "x: {a: 1\ny: 3\n"])
  func neverClosed(text: String) throws {
    let problems = load(text).problems
    #expect(problems.count == 1)
    #expect(try #require(problems.first?.message).contains("is not closed"))
  }

  @Test(
    "an ambiguous scalar says what it is here and elsewhere",
    arguments: [
      ("no", "text", "false"), ("010", "the number 10", "an octal number"), ("1_000", "text", "a number"),
      ("0o17", "the number 15", "text"), ("1e3", "the number 1000", "text"),
      ("1e400", "the number 1e400", "text"),
    ])
  func ambiguous(text: String, here: String, elsewhere: String) {
    #expect(
      load("x: \(text)\n").problems.map(\.message)
        == ["\(text) is \(here) here, but \(elsewhere) for tools that read YAML 1.1"])
  }

  @Test(
    "what is no text is refused at its byte",
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], 3), ([0x61, 0x00, 0x62], 1), ([0x22, 0x01, 0x22], 1), ([0xC3, 0x28], 0),
      ([0xED, 0xA0, 0x80], 0),
      ([0x61, 0xF0, 0x9F, 0x90], 1), ([0xC0, 0x80], 0), ([0x61, 0x0A, 0x7F], 2),
      ([0xFF, 0xFE, 0x00, 0xD8], 0), ([0xFE, 0xFF, 0x00], 0),
    ] as [([UInt8], Int)])
  func noText(bytes: [UInt8], offset: Int) {
    let loaded = loadYAML(SourceText(fileBytes: bytes))
    #expect(loaded.tree == nil)
    #expect(loaded.problems.map(\.kind) == [.encoding])
    #expect(loaded.problems.first?.range.start == offset)
  }

  @Test(
    "a character that ends before its time is refused with its bytes, and not what follows it",
    arguments: [
      ([0x61, 0xE9, 0x20, 0x78], 1, 2), ([0xE9, 0x0D, 0x0A], 0, 1), ([0xE2, 0x82, 0x20], 0, 2),
      ([0x61, 0xF0, 0x9F, 0x90, 0x61], 1, 4),
    ] as [([UInt8], Int, Int)])
  func unfinishedCharacter(bytes: [UInt8], start: Int, end: Int) {
    #expect(loadYAML(SourceText(fileBytes: bytes)).problems.map(\.range) == [ByteRange(start, end)])
  }

  @Test("a file, a scalar or a depth over its limit is refused")
  func limits() {
    let limits = Limits(fileBytes: 200, scalarBytes: 20, depth: 3, aliasedNodes: 5)
    for text in [
      repeated("# a\n", 51), "a: \(repeated("x", 21))", "a: |\n  \(repeated("x", 21))", "[[[[]]]]",
      "- - - - a\n",
      "a: {b: {c: {d: e}}}", "&a \(repeated("x", 21)): b",
    ] {
      let loaded = load(text, limits: limits)
      #expect(loaded.tree == nil, "\(text)")
      #expect(loaded.problems.map(\.kind) == [.limit], "\(text)")
    }
    #expect(load("[[[\(repeated("x", 20))]]]", limits: limits).problems == [])
  }

  @Test(
    "nesting without end is refused at the limit",
    arguments: ["[", "{a: ", "- ", "? ", "[{a: ", "- ? "])
  func deep(opening: String) {
    let loaded = load(repeated(opening, 100_000))
    #expect(loaded.tree == nil)
    #expect(loaded.problems.first?.kind == .limit)
  }

  @Test("aliases of aliases are refused before they fill the memory")
  func bomb() {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...20 {
      text +=
        "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ","))]\n"
    }
    let loaded = load(text)
    #expect(loaded.tree == nil)
    #expect(loaded.problems.map(\.kind) == [.limit])
    #expect(loaded.problems.first?.message == "aliases repeat more than the 1000000 nodes allowed")
  }

  @Test("aliases cannot make a tree deeper than a file may be")
  func deepByAliases() {
    var text = ""
    for level in 0..<60 {
      text +=
        "a\(level): &a\(level) \(repeated("[", 900))\(level == 0 ? "1" : "*a\(level - 1)")\(repeated("]", 900))\n"
    }
    let loaded = load(text)
    #expect(loaded.tree == nil)
    #expect(loaded.problems.map(\.kind) == [.limit])
  }

  @Test("brackets inside each other are refused when they would cost libyaml too much")
  func brackets() {
    let text = repeated("[", 900) + repeated("1,", 1_000_000) + repeated("]", 900)
    let loaded = load(text)
    #expect(loaded.problems.map(\.kind) == [.limit])
    #expect(load(repeated("[", 50) + repeated("1,", 100_000) + repeated("]", 50)).problems == [])
  }

  @Test("a hundred thousand directives are refused")
  func directives() {
    let text = (0..<100_000).map { "%TAG !a\($0)! x\n" }.joined() + "---\na\n"
    #expect(load(text).problems.map(\.kind) == [.limit])
  }

  @Test("much of one thing takes time that grows with the file")
  func linear() throws {
    let count = 20_000
    let texts = [
      (0..<count).map { "key\($0): \($0)\n" }.joined(),
      "a: &a x\nb:\n" + repeated("- *a\n", count),
      "a: &a {x: 1}\nb:\n" + repeated("  - <<: *a\n", count),
      "a: &a {x: 1}\nb:\n  <<: [\(repeated("*a,", count))]\n",
      repeated("- &a x\n- *a\n", count),
      (0..<count).map { "- &a\($0) {<<: &b\($0) {x: 1}}\n" }.joined(),
      "é: &a {é: ü}\nb:\n" + repeated("- *a\n- ü\n", count),
      repeated("- {é: \"ü\", 🐟: [ö]}\n", count),
      repeated("- a\u{85}\n", count),
      repeated("- \"\\uD83D\\uDE00\"\n", count),
      repeated("--- a\n", count),
      "a: |\n" + repeated("\n", count) + "b: c\n",
      "a: b " + repeated("# c\n  ", count) + "\nd: e\n",
      repeated(" ", count) + "a: b\n",
      "- &\(repeated("a", count)) x\n- *\(repeated("a", count))\n",
      "a: 0x\(repeated("f", count))\nb: \(repeated("9", count))\n",
    ]
    for text in texts {
      let loaded = load(text)
      #expect(loaded.problems == [], "\(text.prefix(40))")
      _ = try #require(loaded.tree)
    }
  }

  @Test(
    "of very many problems a thousand of a kind are kept and the rest counted",
    arguments: [
      ("- no\n", Problem.Kind.ambiguousScalar), ("- *a\n", .undefinedAlias), ("- !a b\n", .unknownTag),
      ("- [\n b]#c\n", .syntax),
    ])
  func manyProblems(line: String, kind: Problem.Kind) {
    let problems = load(repeated(line, 3_000)).problems
    #expect(problems.count == 1_001)
    #expect(problems.allSatisfy { $0.kind == kind })
    #expect(problems.last?.message == "2000 more of the same kind from here on, after the first 1000")
    #expect(load(repeated(line, 1_000)).problems.count == 1_000)
  }

  @Test("a key that stands a hundred thousand times is reported a thousand times")
  func manyDuplicates() {
    let loaded = load(repeated("key: 1\n", 100_000))
    #expect(loaded.tree != nil)
    #expect(loaded.problems.count == 1_001)
  }

  /// Changes a few bytes of texts with much of YAML in them, always the same ones: no crash, and ranges inside the
  /// file that begin and end between characters.
  @Test("random changes give a tree or problems with places inside the file")
  func mutations() {
    let seeds = [
      "a: &x [b, \"c\\n\", 'd', {e: f}]\ng: *x\nh: |+\n  i\n\nj: >-\n  k\n  l\n<<: {m: n}\n",
      "%YAML 1.2\n--- !!map\n? [é]\n: 🐟 # ü\n...\n---\n- - a\n  - b\n-\n  c: d\n",
      "{\"a\": [1, 2.5, null, true], 'b': \"\\uD83D\\uDE00\u{2028}\", c: \u{85}}\n",
    ]
    let letters = Array("[]{},:-?&*!|>'\"%@`# \n\r\t\\abé🐟\u{85}\u{2028}\u{FEFF}0.~<".utf8)
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for round in 0..<6_000 {
      var bytes = Array(seeds[round % seeds.count].utf8)
      for _ in 0...next(6) {
        let place = next(bytes.count)
        switch next(3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(letters[next(letters.count)], at: place)
        default: bytes[place] = letters[next(letters.count)]
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      check(SourceText(fileBytes: bytes))
    }
  }

  private func check(_ source: SourceText) {
    let loaded = loadYAML(source)
    var ranges = loaded.problems.map(\.range) + loaded.problems.compactMap(\.related?.range)
    if let tree = loaded.tree {
      #expect(loaded.problems.allSatisfy { !$0.kind.isFatal })
      ranges += (0..<UInt32(tree.nodeCount)).map { tree.range(of: NodeID(index: $0)) }
      for document in tree.documents { _ = tree.json(of: document.root) }
    } else {
      #expect(loaded.problems.contains { $0.kind.isFatal })
    }
    let isInside = ranges.allSatisfy { $0.end <= source.bytes.count }
    #expect(isInside, "\(source.bytes)")
    ranges += comments(in: source)
    guard isInside, !loaded.problems.contains(where: { $0.kind == .encoding }) else { return }
    #expect(
      ranges.allSatisfy { isBoundary($0.start, source.bytes) && isBoundary($0.end, source.bytes) },
      "\(source.bytes)")
  }

  private func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
