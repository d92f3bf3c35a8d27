import JSONPath
import Testing
import YAML

/// Whatever the query and the tree: an answer or a clear limit, in a time that is bounded.
@Suite struct LimitTests {
  /// A query of tens of thousands of code points, named by its beginning.
  struct LongQuery: CustomTestStringConvertible {
    let text: String

    /// `count` times `part`, between `before` and `after`.
    init(_ before: String, _ count: Int, _ part: String, _ after: String) {
      text = before + String(repeating: part, count: count) + after
    }

    /// `count` times `open`, `inside`, and as many times `close`.
    init(_ before: String, _ count: Int, _ open: String, inside: String, _ close: String, _ after: String) {
      text =
        before + String(repeating: open, count: count) + inside + String(repeating: close, count: count)
        + after
    }

    var testDescription: String { text.prefix(20) + "…, \(text.utf8.count) bytes" }
  }

  @Test(
    arguments: [
      (LongQuery("$[?", 10_000, "(", inside: "@.a", ")", "]"), 102..<103),
      (LongQuery("$", 10_000, "[?@", inside: "", "]", ""), 302..<303),
      (LongQuery("$[?", 10_000, "length(", inside: "@", ")", "]"), 696..<697),
      (LongQuery("$[?", 10_000, "!(", inside: "@", ")", "]"), 202..<203),
    ])
  func nestingIsBounded(_ query: LongQuery, _ range: Range<Int>) {
    let message = "parentheses, filters and calls stand in each other more than 100 deep"
    #expect(queryError(in: query.text) == QueryError(message: message, codePointRange: range))
  }

  @Test func asDeepAsAllowed() throws {
    let parentheses =
      "$[?" + String(repeating: "(", count: 99) + "@.a" + String(repeating: ")", count: 99) + "]"
    #expect(try select(parentheses, of: "[{a: 1}, {b: 2}]") == [#"{"a": 1}"#])
    let filters = "$" + String(repeating: "[?@", count: 100) + String(repeating: "]", count: 100)
    #expect(try select(filters, of: nested(100)).count == 0)
    #expect(try select(filters, of: nested(101)).count == 1)
  }

  /// A list in a list and so on, `depth` deep.
  private func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  @Test(
    arguments: [
      (LongQuery("$", 50_000, ".a", ""), 0), (LongQuery("$", 33_000, "[0]", ""), 0),
      (LongQuery("$", 990, "[*]", ""), 1), (LongQuery("$", 990, "[:]", ""), 1),
      (LongQuery("$", 990, "[?@]", ""), 1),
      (LongQuery("$", 991, "[*]", ""), 0), (LongQuery("$", 20_000, "[:]", ""), 0),
      (LongQuery("$[", 50_000, "0,", "0]"), 50_001), (LongQuery("$[?", 8_000, "@.a == 1 || ", "@]"), 1),
      (LongQuery("$['", 100_000, "x", "']"), 0), (LongQuery("$[?@ < ", 100_000, "9", "]"), 0),
    ])
  func longQueries(_ query: LongQuery, _ count: Int) throws {
    let tree = try tree(nested(991))
    #expect(try Query(query.text).select(in: tree, root: tree.documents[0].root).count == count)
  }

  /// Filters in filters, each after as many segments as the tree is deep, ask for more of the stack than there is
  /// on some threads.
  @Test func segmentsInEachOtherAreBounded() throws {
    let steps = String(repeating: "[:1]", count: 980)
    let query = try Query("$\(steps)[?$\(steps)[?$\(steps)[?$\(steps)[?@]]]]")
    let tree = try tree(nested(990))
    var count = 0
    let isComplete = query.forEachNode(in: tree, root: tree.documents[0].root) { _ in count += 1 }
    #expect(count == 0)
    #expect(!isComplete)
    let shallow = try Query("$\(steps)[?@]")
    #expect(shallow.forEachNode(in: tree, root: tree.documents[0].root) { _ in count += 1 })
    #expect(count == 1)
  }

  @Test func descendantsOfADeepTree() throws {
    let tree = try tree(nested(1_000))
    let root = tree.documents[0].root
    #expect(try Query("$..*").select(in: tree, root: root).count == 999)
    #expect(try Query("$..*..*").select(in: tree, root: root).count == 999 * 998 / 2)
    #expect(try Query("$..[?@..*]").select(in: tree, root: root).count == 998)
  }

  /// A query that begins at the root is asked once, not once for each node that is filtered: that would be more
  /// nodes than are looked at.
  @Test(
    arguments: [
      ("$[?@.n == count($..n)]", 0), ("$[?@.n == $[7999].n]", 1), ("$[?$..absent]", 0),
      ("$[?value($..[?@ == 7]) == @.n]", 1),
    ])
  func absoluteQueriesAreAskedOnce(_ query: String, _ expected: Int) throws {
    let tree = try tree("[" + (0..<8_000).map { "{n: \($0)}" }.joined(separator: ", ") + "]")
    var count = 0
    #expect(try Query(query).forEachNode(in: tree, root: tree.documents[0].root) { _ in count += 1 })
    #expect(count == expected)
  }

  /// Descendants of descendants of a deep tree are more than there is time for. That is said, not hung upon.
  @Test func nodesThatAreLookedAtAreBounded() throws {
    let tree = try tree(nested(200))
    let root = tree.documents[0].root
    let query = try Query("$..*..*..*..*..*..*..*..*..*..*..*..*")
    var count = 0
    #expect(!query.forEachNode(in: tree, root: root, steps: 100_000) { _ in count += 1 })
    #expect(count > 0 && count < 100_000)

    // One filter has to look at them as well.
    let filter = try Query("$..[?count(@..*..*..*) == 1]")
    #expect(!filter.forEachNode(in: tree, root: root, steps: 100_000) { _ in })

    let enough = try Query("$..*")
    #expect(enough.forEachNode(in: tree, root: root, steps: 1_000) { _ in })
    #expect(!enough.forEachNode(in: tree, root: root, steps: 100) { _ in })
  }

  /// The same expression, asked of many nodes of one document: once the pattern gave up often enough, it is not
  /// tried any more, not even on a text that it would match.
  @Test func aRunRemembers() throws {
    let tree = try tree("[ab, " + String(repeating: "\(LimitTests.text), ", count: 40) + "ab, {}]")
    let root = tree.documents[0].root
    let expression = try LogicalExpression("match(@, '\(LimitTests.slow)') || count($[*]) == 1")
    var run = expression.run(in: tree, root: root, count: tree.count(of: root))
    let outcomes = tree.elements(of: root).map { run.evaluate($0) }
    #expect(outcomes.first == .true)
    #expect(outcomes.dropFirst().prefix(41) == Array(repeating: .undecided, count: 41)[...])
    #expect(outcomes.last == .false)
  }

  // MARK: Patterns that blow up

  private static let slow = "(a|aa)+[bc]"
  private static let text = String(repeating: "a", count: 3_000)

  @Test func aPatternThatGivesUpIsUndecided() throws {
    let document = "{t: \(LimitTests.text), p: '\(LimitTests.slow)'}"
    for pattern in ["'\(LimitTests.slow)'", "@.p"] {
      #expect(try holds("match(@.t, \(pattern))", of: document) == .undecided)
      #expect(try holds("!search(@.t, \(pattern))", of: document) == .undecided)
      #expect(try holds("match(@.t, \(pattern)) && @.x", of: document) == .false)
      #expect(try holds("@.x && match(@.t, \(pattern))", of: document) == .false)
      #expect(try holds("match(@.t, \(pattern)) || @.t", of: document) == .true)
      #expect(try holds("match(@.t, \(pattern)) || @.x", of: document) == .undecided)
      #expect(try holds("match(@.t, \(pattern)) && @.t", of: document) == .undecided)
    }
    #expect(try holds("@[?match(@, '\(LimitTests.slow)')]", of: "[\(LimitTests.text)]") == .undecided)
    #expect(try holds("@[?match(@, '\(LimitTests.slow)')]", of: "[\(LimitTests.text), ab]") == .true)
    #expect(
      try holds("count(@[?match(@, '\(LimitTests.slow)')]) == 1", of: "[\(LimitTests.text), ab]")
        == .undecided
    )
    #expect(try holds("count(@[?match(@, '\(LimitTests.slow)')]) == 1", of: "[x, ab]") == .true)
    #expect(
      try holds("value(@[?match(@, '\(LimitTests.slow)')]) == 'ab'", of: "[\(LimitTests.text), ab]")
        == .undecided)
  }

  /// A query says that nodes may be missing; the rest are found.
  @Test func aQueryWithUndecidedFiltersIsNotComplete() throws {
    let tree = try tree("[ab, \(LimitTests.text), aac]")
    let query = try Query("$[?match(@, '\(LimitTests.slow)')]")
    var found: [String] = []
    let isComplete = query.forEachNode(in: tree, root: tree.documents[0].root) {
      found.append(tree.text(of: $0))
    }
    #expect(found == ["ab", "aac"])
    #expect(!isComplete)

    // What is undecided and does not matter makes nothing incomplete.
    let other = try Query("$[?match(@, '\(LimitTests.slow)') || @]")
    #expect(other.forEachNode(in: tree, root: tree.documents[0].root) { _ in })
  }

  @Test(.timeLimit(.minutes(1)))
  func manyTextsThatMakeAPatternGiveUp() throws {
    let tree = try tree("[" + String(repeating: "\(LimitTests.text), ", count: 2_000) + "ab]")
    let query = try Query("$[?match(@, '\(LimitTests.slow)')]")
    #expect(!query.forEachNode(in: tree, root: tree.documents[0].root) { _ in })
  }

  /// One query, asked on many threads at once.
  @Test func queriesAreShared() async throws {
    let tree = try tree("[" + (0..<200).map { "{p: 'x\($0)', t: x\($0)}" }.joined(separator: ", ") + "]")
    let query = try Query("$[?match(@.t, @.p)]")
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { query.select(in: tree, root: tree.documents[0].root).count } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 200, count: 8))
  }
}
