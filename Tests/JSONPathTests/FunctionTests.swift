import JSONPath
import Testing
import YAML

@Suite struct FunctionTests {
  private static let document = #"""
    {"text": "aé中😀", "empty": "", "list": [1, [2, 3]], "map": {"a": 1, "b": {"c": 2}}, "number": 12, "yes": true,
     "none": null, "date": "1974-05-11", "pattern": "19[0-9]{2}-.*", "wrong": "a(", "one": {"color": "red"}}
    """#

  @Test(
    arguments: [
      ("length(@.text) == 4", true), ("length(@.empty) == 0", true), ("length(@.list) == 2", true),
      ("length(@.map) == 2", true), ("length('a\\n\\u00e9') == 3", true), ("length(@.number) == 0", false),
      ("length(@.number) == $.absent", true), ("length(@.yes) == length(@.none)", true),
      ("length(@.absent) == $.absent", true), ("length(3) == $.absent", true),
      ("length(@.text) == 4.0", true),
      ("count(@) == 1", true), ("count(@.absent) == 0", true), ("count(@.list[*]) == 2", true),
      ("count(@.list..*) == 4", true), ("count(@.list[0, 0, 0]) == 3", true), ("count(@..*) > 10", true),
      ("value(@.one.*) == 'red'", true), ("value(@..color) == 'red'", true), ("value(@.list[*]) == 1", false),
      ("value(@.list[*]) == $.absent", true), ("value(@.absent) == $.absent", true),
      ("value(@.list[1:]) == @.list[1]", true), ("length(value(@.one.*)) == 3", true),
      ("length(value(@..b)) == 1", true), ("value(@.list) == @.list", true),
    ])
  func valueFunctions(_ expression: String, _ expected: Bool) throws {
    #expect(try holds(expression, of: FunctionTests.document) == (expected ? .true : .false))
  }

  @Test(
    arguments: [
      ("match(@.date, '1974-05-..')", true), ("match(@.date, '1974')", false),
      ("search(@.date, '1974')", true),
      ("search(@.date, '^05')", false), ("match(@.date, @.pattern)", true),
      ("search('x1999-', @.pattern)", true),
      ("match(@.number, '12')", false), ("match(@.date, @.number)", false), ("match(@.absent, '.*')", false),
      ("match(@.date, @.absent)", false), ("match(@.date, @.wrong)", false),
      ("search(@.wrong, '\\\\(')", true),
      ("match(@.text, 'aé中😀')", true), ("match(@.text, '\\\\p{L}{3}.')", true), ("match(@.empty, '')", true),
      ("!match(@.date, 'x') && match(value(@.one.*), 'r.d')", true), ("match(@.yes, 'true')", false),
      ("match(@.date, value(@..pattern))", true), ("match(@.list, '.*')", false),
    ])
  func patterns(_ expression: String, _ expected: Bool) throws {
    #expect(try holds(expression, of: FunctionTests.document) == (expected ? .true : .false))
  }

  /// In RFC 9535 a pattern that is none matches nothing; in a ruleset it is a mistake.
  @Test func constantPatterns() throws {
    #expect(try select("$[?match(@, 'a(') || @ == 'b']", of: "['a(', b]") == [#""b""#])
    #expect(try select("$[?match(@, 1)]", of: "['1', 1]") == [])
    #expect(
      queryError(in: "$[?match(@, 'ab(c')]", extensions: .ruleset)
        == QueryError(
          message: "in the pattern: expected ')' to end the group, found the end of the pattern",
          codePointRange: 15..<16))
    #expect(
      queryError(in: "$[?match(@, 1)]", extensions: .ruleset)
        == QueryError(message: "a pattern is text, in quotes", codePointRange: 12..<13))
  }

  /// A pattern beyond what can be compiled is not silently one that does not match.
  @Test func patternsThatAreTooMuch() throws {
    #expect(
      queryError(in: "$[?match(@, 'a{70000}')]")?.message
        == "in the pattern: a repetition above 65535 is not supported")
    #expect(try holds("match('a', @)", of: "'a{70000}'") == .undecided)
    #expect(try holds("!match('a', @)", of: "'a{70000}'") == .undecided)
    #expect(try holds("match('a', @) && 1 == 2", of: "'a{70000}'") == .false)
    #expect(try holds("match('a', @) || 1 == 1", of: "'a{70000}'") == .true)
  }

  /// The patterns that come from a tree are kept for the next time, and not without end.
  @Test func manyComputedPatterns() throws {
    let list = "[" + (0..<500).map { "{p: 'x\($0)', t: x\($0)}" }.joined(separator: ", ") + ", {p: x, t: y}]"
    #expect(try select("$[?match(@.t, @.p)].t", of: list).count == 500)
  }
}
