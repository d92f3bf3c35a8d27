import JSONPath
import Testing
import YAML

@Suite struct ComparisonTests {
  /// Table 11 of RFC 9535, with the rest of what its rules say.
  @Test(
    arguments: [
      ("$.absent1 == $.absent2", true), ("$.absent1 <= $.absent2", true), ("$.absent == 'g'", false),
      ("$.absent1 != $.absent2", false), ("$.absent != 'g'", true), ("1 <= 2", true), ("1 > 2", false),
      ("13 == '13'", false), ("'a' <= 'b'", true), ("'a' > 'b'", false), ("$.obj == $.arr", false),
      ("$.obj != $.arr", true), ("$.obj == $.obj", true), ("$.obj != $.obj", false), ("$.arr == $.arr", true),
      ("$.arr != $.arr", false), ("$.obj == 17", false), ("$.obj != 17", true), ("$.obj <= $.arr", false),
      ("$.obj < $.arr", false), ("$.obj <= $.obj", true), ("$.arr <= $.arr", true), ("1 <= $.arr", false),
      ("1 >= $.arr", false), ("1 > $.arr", false), ("1 < $.arr", false), ("true <= true", true),
      ("true > true", false),
      ("$.absent < 1", false), ("$.absent >= $.absent", true), ("$.absent == null", false),
      ("null <= null", true),
      ("null < null", false), ("false < true", false), ("false == false", true), ("true != false", true),
      ("null == false", false), ("'' < 'a'", true), ("'a' < 'aa'", true), ("'b' < 'aa'", false),
      ("1 < '2'", false), ("1 != '1'", true), ("'true' == true", false),
    ])
  func comparison(_ expression: String, _ expected: Bool) throws {
    #expect(try holds(expression, of: #"{"obj": {"x": "y"}, "arr": [2, 3]}"#) == (expected ? .true : .false))
  }

  /// Numbers are compared as they are written, in all their digits.
  @Test(
    arguments: [
      ("9007199254740993", "9007199254740992", "!="), ("9007199254740993", "9007199254740992", ">"),
      ("0.1", "0.10000000000000000001", "<"), ("100000000000000000000000000001", "1e29", ">"),
      ("1.0", "1", "=="), ("100", "1e2", "=="), ("0.015", "1.5E-2", "=="), ("-0", "0", "=="),
      ("-0.0", "0", "=="),
      ("-1", "-2", ">"), ("1e400", "1e401", "<"), ("1e-400", "0", ">"), ("1e400", "1e400", "=="),
      ("123456789012345678901234567890", "123456789012345678901234567890.0", "=="),
    ])
  func number(_ left: String, _ right: String, _ comparison: String) throws {
    #expect(try holds("\(left) \(comparison) \(right)") == .true)
    #expect(try holds("@.left \(comparison) \(right)", of: "{left: \(left)}") == .true)
    #expect(try holds("@.left \(comparison) @.right", of: "{left: \(left), right: \(right)}") == .true)
  }

  /// In the order of code points, which is neither that of UTF-16 nor that of a dictionary.
  @Test(arguments: [("Z", "a"), ("\u{FFFF}", "\u{10000}"), ("é", "中"), ("e\u{301}", "é"), ("a", "a\u{0}")])
  func textOrder(_ less: String, _ greater: String) throws {
    let (less, greater) = (JSON.string(less).text, JSON.string(greater).text)
    #expect(try holds("\(less) < \(greater)") == .true)
    #expect(try holds("\(less) >= \(greater)") == .false)
    #expect(try holds("@[0] < @[1]", of: "[\(less), \(greater)]") == .true)
    #expect(try holds("@[1] > \(less)", of: "[\(less), \(greater)]") == .true)
  }

  /// Text that looks the same and is written with other code points is other text.
  @Test func textIsNotNormalized() throws {
    let document = "[\"\u{E9}\", \"e\u{301}\"]"
    #expect(try holds("@[0] == @[1]", of: document) == .false)
    #expect(try holds("@[0] == '\u{E9}' && @[1] != '\u{E9}'", of: document) == .true)
    #expect(try select("$['\u{E9}']", of: "{\"e\u{301}\": 1, \"\u{E9}\": 2}") == ["2"])
    #expect(
      try holds("@.a == @.b", of: "{a: {x: 1, \"\u{E9}\": 2}, b: {\"e\u{301}\": 2, x: 1}}") == .false)
  }

  @Test(
    arguments: [
      ("{x: 1, y: [2, 3]}", "{y: [2, 3], x: 1.0}", true), ("{x: 1}", "{x: 1, y: 2}", false),
      ("{x: 1, y: 2}", "{x: 1, z: 2}", false), ("[1, 2]", "[2, 1]", false),
      ("[1, [2, {a: b}]]", "[1, [2, {a: b}]]", true),
      ("[]", "{}", false), ("[null]", "[]", false), ("[false]", "[0]", false), ("['1']", "[1]", false),
      ("{1: a}", "{'1': a}", true), ("{1: a, b: c}", "{b: c, '1': a}", true), ("{1: a}", "{1.0: a}", false),
    ])
  func structures(_ left: String, _ right: String, _ expected: Bool) throws {
    let document = "{left: \(left), right: \(right)}"
    #expect(try holds("@.left == @.right", of: document) == (expected ? .true : .false))
    #expect(try holds("@.right != @.left", of: document) == (expected ? .false : .true))
  }

  /// YAML's own numbers: `.nan` is neither below nor above anything, and infinity is beyond all others.
  @Test func numbersThatJSONDoesNotHave() throws {
    #expect(try holds("@.a == 1 || @.a < 1 || @.a > 1", of: "{a: .nan}") == .false)
    #expect(try holds("@.a > 1e999 && @.b < -1e999", of: "{a: .inf, b: -.inf}") == .true)
    #expect(try holds("@.a == 255 && @.b == 8", of: "{a: 0xFF, b: 0o10}") == .true)
  }
}
