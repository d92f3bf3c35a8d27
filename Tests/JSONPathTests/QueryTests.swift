import JSONPath
import SourceText
import Testing
import YAML

@Suite struct QueryTests {
  @Test(
    arguments: [
      ("$", true), ("$.a", true), ("$['a'][0].b[-1]", true), ("$[ 'a' ]", true), ("$.*", false),
      ("$..a", false),
      ("$[0:1]", false), ("$['a', 'b']", false), ("$[0, 0]", false), ("$[?@.a]", false),
    ])
  func isSingular(_ query: String, _ expected: Bool) throws {
    #expect(try Query(query).isSingular == expected)
  }

  @Test func textIsKept() throws {
    #expect(try Query("$ .a [ 'b' ]").text == "$ .a [ 'b' ]")
  }

  /// A node is selected as often as a selector leads to it.
  @Test func duplicatesAreKept() throws {
    #expect(try select("$['a', 'a', 'b']", of: "{a: 1, b: 2}") == ["1", "1", "2"])
    #expect(try select("$[0, -2, :1, *]", of: "[1, 2]") == ["1", "1", "1", "1", "2"])
    #expect(try select("$..*..a", of: "{x: {y: {a: 1}}}") == ["1", "1"])
  }

  /// Names, places and wildcards go another way than the rest; both must lead to the same nodes.
  @Test(arguments: [
    "$.*", "$.*.*", "$.a[*].b", "$[*][0]", "$[*][-1][1].b", "$.*.*.*.b", "$.a[1]['b']", "$.c.*",
  ])
  func bothWaysAreTheSame(_ path: String) throws {
    let document =
      "{a: [{b: 1}, {b: [2, 3]}, 4], c: {d: [5, {b: 6}], e: {}, f: []}, g: [[7], [8, {b: 9}]], h: null}"
    let tree = try tree(document)
    let root = tree.documents[0].root
    let nodes = try Query(path).select(in: tree, root: root)
    // A slice of all of a list of one document is not a path.
    let wrapped = try JSONPathTests.tree("[\(document)]")
    let other = try Query("$[:]" + path.dropFirst()).select(in: wrapped, root: wrapped.documents[0].root)
    #expect(!nodes.isEmpty)
    #expect(nodes.map { tree.json(of: $0) } == other.map { wrapped.json(of: $0) })
  }

  @Test func eachDocumentHasItsRoot() throws {
    let file = loadYAML(SourceText("a: 1\n--- \na: 2\n"))
    let tree = try #require(file.tree)
    let query = try Query("$.a")
    #expect(tree.documents.map { query.select(in: tree, root: $0.root).map(tree.text) } == [["1"], ["2"]])
    let all = try Query("$..*")
    #expect(tree.documents.map { all.select(in: tree, root: $0.root).count } == [1, 1])
  }

  @Test(
    arguments: [
      "$ .a", "$\n.a\t['b']\r[0]", "$[ 0 , 1 ]", "$[ 1 : 2 : 3 ]", "$[1 :2: 3]", "$[ : ]", "$[::]",
      "$[?  @.a  ==  1  ]",
      "$[? ( @.a ) ]", "$[?! @.a]", "$[?!( @.a )]", "$[?count( @ .a )==1]", "$[?match( @.a , 'x' )]", "$ ..a",
      "$[?@.a&&@.b||@.c]",
      "$..['a', 0]", "$..*", "$[?@ .a [0] == 1]", "$[?$]", "$[?@.a==-0]", "$[?@.a==1e5]", "$[?@.a==-1.5E+10]",
    ])
  func valid(_ query: String) {
    #expect(queryError(in: query) == nil)
  }

  /// Blanks in the brackets of a query that is compared make it no singular query (section 2.3.5.1).
  @Test(arguments: ["$[?@[ 'a']==1]", "$[?@['a' ]==1]", "$[?1==$[ 0 ]]", "$[?length(@[ 0])==1]"])
  func singularQueriesHaveNoBlanksInBrackets(_ query: String) {
    #expect(queryError(in: query) != nil)
    #expect(queryError(in: query.replacing(" ", with: "")) == nil)
  }
}
