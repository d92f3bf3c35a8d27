import JSONPath
import Testing

@Suite struct LogicTests {
  @Test(
    arguments: [
      ("@.t", true), ("@.f", true), ("@.n", true), ("@.x", false), ("!@.x", true), ("!@.t", false),
      ("@.t && @.x", false), ("@.t || @.x", true), ("@.x && @.x || @.t", true), ("@.t || @.x && @.x", true),
      ("(@.t || @.x) && @.x", false), ("!(@.t && @.x)", true), ("!(!(@.t))", true), ("((((@.t))))", true),
      ("@.t && !@.x && (@.x || @.f)", true), ("@.*", true), ("@.list[?@ > 2]", true),
      ("@.list[?@ > 3]", false),
      ("!@.list[?@ > 3]", true), ("@..deep", true), ("$.t", true), ("@", true), ("$", true), ("!$", false),
      ("@.list[?@ == $.three]", true), ("@.list[?@ == @.three]", false), ("@['list'][-1] == 3", true),
    ])
  func logic(_ expression: String, _ expected: Bool) throws {
    let document = "{t: true, f: false, n: null, list: [1, 2, 3], three: 3, a: {b: {deep: 1}}}"
    #expect(try holds(expression, of: document) == (expected ? .true : .false))
  }

  @Test func filtersInFiltersHaveTheirOwnNode() throws {
    let document = "[{n: 1, l: [{m: 1}, {m: 2}]}, {n: 2, l: [{m: 3}]}, {n: 3}]"
    #expect(try select("$[?@.l[?@.m == 2]].n", of: document) == ["1"])
    #expect(try select("$[?count(@.l[?@.m > 0]) == 2].n", of: document) == ["1"])
    #expect(try select("$[?@.l[?@.m == $[0].n]].n", of: document) == ["1"])
    #expect(try select("$[?count($[?@.l]) == @.n].n", of: document) == ["2"])
  }

  @Test func filtersTakeListsAndMappingsAndNothingElse() throws {
    #expect(try select("$[?@ > 1]", of: "{a: 1, b: 2, c: 3}") == ["2", "3"])
    #expect(try select("$[?@ > 1]", of: "[1, 2, 3]") == ["2", "3"])
    #expect(try select("$[?@]", of: "text") == [])
    #expect(try select("$.a[?@]", of: "{a: 5}") == [])
  }
}
