import JSONPath
import Testing
import YAML

@Suite struct ValueExpressionTests {
  private func value(_ expression: String) throws -> String? {
    let tree = try tree("{a: {b: 1}, list: [x, y], one: [z]}")
    let root = tree.documents[0].root
    let current = try #require(tree.value("a", of: root))
    switch try ValueExpression(expression).evaluate(in: tree, root: root, current: current) {
    case .nothing: return nil
    case .node(let node): return tree.json(of: node)
    case .text(let text): return "text " + text
    }
  }

  @Test(
    arguments: [
      ("@.b", "1"), ("@", #"{"b": 1}"#), ("@~", #""a""#), ("$.one[*]", #""z""#), ("$.list[*]", nil),
      ("@.absent", nil),
      ("$..b", "1"), ("ancestor(@, 'one')", #"["z"]"#), ("value($.one[*])", #""z""#),
      ("value($.list[*])", nil),
      ("length($.list)", "text 2"), ("count($.list[*])", "text 2"), ("length(@)", "text 1"),
      ("length(@.b)", nil),
    ] as [(String, String?)])
  func value(_ expression: String, _ expected: String?) throws {
    #expect(try value(expression) == expected)
  }

  @Test(
    arguments: [
      ("", 0..<0, "the query is empty; it begins with '$' or '@'"),
      ("b", 0..<1, "'b' is no value; write '@.b' for a member, or put text in quotes"),
      ("'b'", 0..<1, "found \"'\" where a query begins with '$' or '@'"),
      ("match(@.b, 'x')", 0..<15, "a value is given by a query such as @.name or by ancestor()"),
      ("@.b ", 3..<4, "blanks stand after the end of the query"),
      ("@.b == 1", 4..<5, "found '=' after the end of the query"),
      ("length(@) == 1", 10..<11, "found '=' after the end of the call"),
    ])
  func refused(_ expression: String, _ range: Range<Int>, _ message: String) {
    #expect(throws: QueryError(message: message, codePointRange: range)) { try ValueExpression(expression) }
  }
}
