import JSONPath
import Testing
import YAML

@Suite("Queries that come by a place")
struct PassingTests {
  private let tree: Tree
  private let root: NodeID

  init() throws {
    tree = try JSONPathTests.tree("{lines: [{code: L1, outs: [{code: D1}]}, {code: L2, outs: [x]}], id: 1}")
    root = tree.documents[0].root
  }

  /// The place of the only node that `query` selects, or below it.
  private func path(_ query: String, _ member: String? = nil) throws -> DocumentPath {
    let node = try #require(try Query(query).select(in: tree, root: root).first)
    let path = DocumentPath(of: node, in: tree)
    return member.map(path.member) ?? path
  }

  @Test(
    "by their names, places and filters",
    arguments: [
      ("$.lines[*].outs[*]", "$", "lines", true), ("$.lines[*].outs[*]", "$", "line", false),
      ("$.lines[*].outs[*]", "$.lines[0]", "outs", true), ("$.lines[*].outs[*]", "$.lines[0]", "code", false),
      ("$.lines[1].outs", "$.lines[0]", "outs", false), ("$.lines[-1].outs", "$.lines[0]", "outs", true),
      ("$.lines[0:1].outs", "$.lines[0]", "outs", true),
      ("$.lines[?@.kind].outs", "$.lines[0]", "kind", true),
      ("$.lines[?@.kind == $.kind].outs", "$", "kind", true), ("$..code", "$.lines[0].outs[0]", "code", true),
      ("$..code", "$.lines[0].outs[0]", "title", true), ("$", "$", "lines", false),
    ])
  func queries(_ query: String, _ mapping: String, _ member: String, _ expected: Bool) throws {
    let passing = Passing(try path(mapping, member))
    #expect(passing.holds(for: try Query(query)) == expected)
  }

  @Test("with the values that are asked of what is selected")
  func values() throws {
    let query = try Query("$.lines[*].outs[*]", extensions: .ruleset)
    let code = try ValueExpression("@.code")
    let id = try ValueExpression("$.id")
    let missing = Passing(try path("$.lines[0].outs[0]", "code"))
    #expect(missing.holds(for: query) == false)
    #expect(missing.holds(for: query, then: [code]))
    #expect(missing.holds(for: query, then: [id]) == false)
    let ofDocument = Passing(try path("$", "id"))
    #expect(ofDocument.holds(for: query, then: [id]))
    let element = Passing(try path("$.lines[1].outs[0]"))
    #expect(
      element.holds(for: try Query("$.lines[*].outs"), expansion: try Query("@[*]", extensions: .ruleset)))
  }

  @Test("with what is around what is selected, when a value asks for it")
  func around() throws {
    let inside = try Query("$.lines[*].outs[*]", extensions: .ruleset)
    let code = try ValueExpression("ancestor(@, 'code')")
    #expect(Passing(try path("$.lines[0]", "code")).holds(for: inside, then: [code]))
    #expect(Passing(try path("$", "code")).holds(for: inside, then: [code]))
    #expect(Passing(try path("$.lines[0]", "title")).holds(for: inside, then: [code]) == false)
    // What encloses a node is asked, and not the node, nor one beside it.
    #expect(Passing(try path("$.lines[0].outs[0]", "code")).holds(for: inside, then: [code]) == false)
    #expect(
      Passing(try path("$.lines[0]", "code")).holds(for: try Query("$.lines[1].outs[*]"), then: [code])
        == false)
  }

  @Test("on the way or at the end")
  func manners() throws {
    let query = try Query("$.lines[*].outs")
    for (mapping, member, manner, expected) in [
      ("$.lines[0]", "outs", Passing.Manner.atTheEnd, true), ("$.lines[0]", "outs", .anyhow, true),
      ("$", "lines", .atTheEnd, false), ("$", "lines", .anyhow, true),
    ] {
      let passing = Passing(try path(mapping, member), manner)
      #expect(passing.holds(for: query) == expected)
    }
  }

  @Test(
    "as expressions of a node",
    arguments: [
      ("length(@.code) > 0", "code", true), ("length(@.title) > 0", "code", false),
      ("starts_with(@.title, ancestor(@, 'code'))", "code", false), ("!@.code || $.id", "code", true),
    ])
  func expressions(_ expression: String, _ member: String, _ expected: Bool) throws {
    let passing = Passing(try path("$.lines[0].outs[0]", member))
    #expect(
      passing.holds(for: try LogicalExpression(expression), from: try path("$.lines[0].outs[0]")) == expected)
    // Of a node elsewhere it says nothing.
    #expect(
      passing.holds(for: try LogicalExpression(expression), from: try path("$.lines[1].outs[0]")) == false)
  }

  @Test("as calls of ancestor of a node inside")
  func ancestors() throws {
    let passing = Passing(try path("$.lines[0]", "code"))
    let expression = try LogicalExpression("starts_with(@.code, ancestor(@, 'code'))")
    #expect(passing.holds(for: expression, from: try path("$.lines[0].outs[0]")))
    #expect(passing.holds(for: expression, from: try path("$.lines[1].outs[0]")) == false)
  }

  @Test("and which nodes decide an expression")
  func nodesRead() throws {
    let expression = try LogicalExpression(
      "$.lines[?starts_with(@.code, 'L9')] || ancestor(@, 'code') == 'x'")
    let node = try #require(try Query("$.lines[0].outs[0]").select(in: tree, root: root).first)
    let read = expression.nodesRead(in: tree, root: root, current: node)
    #expect(read.map { tree.text(of: $0) } == ["L1", "L2", "L1"])
  }
}
