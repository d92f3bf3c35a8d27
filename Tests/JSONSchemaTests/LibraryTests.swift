import JSONSchema
import SourceText
import Synchronization
import Testing
import YAML

/// Schemas in several documents and under several names.
@Suite("Libraries")
struct LibraryTests {
  @Test("paths are relative to the document they stand in")
  func paths() throws {
    let schema = try compile([
      "schema.yaml": "properties: {a: {$ref: sub/a.yaml}}",
      "sub/a.yaml": "$ref: ../b.yaml#/$defs/x",
      "b.yaml": "$defs: {x: {type: string}}",
    ])
    #expect(try schema.accepts("a: text"))
    let failure = try #require(try schema.validate("a: 1").failures.first)
    #expect(failure.schemaURI == "b.yaml")
    #expect(failure.schemaPointer == "/$defs/x/type")
  }

  @Test("documents that refer to each other")
  func cycle() throws {
    let schema = try compile([
      "schema.yaml": "{type: object, properties: {child: {$ref: b.yaml}}}",
      "b.yaml": "{type: object, properties: {child: {$ref: schema.yaml}}}",
    ])
    #expect(try schema.accepts("{child: {child: {child: {}}}}"))
    #expect(try !schema.accepts("{child: {child: {child: 1}}}"))
  }

  @Test("a document is asked for once, by its URI without fragment")
  func loading() throws {
    let asked = Asked()
    var library = SchemaLibrary(load: { uri in
      asked.add(uri)
      return loadYAML(SourceText("$defs: {x: {type: string}, y: {type: integer}}"))
    })
    let text = "{$id: 'https://example.org/a/', items: {$ref: 'b#/$defs/x'}, contains: {$ref: 'b#/$defs/y'}}"
    let document = try tree(text)
    library.add(document, root: document.documents[0].root, uri: "s")
    _ = try library.compile("s")
    #expect(asked.uris == ["https://example.org/a/b"])
  }

  @Test("a part with an $id is found by it, and is a base")
  func embedded() throws {
    let schema = try schema(
      """
      $id: https://example.org/root
      properties: {a: {$ref: inner}, b: {$ref: "inner#name"}}
      $defs:
        x:
          $id: inner
          type: object
          properties: {c: {$ref: "#/$defs/d"}}
          $defs: {d: {$anchor: name, type: string}}
      """)
    #expect(try schema.accepts("{a: {c: x}, b: x}"))
    #expect(try schema.findings("{a: {c: 1}, b: 2}").count == 2)
  }

  @Test("a fragment of the URI says which part is meant")
  func fragment() throws {
    var library = SchemaLibrary()
    let document = try tree("$defs: {x: {$anchor: y, type: string}}")
    library.add(document, root: document.documents[0].root, uri: "s")
    for uri in ["s#/$defs/x", "s#y"] {
      #expect(try !library.compile(uri).accepts("1"))
    }
    #expect(throws: SchemaError.self) { try library.compile("s#z") }
  }

  @Test("the metaschema is there without being added")
  func metaschema() throws {
    let schema = try schema("$ref: https://json-schema.org/draft/2020-12/schema")
    #expect(try schema.accepts("{type: string, properties: {a: {minLength: 1}}}"))
    #expect(
      try schema.findings("{properties: {a: {minLength: -1}}}") == [
        "1: ‹-1› minLength is -1; it must be at least 0"
      ])
    #expect(
      try schema.findings("{type: strng}") == [
        "1: ‹strng› type is strng, which is not allowed; did you mean string?"
      ])
  }

  @Test(
    "every metaschema is valid under itself",
    arguments: [
      "http://json-schema.org/draft-07/schema", "https://json-schema.org/draft/2019-09/schema",
      "https://json-schema.org/draft/2020-12/schema",
    ])
  func metaschemas(_ uri: String) throws {
    let schema = try SchemaLibrary().compile(uri)
    #expect(try schema.accepts("{$ref: '#', items: true, properties: {a: false}}"))
    #expect(try !schema.accepts("{type: 1}"))
    #expect(try !schema.accepts("{properties: {a: {required: x}}}"))
  }

  @Test("older drafts mean what they meant")
  func drafts() throws {
    let draft7 = try schema(
      """
      $schema: http://json-schema.org/draft-07/schema#
      definitions: {a: {$id: "#name", type: string}}
      properties:
        beside: {$ref: "#name", maxLength: 1}
        list: {items: [{type: string}], additionalItems: {type: integer}}
      dependencies: {x: [y]}
      dependentRequired: {beside: [nothing]}
      """)
    #expect(try draft7.accepts("{beside: long, list: [a, 1, 2]}"))
    #expect(try !draft7.accepts("{list: [a, b]}"))
    #expect(try !draft7.accepts("{x: 1}"))
    let draft2019 = try schema(
      """
      $schema: https://json-schema.org/draft/2019-09/schema
      $recursiveAnchor: true
      type: object
      prefixItems: 5
      additionalProperties: {$recursiveRef: "#"}
      """)
    #expect(try draft2019.accepts("{a: {b: {}}}"))
    #expect(try !draft2019.accepts("{a: {b: 1}}"))
  }

  @Test("a vocabulary that is required and not known is refused")
  func vocabularies() throws {
    let metaschema =
      "{$id: 'x:meta', $vocabulary: {'https://json-schema.org/draft/2020-12/vocab/core': true, 'x:v': true}}"
    let error = try #require(throws: SchemaError.self) {
      try compile(["schema.yaml": "$schema: x:meta", "x:meta": metaschema])
    }
    #expect(error.message == "its metaschema requires the vocabulary x:v, which is not known")
    let known = metaschema.replacing("'x:v': true", with: "'x:v': false")
    // Without the vocabulary of validation, `type` says nothing.
    #expect(
      try compile(["schema.yaml": "{$schema: x:meta, type: string}", "x:meta": known]).accepts("1"))
  }

  @Test("names are told apart by their code points, not by how they look")
  func codePoints() throws {
    let schema = try schema("{properties: {\"\\u00e9\": {type: string}, \"e\\u0301\": {type: integer}}}")
    #expect(try schema.accepts("{\"\\u00e9\": x, \"e\\u0301\": 1}"))
    #expect(try !schema.accepts("{\"\\u00e9\": 1}"))
    #expect(try self.schemaAccepts("{enum: [\"\\u00e9\"]}", "\"e\\u0301\"") == false)
    #expect(try self.schemaAccepts("{uniqueItems: true}", "[\"\\u00e9\", \"e\\u0301\"]"))
    #expect(try self.schemaAccepts("{required: [\"\\u00e9\", \"e\\u0301\"]}", "{\"\\u00e9\": 1}") == false)
  }

  @Test("keys that are no strings count as their text")
  func keys() throws {
    #expect(try schemaAccepts("{properties: {'1': {type: string}}, additionalProperties: false}", "1: x"))
    #expect(try schemaAccepts("{propertyNames: {type: string}, required: ['true']}", "true: x"))
    #expect(try schemaAccepts("{const: {'1': x}}", "1: x"))
  }

  private func schemaAccepts(_ text: String, _ value: String) throws -> Bool {
    try schema(text).accepts(value)
  }
}

/// What a library was asked for.
private final class Asked: Sendable {
  private let list = Mutex<[String]>([])

  var uris: [String] { list.withLock { $0 } }

  func add(_ uri: String) {
    list.withLock { $0.append(uri) }
  }
}
