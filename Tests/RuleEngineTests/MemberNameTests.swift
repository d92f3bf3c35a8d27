import Findings
import RuleEngine
import Testing

@Suite("The name of a member is text")
struct MemberNameTests {
  private func check(_ kind: String, schemas: [String: String] = [:], _ files: [String: String]) throws
    -> SetCheck
  {
    try SetCheck(
      sources: "{a: {files: ['*.yaml']}}", indexes: "{name: {source: a, select: '$.defined.*~', key: '@'}}",
      rules: ["r": "source: a\nselect: '$.names.*~'\n\(kind)\n"], schemas: schemas, files)
  }

  @Test("for an expression")
  func assert() throws {
    try check(
      #"assert: "match(@, '[0-9]+|null') || @ == 'true' && length(@) == 4 && starts_with(@, 't')""#,
      ["a.yaml": "names: {42: a, null: b, true: c, ⟦4.0⟧: d, ⟦~⟧: e}\n"]
    ).expectPlaces()
  }

  @Test("for a schema")
  func schema() throws {
    try check(
      "schema: name.yaml", schemas: ["name.yaml": "type: string\npattern: '^[a-z0-9]+$'\n"],
      ["a.yaml": "names: {42: a, null: b, true: c, ⟦4.0⟧: d}\n"]
    ).expectPlaces()
  }

  @Test("where names are compared")
  func unique() throws {
    try check(
      "unique: {key: '@'}",
      ["a.yaml": "names: {42: a, 1.0: b, null: c}\n", "b.yaml": "names: {⟦'42'⟧: a, 1.00: b, ⟦'null'⟧: c}\n"]
    ).expectPlaces()
  }

  @Test("for an index and what refers to it")
  func reference() throws {
    try check(
      "reference: {index: name}",
      [
        "a.yaml": "defined: {null: a, 42: b}\nnames: {'null': a, '42': b, ⟦'~'⟧: c}\n",
        "b.yaml": "names: {null: a}\n",
      ]
    ).expectPlaces()
  }
}
