import JSONPath
import SourceText
import Testing
import YAML

@Suite struct ExtensionTests {
  /// Without extensions a query is one of RFC 9535 alone.
  @Test(
    arguments: [
      ("@.a", 0..<1, "a query begins with '$'; '@' is only known in a filter"),
      ("$.a~", 3..<4, "'~', for the names of members, can only be used in a ruleset"),
      (
        "$[?starts_with(@, 'a')]", 3..<14,
        "there is no function 'starts_with'; there are count, length, match, search, value"
      ),
      (
        "$[?ancestor(@, 'a') == 1]", 3..<11,
        "there is no function 'ancestor'; there are count, length, match, search, value"
      ),
    ])
  func areOffByDefault(_ query: String, _ range: Range<Int>, _ message: String) {
    #expect(queryError(in: query)?.message == message)
    #expect(queryError(in: query)?.codePointRange == range)
    #expect(queryError(in: query, extensions: .ruleset) == nil)
  }

  @Test func relativeQueries() throws {
    let tree = try tree("{a: {b: [1, 2]}, b: 3}")
    let root = tree.documents[0].root
    let inner = try #require(tree.value("a", of: root))
    func select(_ query: String, current: NodeID?) throws -> [String] {
      try Query(query, extensions: .relative).select(in: tree, root: root, current: current)
        .map { tree.json(of: $0) }
    }
    #expect(try select("@.b[*]", current: inner) == ["1", "2"])
    #expect(try select("@", current: inner) == [#"{"b": [1, 2]}"#])
    #expect(try select("$.b", current: inner) == ["3"])
    #expect(try select("@.b", current: nil) == ["3"])
    #expect(try select("@.b[?@ < $.b]", current: inner) == ["1", "2"])
    #expect(try Query("@.b", extensions: .relative).isRelative)
    #expect(try !Query("$.b", extensions: .relative).isRelative)
  }

  @Test func names() throws {
    let document = "services: {web: {image: a}, 80: {image: b}}\nlist: [x, y]\n"
    let tree = try tree(document)
    let root = tree.documents[0].root
    func select(_ query: String) throws -> [String] {
      let query = try Query(query, extensions: .ruleset)
      #expect(query.selectsNames)
      let nodes = query.select(in: tree, root: root)
      #expect(nodes.allSatisfy(tree.isKey))
      return nodes.map(tree.text)
    }
    #expect(try select("$.services.*~") == ["web", "80"])
    #expect(try select("$.*~") == ["services", "list"])
    #expect(try select("$..image~") == ["image", "image"])
    #expect(try select("$.services[?@.image == 'b']~") == ["80"])
    #expect(try select("$.list[*]~") == [])
    #expect(try select("$~") == [])

    let web = try #require(Query("$.services.web").select(in: tree, root: root).first)
    let key = try Query("@~", extensions: .ruleset).select(in: tree, root: root, current: web)
    #expect(key.map { tree.source.text(in: tree.range(of: $0)) } == ["web"])
    #expect(try !Query("$.services").selectsNames)
  }

  /// A name is text, whatever its key is by itself.
  @Test func namesInExpressions() throws {
    let document = "{web: 1, 80: 2}"
    #expect(try select("$[?@~ == '80']", of: document, extensions: .ruleset) == ["2"])
    #expect(try select("$[?@~ == 80]", of: document, extensions: .ruleset) == [])
    #expect(try select("$[?match(@~, '[a-z]+')]", of: document, extensions: .ruleset) == ["1"])
    #expect(try select("$[?length(@~) == 2]", of: document, extensions: .ruleset) == ["2"])
    #expect(try select("$[?@~]", of: "[1]", extensions: .ruleset) == [])
    #expect(try select("$[?value(@~) == 'web']", of: document, extensions: .ruleset) == ["1"])
  }

  @Test(
    arguments: [
      ("starts_with(@.code, 'L1')", true), ("starts_with(@.code, '')", true),
      ("starts_with(@.code, 'L2')", false),
      ("starts_with(@.code, 'L1A1D1x')", false), ("starts_with('L', @.code)", false),
      ("starts_with(@.absent, 'L')", false), ("starts_with(@.code, @.absent)", false),
      ("starts_with(@.number, '1')", false), ("starts_with(@.code, 1)", false),
      ("!starts_with(@.code, 'x')", true),
      ("starts_with(@.code, value(@..line))", true),
    ])
  func startsWith(_ expression: String, _ expected: Bool) throws {
    let document = "{code: L1A1D1, number: 12, plan: {line: L1}}"
    #expect(try holds(expression, of: document) == (expected ? .true : .false))
  }

  /// The member of the nearest mapping around the node, from outside, that has such a member.
  @Test(
    arguments: [
      ("ancestor(@, 'code')", #""L1""#), ("ancestor(@, 'title')", #""plan""#), ("ancestor(@, 'absent')", nil),
      ("ancestor(@.code, 'code')", #""L1A1""#), ("ancestor(@.outcomes[0], 'code')", #""L1A1""#),
      ("ancestor($, 'code')", nil), ("ancestor(@.outcomes[*], 'code')", nil),
      ("ancestor(@.absent, 'code')", nil),
      ("ancestor(@, 1)", nil), ("ancestor(@.outcomes[0], $.name)", #""L1A1""#),
      ("ancestor(@, 'lines')", "lines"),
      ("ancestor(@~, 'code')", nil), ("ancestor(@.code~, 'code')", #""L1A1""#),
    ] as [(String, String?)])
  func ancestor(_ expression: String, _ expected: String?) throws {
    let tree = try tree(
      "{title: plan, name: code, lines: [{code: L1, actions: [{code: L1A1, outcomes: [x, y]}]}]}")
    let root = tree.documents[0].root
    let action = try #require(Query("$..actions[0]").select(in: tree, root: root).first)
    let result = try ValueExpression(expression).evaluate(in: tree, root: root, current: action)
    guard let expected else {
      #expect(result == .nothing)
      return
    }
    guard case .node(let node) = result else {
      Issue.record("no node but \(result)")
      return
    }
    #expect(expected == "lines" ? tree.kind(of: node) == .sequence : tree.json(of: node) == expected)
  }

  /// What RULES.md gives as its example.
  @Test func codesNestedInCodes() throws {
    let document = "lines: [{code: L1, actions: [{code: L1A1}, {code: L2A1}]}]"
    let wrong = "$.lines[*].actions[?!starts_with(@.code, ancestor(@, 'code'))].code"
    #expect(try select(wrong, of: document, extensions: .functions) == [#""L2A1""#])
  }
}
