import JSONSchema
import SourceText
import Testing
import YAML

/// Schemas that are refused: the place, what is wrong, and what is right.
@Suite("Invalid schemas")
struct SchemaErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let schema: String
    let errors: [String]
    let suggestions: [String]

    init(_ schema: String, _ errors: String..., suggestions: [String] = []) {
      (self.schema, self.errors, self.suggestions) = (schema, errors, suggestions)
    }

    var testDescription: String { schema }
  }

  static let cases: [Case] = [
    Case("type: strng", "‹strng› the text \"strng\" is no type", suggestions: ["string"]),
    Case("type: null", "‹null› null is no type"),
    Case("type: [string, strin]", "‹strin› the text \"strin\" is no type", suggestions: ["string"]),
    Case("type: [string, string]", "‹string› string stands twice in type"),
    Case("minLength: -1", "‹-1› minLength must be a whole number, 0 or more; this is the number -1"),
    Case("maxItems: 1.5", "‹1.5› maxItems must be a whole number, 0 or more; this is the number 1.5"),
    Case("minimum: '3'", "‹'3'› minimum must be a number; this is the text \"3\""),
    Case("multipleOf: 0", "‹0› multipleOf must be greater than 0; this is the number 0"),
    Case("uniqueItems: 1", "‹1› uniqueItems must be true or false; this is the number 1"),
    Case("enum: x", "‹x› enum must be a list of values; this is the text \"x\""),
    Case("required: a", "‹a› required must be a list of names; this is the text \"a\""),
    Case("required: [a, 1]", "‹1› required must be a list of names; the number 1 is none"),
    Case("required: [a, a]", "‹a› a stands twice in required"),
    Case("properties: [a]", "‹[a]› properties must be a mapping of schemas; this is a list"),
    Case("properties: {a: x}", "‹x› a schema is a mapping, true or false; this is the text \"x\""),
    Case("allOf: []", "‹[]› allOf must be a list of schemas, and not an empty one; this is an empty list"),
    Case("items: [{}]", "‹[{}]› items must be one schema; this is a list"),
    Case(
      "pattern: 'ab(c'",
      "‹(c› \"ab(c\" is no pattern: expected ')' to end the group, found the end of the pattern"),
    Case("$id: a#b", "‹a#b› $id must have no #b"),
    Case("$anchor: 1a", "‹1a› \"1a\" is no name for $anchor"),
    Case(
      "{$ref: '#/$defs/memer', $defs: {member: {}}}",
      "‹'#/$defs/memer'› $ref \"#/$defs/memer\" leads nowhere: there is no memer in #/$defs",
      suggestions: ["#/$defs/member"]),
    Case(
      "{$ref: '#memer', $defs: {a: {$anchor: member}}}",
      "‹'#memer'› $ref \"#memer\" leads nowhere: there is no anchor memer in schema.yaml",
      suggestions: ["#member"]),
    Case("$ref: other.yaml", "‹other.yaml› $ref leads to other.yaml, which is not there"),
    Case(
      "$ref: '#/$defs/a%zz'",
      "‹'#/$defs/a%zz'› $ref \"#/$defs/a%zz\" leads nowhere: #/$defs/a%zz has a % that is followed by no byte in UTF-8"
    ),
    Case(
      "$schema: http://json-schema.org/draft-04/schema#",
      "‹http://json-schema.org/draft-04/schema#› this draft of JSON Schema is not supported",
      suggestions: ["https://json-schema.org/draft/2020-12/schema"]),
    Case(
      "$schema: mine.yaml", "‹mine.yaml› $schema must be a whole URI; this is \"mine.yaml\"",
      suggestions: ["https://json-schema.org/draft/2020-12/schema"]),
    Case(
      "$schema: https://example.org/mine",
      "‹https://example.org/mine› the metaschema https://example.org/mine is not known",
      suggestions: ["https://json-schema.org/draft/2020-12/schema"]),
    Case(
      "{$defs: {a: {$anchor: x}, b: {$anchor: x}}}", "‹x› the anchor x stands twice in this schema"),
    Case(
      "{type: strng, $defs: {a: {minimum: x}}, items: {$ref: '#/nowhere'}}",
      "‹strng› the text \"strng\" is no type", "‹x› minimum must be a number; this is the text \"x\"",
      "‹'#/nowhere'› $ref \"#/nowhere\" leads nowhere: there is no nowhere in the schema",
      suggestions: ["string"]),
  ]

  @Test("all that is wrong is said, at its place", arguments: cases)
  func errors(_ test: Case) throws {
    let error = try #require(throws: SchemaError.self) { try schema(test.schema) }
    let source = SourceText(test.schema)
    #expect(([error] + error.others).map { "‹\(source.text(in: $0.range))› \($0.message)" } == test.errors)
    #expect(error.suggestions == test.suggestions)
    #expect(error.uri == "schema.yaml")
  }

  @Test("an error in another document is at its place there")
  func otherDocument() throws {
    let documents = ["schema.yaml": "$ref: sub/b.yaml", "sub/b.yaml": "items: {type: txt}"]
    let error = try #require(throws: SchemaError.self) { try compile(documents) }
    #expect(error.uri == "sub/b.yaml")
    #expect(error.range == ByteRange(14, 17))
  }

  @Test("a file that is no schema document says why, and references to it do not say it again")
  func unusableFiles() throws {
    for (text, range, message) in [
      ("a: [1", ByteRange(5, 5), "a list in brackets is not closed, or a comma is missing"),
      ("a: 1\na: 2", ByteRange(5, 6), "the key a stands here twice; it is already in line 1"),
      ("true\n---\nfalse", ByteRange(9, 14), "a schema is one document, but a second one begins here"),
      ("", ByteRange(0, 0), "the schema b.yaml is empty"),
    ] {
      var library = SchemaLibrary { uri in uri == "b.yaml" ? loadYAML(SourceText(text)) : nil }
      let document = try tree("{allOf: [{$ref: b.yaml}, {$ref: b.yaml}]}")
      library.add(document, root: document.documents[0].root, uri: "schema.yaml")
      let error = try #require(throws: SchemaError.self) { try library.compile("schema.yaml") }
      #expect(error.uri == "b.yaml")
      #expect(error.range == range)
      #expect(error.message == message)
      #expect(error.others.isEmpty)
    }
  }

  @Test("there is no such schema")
  func noSchema() {
    #expect(throws: SchemaError.self) { try SchemaLibrary().compile("none.yaml") }
  }

  @Test("unknown keywords are right; one that is close to a known one is a hint")
  func hints() throws {
    let schema = try schema("{propertes: {a: {}}, x-note: 1, items: {minLenght: 3}}")
    #expect(
      schema.hints.map(\.message).sorted() == [
        "minLenght is no keyword and says nothing here; did you mean minLength?",
        "propertes is no keyword and says nothing here; did you mean properties?",
      ])
  }
}
