import Findings
import RuleEngine
import Testing

@Suite("schema")
struct SchemaRuleTests {
  private static let schema = """
    type: object
    required: [name]
    properties:
      name: {type: string}
      kind: {enum: [city, region]}
      place: {$ref: place.schema.json}
    additionalProperties: false
    """
  private static let place =
    #"{"type": "object", "required": ["at"], "properties": {"at": {"type": "integer"}}}"#

  private func check(_ rule: String = "schema: schemas/x.schema.yaml\n", text: String) throws
    -> SetCheck
  {
    try SetCheck(
      sources: "{a: {files: ['*.yaml']}}", rules: ["shape": "source: a\n" + rule],
      schemas: ["x.schema.yaml": Self.schema, "place.schema.json": Self.place], ["a.yaml": text])
  }

  @Test(
    "the exact failing value, the mapping's key for a missing property, the key of an extra one")
  func places() throws {
    let check = try check(text: "name: ⟦1⟧\nkind: ⟦citty⟧\n⟦place⟧: {}\n⟦plac⟧: x\n")
    #expect(check.findings.allSatisfy { $0.rule == "shape" && $0.severity == .error })
    #expect(check.findings.map(\.pointer) == ["/name", "/kind", "/place", "/plac"])
    #expect(check.findings[1].suggestions.map(\.value) == ["city"])
    check.expectPlaces()
  }

  @Test(
    "a missing property of the root is at its first key, and a file may be named without its folder"
  )
  func root() throws {
    let check = try check("schema: x.schema.yaml\n", text: "⟦kind⟧: city\n")
    check.expectPlaces()
  }

  @Test("each selected node is checked")
  func selected() throws {
    let check = try check(
      "select: '$.all[*]'\nschema: x.schema.yaml\n", text: "all: [{name: a}, ⟦3⟧]\n")
    check.expectPlaces()
  }

  @Test("an empty file has nothing that a schema needs")
  func empty() throws {
    let check = try check(text: "⟦⟧")
    check.expectPlaces()
  }
}
