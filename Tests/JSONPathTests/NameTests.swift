import JSONPath
import Testing
import YAML

@Suite struct NameTests {
  @Test(
    arguments: [
      (#"$['\b\f\n\r\t\/\\\'']"#, "\u{8}\u{C}\n\r\t/\\'"),
      (#"$["\b\f\n\r\t\/\\\""]"#, "\u{8}\u{C}\n\r\t/\\\""),
      (#"$['"']"#, "\""), (#"$["'"]"#, "'"), (#"$['\u0061\u00E9\u4e2d']"#, "aé中"),
      (#"$["\uD83D\ude00"]"#, "😀"),
      (#"$['\uDBFF\uDFFF']"#, "\u{10FFFF}"), (#"$['\uD800\uDC00']"#, "\u{10000}"),
      (#"$['\ud7ff\uE000']"#, "\u{D7FF}\u{E000}"),
      (#"$['\u0000']"#, "\u{0}"), ("$['😀 ☺']", "😀 ☺"), ("$.☺", "☺"), ("$.a_1é", "a_1é"), ("$._", "_"),
      ("$['']", ""),
      ("$['$']", "$"), ("$['@.a[0]']", "@.a[0]"), ("$['*']", "*"), ("$['0']", "0"), ("$.true", "true"),
      ("$.null", "null"),
      ("$.length", "length"), ("$['\u{7F}']", "\u{7F}"), ("$.\u{80}", "\u{80}"),
      ("$['\u{2028}']", "\u{2028}"),
    ])
  func name(_ query: String, _ name: String) throws {
    let document = "{\(JSON.string(name + "x").text): 1, \(JSON.string(name).text): 2}"
    #expect(try select(query, of: document) == ["2"])
  }

  /// A key that is no string counts as its text, as it is written.
  @Test func keysThatAreNoStrings() throws {
    let document = "{1: a, true: b, ~: c, 1.50: d, 0x1F: e, 2021-03-08: f}"
    #expect(try select("$['1', 'true', '~', '1.50', '0x1F', '2021-03-08']", of: document).count == 6)
    #expect(try select("$['1.5']", of: document) == [])
    #expect(try select("$[0]", of: document) == [])
    #expect(try select("$.true", of: document) == [#""b""#])
  }

  @Test func namesSelectNothingOfWhatIsNoMapping() throws {
    #expect(try select("$['0']", of: "[a]") == [])
    #expect(try select("$.a", of: "a") == [])
    #expect(try select("$[0]", of: "{0: a}") == [])
  }

  @Test func keysThatAreFoldedOrMergedAreFound() throws {
    #expect(try select("$['a b']", of: "? \"a\\\n  \\ b\"\n: 1") == ["1"])
    #expect(try select("$.b.x", of: "a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}") == ["1"])
    #expect(try select("$.b.y", of: "a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}") == ["3"])
    #expect(try select("$.b.x", of: "a: &a {x: 1}\nb: *a") == ["1"])
  }

  /// A list or mapping that is a key is passed over with all that is in it.
  @Test func keysThatAreNoScalars() throws {
    let document = "? {a: 1}\n: b\n? [x, {c: d}]\n: e\nf: g\n"
    #expect(try select("$.*", of: document) == [#""b""#, #""e""#, #""g""#])
    #expect(try select("$..*", of: document) == [#""b""#, #""e""#, #""g""#])
    #expect(try select("$..a", of: document) == [])
    #expect(try select("$['']", of: document) == [])
    #expect(try select("$[?@ == 'e']", of: document) == [#""e""#])
  }
}
