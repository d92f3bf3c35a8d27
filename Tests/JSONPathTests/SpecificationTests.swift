import JSONPath
import Testing
import YAML

/// The examples of RFC 9535, with what its tables say of them.
@Suite struct SpecificationTests {
  struct Example: CustomTestStringConvertible {
    let query: String
    let document: String
    let values: [String]
    let paths: [String]

    var testDescription: String { query }
  }

  @Test(arguments: bookstore + selectors + filters + segments + nulls)
  func example(_ example: Example) throws {
    let tree = try tree(example.document)
    let nodes = try Query(example.query).select(in: tree, root: tree.documents[0].root)
    #expect(nodes.map { tree.json(of: $0) } == example.values)
    if !example.paths.isEmpty { #expect(nodes.map(tree.normalizedPath) == example.paths) }
  }

  private static func table(_ document: String, _ rows: [(String, [String], [String])]) -> [Example] {
    rows.map { Example(query: $0.0, document: document, values: $0.1, paths: $0.2) }
  }

  /// Figure 1 and table 2.
  static let bookstore = table(
    """
    {"store": {
      "book": [
        {"category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95},
        {"category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99},
        {"category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3",
         "price": 8.99},
        {"category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings",
         "isbn": "0-395-19395-8", "price": 22.99}],
      "bicycle": {"color": "red", "price": 399}}}
    """,
    [
      (
        "$.store.book[*].author",
        ["\"Nigel Rees\"", "\"Evelyn Waugh\"", "\"Herman Melville\"", "\"J. R. R. Tolkien\""], []
      ),
      (
        "$..author", ["\"Nigel Rees\"", "\"Evelyn Waugh\"", "\"Herman Melville\"", "\"J. R. R. Tolkien\""], []
      ),
      ("$.store..price", ["8.95", "12.99", "8.99", "22.99", "399"], []),
      ("$..book[2].author", ["\"Herman Melville\""], ["$['store']['book'][2]['author']"]),
      ("$..book[2].publisher", [], []),
      ("$..book[-1].title", ["\"The Lord of the Rings\""], ["$['store']['book'][3]['title']"]),
      ("$..book[0,1].price", ["8.95", "12.99"], []),
      ("$..book[:2].price", ["8.95", "12.99"], []),
      ("$..book[?@.isbn].price", ["8.99", "22.99"], []),
      ("$..book[?@.price<10].price", ["8.95", "8.99"], []),
    ])

  /// Tables 5 to 9.
  static let selectors =
    table(
      #"{"o": {"j j": {"k.k": 3}}, "'": {"@": 2}}"#,
      [
        ("$.o['j j']", [#"{"k.k": 3}"#], ["$['o']['j j']"]),
        ("$.o['j j']['k.k']", ["3"], ["$['o']['j j']['k.k']"]),
        (#"$.o["j j"]["k.k"]"#, ["3"], ["$['o']['j j']['k.k']"]),
        (#"$["'"]["@"]"#, ["2"], [#"$['\'']['@']"#]),
      ])
    + table(
      #"{"o": {"j": 1, "k": 2}, "a": [5, 3]}"#,
      [
        ("$[*]", [#"{"j": 1, "k": 2}"#, "[5, 3]"], ["$['o']", "$['a']"]),
        ("$.o[*]", ["1", "2"], ["$['o']['j']", "$['o']['k']"]),
        ("$.o[*, *]", ["1", "2", "1", "2"], []),
        ("$.a[*]", ["5", "3"], ["$['a'][0]", "$['a'][1]"]),
      ])
    + table(#"["a", "b"]"#, [("$[1]", [#""b""#], ["$[1]"]), ("$[-2]", [#""a""#], ["$[0]"])])
    + table(
      "[a, b, c, d, e, f, g]",
      [
        ("$[1:3]", [#""b""#, #""c""#], ["$[1]", "$[2]"]),
        ("$[5:]", [#""f""#, #""g""#], ["$[5]", "$[6]"]),
        ("$[1:5:2]", [#""b""#, #""d""#], ["$[1]", "$[3]"]),
        ("$[5:1:-2]", [#""f""#, #""d""#], ["$[5]", "$[3]"]),
        (
          "$[::-1]", [#""g""#, #""f""#, #""e""#, #""d""#, #""c""#, #""b""#, #""a""#],
          ["$[6]", "$[5]", "$[4]", "$[3]", "$[2]", "$[1]", "$[0]"]
        ),
      ])

  /// Table 12.
  static let filters = table(
    """
    {"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
     "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f"}
    """,
    [
      ("$.a[?@.b == 'kilo']", [#"{"b": "kilo"}"#], ["$['a'][9]"]),
      ("$.a[?(@.b == 'kilo')]", [#"{"b": "kilo"}"#], ["$['a'][9]"]),
      ("$.a[?@>3.5]", ["5", "4", "6"], ["$['a'][1]", "$['a'][4]", "$['a'][5]"]),
      (
        "$.a[?@.b]", [#"{"b": "j"}"#, #"{"b": "k"}"#, #"{"b": {}}"#, #"{"b": "kilo"}"#],
        ["$['a'][6]", "$['a'][7]", "$['a'][8]", "$['a'][9]"]
      ),
      (
        "$[?@.*]",
        [
          #"[3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}]"#,
          #"{"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}"#,
        ], ["$['a']", "$['o']"]
      ),
      (
        "$[?@[?@.b]]", [#"[3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}]"#], ["$['a']"]
      ),
      (
        "$.o[?@<3, ?@<3]", ["1", "2", "1", "2"], ["$['o']['p']", "$['o']['q']", "$['o']['p']", "$['o']['q']"]
      ),
      (#"$.a[?@<2 || @.b == "k"]"#, ["1", #"{"b": "k"}"#], ["$['a'][2]", "$['a'][7]"]),
      (#"$.a[?match(@.b, "[jk]")]"#, [#"{"b": "j"}"#, #"{"b": "k"}"#], ["$['a'][6]", "$['a'][7]"]),
      (
        #"$.a[?search(@.b, "[jk]")]"#, [#"{"b": "j"}"#, #"{"b": "k"}"#, #"{"b": "kilo"}"#],
        ["$['a'][6]", "$['a'][7]", "$['a'][9]"]
      ),
      ("$.o[?@>1 && @<4]", ["2", "3"], ["$['o']['q']", "$['o']['r']"]),
      ("$.o[?@.u || @.x]", [#"{"u": 6}"#], ["$['o']['t']"]),
      (
        "$.a[?@.b == $.x]", ["3", "5", "1", "2", "4", "6"],
        ["$['a'][0]", "$['a'][1]", "$['a'][2]", "$['a'][3]", "$['a'][4]", "$['a'][5]"]
      ),
      (
        "$.a[?@ == @]",
        ["3", "5", "1", "2", "4", "6", #"{"b": "j"}"#, #"{"b": "k"}"#, #"{"b": {}}"#, #"{"b": "kilo"}"#], []
      ),
    ])

  /// Tables 15 and 16. Members come in the order of the text, and nodes before their descendants.
  static let segments =
    table(
      "[a, b, c, d, e, f, g]",
      [
        ("$[0, 3]", [#""a""#, #""d""#], ["$[0]", "$[3]"]),
        ("$[0:2, 5]", [#""a""#, #""b""#, #""f""#], ["$[0]", "$[1]", "$[5]"]),
        ("$[0, 0]", [#""a""#, #""a""#], ["$[0]", "$[0]"]),
      ])
    + table(
      #"{"o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]]}"#,
      [
        ("$..j", ["1", "4"], ["$['o']['j']", "$['a'][2][0]['j']"]),
        ("$..[0]", ["5", #"{"j": 4}"#], ["$['a'][0]", "$['a'][2][0]"]),
        (
          "$..*",
          [
            #"{"j": 1, "k": 2}"#, #"[5, 3, [{"j": 4}, {"k": 6}]]"#, "1", "2", "5", "3",
            #"[{"j": 4}, {"k": 6}]"#, #"{"j": 4}"#, #"{"k": 6}"#, "4", "6",
          ],
          [
            "$['o']", "$['a']", "$['o']['j']", "$['o']['k']", "$['a'][0]", "$['a'][1]", "$['a'][2]",
            "$['a'][2][0]", "$['a'][2][1]", "$['a'][2][0]['j']", "$['a'][2][1]['k']",
          ]
        ),
        ("$..o", [#"{"j": 1, "k": 2}"#], ["$['o']"]),
        ("$.o..[*, *]", ["1", "2", "1", "2"], []),
        (
          "$.a..[0, 1]", ["5", "3", #"{"j": 4}"#, #"{"k": 6}"#],
          ["$['a'][0]", "$['a'][1]", "$['a'][2][0]", "$['a'][2][1]"]
        ),
      ])

  /// Table 17.
  static let nulls = table(
    #"{"a": null, "b": [null], "c": [{}], "null": 1}"#,
    [
      ("$.a", ["null"], ["$['a']"]), ("$.a[0]", [], []), ("$.a.d", [], []),
      ("$.b[0]", ["null"], ["$['b'][0]"]),
      ("$.b[*]", ["null"], ["$['b'][0]"]), ("$.b[?@]", ["null"], ["$['b'][0]"]),
      ("$.b[?@==null]", ["null"], ["$['b'][0]"]), ("$.c[?@.d==null]", [], []),
      ("$.null", ["1"], ["$['null']"]),
    ])

  /// Table 14, of the functions that there are.
  @Test(
    arguments: [
      ("$[?length(@) < 3]", true), ("$[?length(@.*) < 3]", false), ("$[?count(@.*) == 1]", true),
      ("$[?count(1) == 1]", false), ("$[?match(@.timezone, 'Europe/.*')]", true),
      ("$[?match(@.timezone, 'Europe/.*') == true]", false), ("$[?value(@..color) == \"red\"]", true),
      ("$[?value(@..color)]", false),
    ])
  func wellTyped(_ query: String, _ isValid: Bool) {
    #expect((queryError(in: query) == nil) == isValid)
  }
}
