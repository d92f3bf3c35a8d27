import JSONSchema
import Testing
import YAML

/// Each format with texts that are of it and texts that are not.
@Suite("Formats")
struct FormatTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let right: [String]
    let wrong: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "date", right: ["2020-02-29", "0000-01-01"],
      wrong: ["2021-02-29", "2021-2-03", "20210203", "2021-13-01", "2021-01-00", ""]),
    Case(
      name: "time", right: ["08:30:06Z", "23:59:60Z", "08:30:06.5+01:00"],
      wrong: ["08:30:06", "24:00:00Z", "08:30:60Z", "08:30:06.Z"]),
    Case(
      name: "date-time", right: ["2021-02-03T08:30:06Z", "2021-02-03t08:30:06z"],
      wrong: ["2021-02-03 08:30:06Z", "2021-02-30T08:30:06Z", "2021-02-03"]),
    Case(
      name: "duration", right: ["P1Y2M3DT4H5M6S", "P2W", "PT36H"],
      wrong: ["P", "PT", "P1Y2D", "P1Y2W", "PT1D"]),
    Case(
      name: "email", right: ["a.b@example.org", "\"a b\"@[192.0.2.1]", "a@[IPv6:::1]"],
      wrong: ["a", ".a@b", "a@-b", "a b@c", "é@example.org"]),
    Case(name: "idn-email", right: ["실례@실례.테스트", "é@example.org"], wrong: ["2962", "a@☃.org"]),
    Case(
      name: "hostname", right: ["www.example.org", "xn--nxasmq6b"],
      wrong: ["", "a.", "-a", "a_b", "xn--x", "é.org"]),
    Case(
      name: "idn-hostname",
      right: [
        "실례.테스트", "l·l", "α͵β", "א׳", "ab。cd", "ノア・ア", "क्‍ष", "ب‌ب", "\u{921}\u{93C}", "x\u{323}\u{301}",
        "\u{1EA1}\u{300}",
      ],
      wrong: [
        "a·l", "〮a", "aa--é", "é-", "\u{301}a", "・", "Ä", "a‍b", "☃", "בa",
        // Not in Normalization Form C: put together, in another order, and both.
        "e\u{301}", "x\u{301}\u{323}", "\u{E0}\u{323}", "x\u{16D67}\u{16D67}",
      ]),
    Case(
      name: "ipv4", right: ["192.0.2.1", "0.0.0.0"],
      wrong: ["192.0.2", "192.0.2.256", "192.0.2.01", "192.0.2.1/24", "1.2.3.4.5"]),
    Case(
      name: "ipv6", right: ["::", "2001:db8::1", "::ffff:192.0.2.1", "1:2:3:4:5:6:7::"],
      wrong: [":", "1::2::3", "1:2:3:4:5:6:7:8:9", "::12345", "fe80::1%eth0", "1:2"]),
    Case(
      name: "uri", right: ["https://example.org/a?b#c", "urn:x:y", "mailto:a@b"],
      wrong: ["/a", "a b:c", "http://a:b/", "http://[::1", "http://é/", "http://a%zz"]),
    Case(
      name: "uri-reference", right: ["", "/a", "#b", "?c", "a/b:c"], wrong: ["a b", "\\\\a", "1:2", "#a#b"]),
    Case(name: "iri", right: ["http://é/ü?ö#ä"], wrong: ["é", "http://é /"]),
    Case(name: "iri-reference", right: ["é", "//é"], wrong: ["é\\"]),
    Case(
      name: "uuid", right: ["2EB8AA08-AA98-11EA-B4AA-73B441D16380"],
      wrong: ["2eb8aa08aa9811eab4aa73b441d16380", "2eb8aa08-aa98-11ea-b4aa-73b441d1638g"]),
    Case(
      // Erratum 6937 of RFC 6570, which is verified, allows the apostrophe as a literal.
      name: "uri-template", right: ["/a/{b}{?c*,d:3}", "", "it's/{a}", "'"],
      wrong: [
        "{", "}", "{}", "{a:0}", "{a b}", "{a'b}", "\"", "a<b", "a>b", "a\\b", "a^b", "a`b", "a|b", "a b",
        "%",
      ]),
    Case(name: "json-pointer", right: ["", "/", "/a~0b/~1"], wrong: ["a", "/~", "/~2", "#/a"]),
    Case(name: "relative-json-pointer", right: ["0", "1/a", "2#"], wrong: ["", "01", "-1", "1a", "0##"]),
    Case(name: "regex", right: ["^a+$", "\\p{L}"], wrong: ["(", "a{2,1}", "\\a"]),
    Case(name: "no-such-format", right: ["anything"], wrong: []),
  ]

  @Test("texts are told apart when formats are asserted", arguments: cases)
  func texts(_ test: Case) throws {
    let asserted = try schema("format: \(test.name)", SchemaOptions(assertFormats: true))
    let annotated = try schema("format: \(test.name)")
    for text in test.right + test.wrong {
      var value = ""
      JSONString.append(text, to: &value)
      #expect(
        try asserted.accepts(value) == test.right.contains { $0.utf8.elementsEqual(text.utf8) }, "\(text)")
      #expect(try annotated.accepts(value))
    }
    #expect(try asserted.accepts("1"))
  }
}
