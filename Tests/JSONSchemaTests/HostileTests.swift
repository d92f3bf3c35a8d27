import JSONSchema
import SourceText
import Testing
import YAML

/// Schemas and values that ask for too much get an answer or a clear limit.
@Suite("Hostile input")
struct HostileTests {
  /// Schemas that go one level deeper for each level of the value, by every keyword that applies others.
  static let recursive = [
    "{properties: {a: {$ref: '#'}}}",
    "{items: {$ref: '#'}, properties: {a: {$ref: '#'}}}",
    "{properties: {a: {allOf: [{$ref: '#'}, {$ref: '#'}]}}}",
    "{properties: {a: {anyOf: [{type: string}, {$ref: '#'}]}}}",
    "{properties: {a: {oneOf: [{type: string}, {$ref: '#'}]}}}",
    "{properties: {a: {not: {not: {$ref: '#'}}}}}",
    "{properties: {a: {if: {type: object}, then: {$ref: '#'}, else: false}}}",
    "{patternProperties: {a: {$ref: '#'}}}",
    "{additionalProperties: {$ref: '#'}}",
    "{unevaluatedProperties: {$ref: '#'}}",
    "{properties: {a: {$ref: '#'}}, unevaluatedProperties: false}",
    "{dependentSchemas: {a: {properties: {a: {$ref: '#'}}}}}",
    "{$dynamicAnchor: x, properties: {a: {$dynamicRef: '#x'}}}",
    "{anyOf: [{properties: {a: {oneOf: [{$ref: '#'}, false]}}, unevaluatedProperties: false}, false]}",
    "{uniqueItems: true, items: {$ref: '#'}, contains: {$ref: '#'}}",
    "{prefixItems: [{$ref: '#'}], properties: {a: {$ref: '#'}}}",
    "{unevaluatedItems: {$ref: '#'}, properties: {a: {$ref: '#'}}}",
  ]

  @Test("deep values do not overflow a small stack", arguments: recursive)
  func deep(_ text: String) throws {
    let schema = try schema(text, SchemaOptions(steps: 50_000))
    for depth in [200, 999] {
      let mappings = String(repeating: "{a: ", count: depth) + "1" + String(repeating: "}", count: depth)
      let lists = String(repeating: "[", count: depth) + "1, 1" + String(repeating: "]", count: depth)
      for value in [mappings, lists] {
        let tree = try tree(value)
        _ = try onSmallStack { schema.validate(tree.documents[0].root, in: tree) }
      }
    }
  }

  @Test("a value deeper than the limit is undecided, and said to be")
  func tooDeep() throws {
    let schema = try schema("{properties: {a: {$ref: '#'}}}", SchemaOptions(depth: 10))
    let value = String(repeating: "{a: ", count: 20) + "1" + String(repeating: "}", count: 20)
    let result = try schema.validate(value)
    #expect(result.failures.isEmpty)
    #expect(
      result.undecided.map(\.message) == [
        "a could not be checked: the schema is nested more than 10 deep there"
      ])
  }

  @Test(
    "schemas that lead back to themselves for the same value are refused",
    arguments: [
      ("{$ref: '#'}", "'#'"),
      ("{allOf: [{$ref: '#'}]}", "'#'"),
      ("{not: {anyOf: [{type: string}, {$ref: '#'}]}}", "'#'"),
      ("{$ref: '#/$defs/a', $defs: {a: {$ref: '#/$defs/b'}, b: {$ref: '#/$defs/a'}}}", "'#/$defs/a'"),
      ("{$dynamicAnchor: x, anyOf: [{$dynamicRef: '#x'}]}", "'#x'"),
      ("{if: {properties: {a: {$ref: '#'}}}, then: {$ref: '#'}}", "'#'"),
    ])
  func endless(_ text: String, place: String) throws {
    let error = try #require(throws: SchemaError.self) { try schema(text) }
    #expect(error.message == "this schema leads back to itself for the same value, without end")
    #expect(Array(text.utf8)[error.range.indices].elementsEqual(place.utf8))
  }

  @Test("a chain of 10,000 references is followed without going deeper")
  func chain() throws {
    let links = (0..<10_000).map { "d\($0): {$ref: '#/$defs/d\($0 + 1)'}" }.joined(separator: ", ")
    let text = "{$ref: '#/$defs/d0', $defs: {\(links), d10000: {type: string}}}"
    let schema = try schema(text)
    let (right, wrong) = (try tree("text"), try tree("1"))
    try onSmallStack {
      #expect(schema.isValid(right.documents[0].root, in: right))
      #expect(schema.validate(wrong.documents[0].root, in: wrong).failures.count == 1)
    }
  }

  @Test(
    "a schema 5,000 levels deep, five times what a file may be, compiles and gives an answer or a limit",
    arguments: ["items", "not"])
  func deepSchema(_ keyword: String) throws {
    let depth = 5_000
    let text = String(repeating: "{\(keyword): ", count: depth) + "{}" + String(repeating: "}", count: depth)
    let schemaTree = try tree(text, limits: Limits(depth: depth + 10))
    let value = try tree("[[[1]]]")
    let result = try onSmallStack {
      var library = SchemaLibrary()
      library.add(schemaTree, root: schemaTree.documents[0].root, uri: "deep")
      return try library.compile("deep").validate(value.documents[0].root, in: value)
    }
    #expect(result.failures.isEmpty)
    #expect(result.undecided.count == (keyword == "not" ? 1 : 0))
  }

  @Test("a pattern that blows up is undecided")
  func pattern() throws {
    let schema = try schema("{properties: {a: {pattern: '^(([a-z])+.)+[A-Z]([a-z])+$'}, b: {type: string}}}")
    let result = try schema.validate("{a: \(String(repeating: "a", count: 5_000)), b: 1}")
    #expect(result.failures.map(\.keyword) == ["type"])
    #expect(
      result.undecided.map(\.message) == ["a could not be checked: pattern takes too long on it"])
  }

  @Test("a pattern that blows up on each of many values is given up soon")
  func patterns() throws {
    let schema = try schema("{items: {pattern: '^(([a-z])+.)+[A-Z]([a-z])+$'}}")
    let text = "[" + (0..<60).map { _ in String(repeating: "a", count: 100) }.joined(separator: ", ") + "]"
    let result = try schema.validate(text)
    #expect(result.failures.isEmpty)
    #expect(result.undecided.count == 60)
  }

  @Test("schemas that double at each level stop at the limit")
  func doubling() throws {
    let levels = (0..<60).map {
      "d\($0): {allOf: [{$ref: '#/$defs/d\($0 + 1)'}, {$ref: '#/$defs/d\($0 + 1)'}]}"
    }
    let text = "{$ref: '#/$defs/d0', $defs: {\(levels.joined(separator: ", ")), d60: {type: string}}}"
    let schema = try schema(text, SchemaOptions(steps: 100_000))
    let result = try schema.validate("text")
    #expect(result.failures.isEmpty)
    #expect(
      Set(result.undecided.map(\.message)) == [
        "the document could not be checked: the schema takes too many steps"
      ])
  }

  @Test("dynamic scopes that multiply stop at the limit")
  func scopes() throws {
    let links = (0..<12).map { "{$ref: r\($0)}" }.joined(separator: ", ")
    let resources = (0..<12).map { number in
      "r\(number): {$id: r\(number), $dynamicAnchor: x\(number), items: {anyOf: [\(links)]}}"
    }
    let text = "{$id: root, $ref: r0, $defs: {\(resources.joined(separator: ", "))}}"
    let error = try #require(throws: SchemaError.self) {
      try schema(text, SchemaOptions(schemas: 5_000))
    }
    #expect(error.message == "there are more than 5000 schemas here, too many to compile")
  }

  @Test("unique elements of a large list are found in little time")
  func unique() throws {
    let schema = try schema("{uniqueItems: true}")
    let numbers = (0..<30_000).map(String.init)
    #expect(try schema.accepts("[\(numbers.joined(separator: ", "))]"))
    #expect(try schema.findings("[\((numbers + ["77.0"]).joined(separator: ", "))]").count == 1)
    let mappings = (0..<5_000).map { "{a: \($0), b: [x, {c: \($0)}]}" }
    #expect(try schema.accepts("[\(mappings.joined(separator: ", "))]"))
    let again = "[\((mappings + ["{b: [x, {c: 5}], a: 5}"]).joined(separator: ", "))]"
    #expect(try !schema.accepts(again))
  }

  @Test("of very many failures the first are listed, and that there are more is said")
  func many() throws {
    let schema = try schema("{items: {type: string}}")
    let result = try schema.validate("[\((0..<12_000).map(String.init).joined(separator: ", "))]")
    #expect(result.failures.count == 10_000)
    #expect(
      result.undecided.map(\.message) == ["more than 10000 places are wrong; the others are not listed"])
  }

  @Test("a constant and a value that are equally deep")
  func deepConstant() throws {
    let deep = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    let schema = try schema("{const: \(deep)}")
    let value = try tree(deep)
    let result = try onSmallStack { schema.validate(value.documents[0].root, in: value) }
    #expect(result.failures.isEmpty)
    #expect(result.undecided.count == 1)
  }

  @Test("a number of very many digits is answered")
  func digits() throws {
    let schema = try schema("{multipleOf: 0.001, minimum: 0}")
    let number = String(repeating: "7", count: 9_000)
    #expect(try schema.accepts(number))
    #expect(try schema.accepts(number + number))
    #expect(try schema.accepts("1e1000000000"))
  }
}
