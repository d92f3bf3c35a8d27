import SourceText
import Testing
import YAML

/// The core schema of YAML 1.2 (section 10.3.2), and what YAML 1.1 makes of the same text.
@Suite("Core schema")
struct CoreSchemaTests {
  private func root(_ text: String) throws -> (tree: Tree, node: NodeID) {
    let loaded = load(text)
    let tree = try #require(loaded.tree, "refused: \(loaded.problems)")
    return (tree, tree.documents[0].root)
  }

  @Test(
    "a plain scalar is of its kind",
    arguments: [
      (Kind.null, ["", "~", "null", "Null", "NULL"]),
      (.boolean, ["true", "True", "TRUE", "false", "False", "FALSE"]),
      (.integer, ["0", "-0", "+1", "12345678901234567890", "010", "0o7", "0o17", "0xFF", "0xaf09"]),
      (
        .float,
        [
          "1.", ".5", "-.5", "+12e03", "1e5", "1.5E-7", "-2E+05", "0.", ".inf", "-.INF", "+.Inf", ".nan",
          ".NaN",
        ]
      ),
      (
        .string,
        [
          "nULL", "tRUE", "yes", "no", "on", "0o8", "0xG", "0o", "0x", "-0o7", "+0xF", "1_000", "1:30", "1e",
          "e5", ".",
          "-", "+", "--1", "1.2.3", ".iNF", "-.nan", "2021-02-03", "0b1", "1 2", "nan", "inf", "..", "+.",
          "1e5.0",
        ].filter { $0 != "-" }
      ),
    ] as [(Kind, [String])])
  func plain(kind: Kind, texts: [String]) throws {
    for text in texts {
      let (tree, node) = try root("[x, \(text)" + (text.isEmpty ? "~]" : "]"))
      let last = try #require(Array(tree.elements(of: node)).last)
      #expect(tree.kind(of: last) == kind, "\(text)")
    }
  }

  @Test(
    "a number has its value, exactly",
    arguments: [
      ("010", "10"), ("+1", "1"), ("-0", "0"), ("0o17", "15"), ("0xFF", "255"), ("1.", "1"), (".5", "0.5"),
      ("1.10", "1.1"), ("1e3", "1000"), ("-2E+05", "-200000"),
      ("12345678901234567890123", "12345678901234567890123"),
      ("0xFFFFFFFFFFFFFFFFFFFF", "1208925819614629174706175"),
      ("0xDE0B6B3A7640000", "1000000000000000000"), ("0o777777777777777777777777", "4722366482869645213695"),
      ("0x000000000000000000000010", "16"), ("0x0000000000000000", "0"),
      ("0x1000000000000000000000000", "79228162514264337593543950336"),
      ("!!int '0xDE0B6B3A7640001'", "1000000000000000001"), (".inf", ".inf"), ("-.INF", "-.inf"),
      ("0.1e-30", "1e-31"), ("100e-2", "1"),
      ("340282366920938463463374607431768211456", "340282366920938463463374607431768211456"),
    ])
  func numbers(text: String, value: String) throws {
    let (tree, node) = try root(text)
    #expect(tree.number(of: node)?.description == value)
    #expect(Number(coreSchema: tree.text(of: node))?.description == value)
    if !text.hasPrefix("!!") { #expect(tree.text(of: node) == text) }
  }

  @Test("a hexadecimal number of any length is a number", arguments: [10, 3_000])
  func longHexadecimal(count: Int) throws {
    let (tree, node) = try root("0x" + String(repeating: "f", count: count))
    #expect(tree.kind(of: node) == .integer)
  }

  @Test(
    "a tag says what a scalar is",
    arguments: [
      ("!!str 1", Kind.string), ("!!str", .string), ("! 1", .string), ("!!int \"3\"", .integer),
      ("!!int 0o7", .integer),
      ("!!float 1", .float), ("!!float 1.5", .float), ("!!bool \"true\"", .boolean), ("!!null ''", .null),
      ("!!null ~", .null), ("!!binary aGk=", .string), ("!!timestamp 2021-02-03", .string),
      ("!!seq [1]", .sequence),
      ("!!map {a: 1}", .mapping), ("!!set {a}", .mapping), ("!<tag:yaml.org,2002:str> 1", .string),
    ])
  func tags(text: String, kind: Kind) throws {
    let loaded = load(text)
    let tree = try #require(loaded.tree)
    #expect(tree.kind(of: tree.documents[0].root) == kind)
    #expect(loaded.problems == [])
  }

  @Test(
    "a tag that is not known, or that the text has not, is a warning and the text stays text",
    arguments: ["!local ⟦1⟧", "!!foo ⟦1⟧", "!!int ⟦x⟧", "!!bool ⟦1⟧", "!<tag:example.com,2000:a> ⟦1⟧"])
  func unknownTags(marked: String) throws {
    let marked = Marked(marked)
    let loaded = load(marked.text)
    let tree = try #require(loaded.tree)
    #expect(tree.kind(of: tree.documents[0].root) == .string)
    #expect(loaded.problems.map(\.kind) == [.unknownTag])
    #expect(loaded.problems.map(\.range) == marked.ranges)
  }

  @Test(
    "a scalar that YAML 1.1 reads otherwise is a warning, with quotes as its fix",
    arguments: [
      "a: ⟦no⟧", "a: ⟦On⟧", "a: ⟦YES⟧", "⟦off⟧: a", "a: ⟦010⟧", "a: ⟦1:30⟧", "a: ⟦1_000⟧", "a: ⟦0b11⟧",
      "a: ⟦0o7⟧", "a: ⟦1e5⟧",
      "a: ⟦190:20:30⟧", "a: ⟦0x_F⟧", "a: ⟦-0xF⟧", "a: ⟦685.230_15e+03⟧", "a: ⟦.7_5⟧", "a: ⟦0_7⟧",
    ])
  func ambiguous(marked: String) throws {
    let marked = Marked(marked)
    let problems = load(marked.text).problems
    #expect(problems.map(\.kind) == [.ambiguousScalar])
    #expect(problems.map(\.range) == marked.ranges)
    let edit = try #require(problems.first?.edit)
    #expect(edit.range == marked.ranges.first)
    #expect(edit.text.hasPrefix("\"") && edit.text.hasSuffix("\""))
  }

  @Test(
    "what both read alike is none",
    arguments: [
      "a: 'no'", "a: \"on\"", "a: nope", "a: 2021-02-03", "a: 08:30", "a: 1.5e+3", "a: 10", "a: 0", "a: 01",
      "a: y", "a: 1.1",
      "a: +1", "a: !!str no", "a: 12:61", "a: 0_8", "a: ._5", "a: .", "a: +.", "a: 1_0e+5", "a: 1_0.5e5",
      "a: 1_0.5e+",
    ])
  func unambiguous(text: String) {
    #expect(load(text).problems == [])
  }
}
