import JSONSchema
import Testing
import YAML

/// What a schema says to someone who writes a value.
@Suite("Descriptions")
struct DescriptionTests {
  private let text = """
    title: An activity
    required: [title]
    properties:
      title: {title: Title, type: string}
      mode: {description: How people met., enum: [online, 2]}
      date: {$ref: "#/$defs/span"}
      seats: {items: {anyOf: [{properties: {role: {}}}, {properties: {person: {}}}]}}
    patternProperties: {"^x-": {const: 1}}
    additionalProperties: {title: Anything else}
    $defs: {span: {title: A span, type: object, required: [end], properties: {start: {}, end: {}}}}
    """

  @Test("members, with what their schemas say, through references")
  func members() throws {
    let description = try schema(text).describe()
    #expect(description.titles == ["An activity"])
    #expect(
      description.members == [
        .init(name: "title", title: "Title", isRequired: true),
        .init(name: "mode", description: "How people met."),
        .init(name: "date", title: "A span"),
        .init(name: "seats"),
      ])
  }

  @Test("values, and every branch")
  func values() throws {
    let schema = try schema(text)
    #expect(schema.describe([.member("mode")]).values == ["online", "2"])
    #expect(schema.describe([.member("x-a")]).values == ["1"])
    #expect(schema.describe([.member("other")]).titles == ["Anything else"])
    #expect(schema.describe([.member("seats"), .element(3)]).members.map(\.name) == ["role", "person"])
    #expect(schema.describe([.member("date")]).members.filter(\.isRequired).map(\.name) == ["end"])
  }

  @Test("the place is that of a node")
  func nodes() throws {
    let tree = try tree("{title: A, seats: [{role: x}], mode: online}")
    let root = tree.documents[0].root
    let mode = try #require(tree.value("mode", of: root))
    #expect(try schema(text).describe(mode, from: root, in: tree).values == ["online", "2"])
    let seats = try #require(tree.value("seats", of: root))
    let seat = try #require(tree.elements(of: seats).first { _ in true })
    #expect(try schema(text).describe(seat, from: root, in: tree).members.map(\.name) == ["role", "person"])
  }
}
