import CAllocations
import JSONSchema
import Testing
import YAML

/// A valid value is found valid without asking for memory, whatever the keyword.
@Suite("Allocations", .enabled(if: counts_allocations(), "memory is not counted here"))
struct AllocationTests {
  @Test("memory that is asked for is counted")
  func counting() {
    let before = allocations_of_thread()
    let bytes = [UInt8](repeating: 0, count: 1 + Int.random(in: 1...9))
    #expect(!bytes.isEmpty)
    #expect(allocations_of_thread() > before)
  }

  /// A schema for the elements of a list, and one element.
  static let valid = [
    // Types and numbers.
    ("{type: integer}", "12"),
    ("{type: integer}", "1.0e3"),
    ("{type: integer}", "12345678901234567890123.0"),
    ("{type: [number, 'null'], minimum: 0, maximum: 9e99}", "1234567890123456789012345"),
    (
      "{exclusiveMinimum: -1, exclusiveMaximum: 123456789012345678901234567}", "123456789012345678901234566.5"
    ),
    ("{multipleOf: 0.001}", "1234567890123456789012345.678"),
    ("{multipleOf: 12345678901234567890123}", "24691357802469135780246e0"),
    ("{minimum: 0, type: integer, multipleOf: 5}", "0xFF"),
    ("{minimum: 0, type: integer, multipleOf: 5}", "0xFFFFFFFFFFFFFFFFFFFF"),
    ("{minimum: 12345678901234567890123}", "0o\(String(repeating: "7", count: 300))"),
    ("{minimum: 1e-999999999, exclusiveMaximum: 1e999999999}", "5"),
    ("{multipleOf: 7}", "7e5000"),
    ("{multipleOf: 7e-5000}", "14"),
    // Text.
    ("{minLength: 1, maxLength: 90, pattern: '^[a-z]+ü?$'}", "\(String(repeating: "a", count: 80))ü"),
    ("{pattern: 'b$'}", "\(String(repeating: "a", count: 9_000))b"),
    ("{minLength: 4, maxLength: 4, pattern: '^\\\\a\\n.$'}", "\"\\\\\\x61\\n\\U0001F41F\""),
    ("{propertyNames: {pattern: '^a\\n$'}, properties: {\"a\\n\": {const: 1}}}", "{\"\\x61\\n\": 1}"),
    // Lists.
    ("{minItems: 1, maxItems: 99, uniqueItems: true, items: {type: integer}}", list(count: 5)),
    ("{uniqueItems: true}", list(count: 400)),
    ("{uniqueItems: true}", "[0xFFFFFFFFFFFFFFFFFFFF, 0xEFFFFFFFFFFFFFFFFFFF, 0o77777777777777777777]"),
    ("{uniqueItems: true}", "[\((0..<80).map { "{a: [\($0)], b: x}" }.joined(separator: ", "))]"),
    ("{prefixItems: [{type: integer}, true], items: false}", "[1, x]"),
    ("{contains: {const: 3}, minContains: 1, maxContains: 1}", list(count: 5)),
    ("{prefixItems: [true], contains: {minimum: 2}, unevaluatedItems: {type: integer}}", list(count: 400)),
    // Mappings.
    ("{properties: {a: {type: integer}}, required: [a], minProperties: 1, maxProperties: 3}", "{a: 1, b: 2}"),
    ("{required: [\(names(count: 200))]}", mapping(count: 200)),
    ("{patternProperties: {'^n': {type: integer}}, additionalProperties: false}", mapping(count: 30)),
    ("{propertyNames: {pattern: '^n', maxLength: 5}}", mapping(count: 30)),
    ("{dependentRequired: {n1: [n2, n3]}, dependentSchemas: {n1: {required: [n2]}}}", mapping(count: 5)),
    ("{properties: {n1: true}, unevaluatedProperties: {type: integer}}", mapping(count: 30)),
    ("{patternProperties: {n: true}, unevaluatedProperties: false}", mapping(count: 400)),
    (
      "{anyOf: [{properties: {n1: false}, patternProperties: {n: true}}, {patternProperties: {n: true}}],"
        + " unevaluatedProperties: false}", mapping(count: 400)
    ),
    (
      "{patternProperties: {\((1...50).map { "'^n\($0)$': {type: integer}" }.joined(separator: ", "))},"
        + " additionalProperties: false}", mapping(count: 50)
    ),
    ("{propertyNames: {anyOf: [{format: date}, {format: regex}, false]}}", mapping(count: 30)),
    (
      "{items: {properties: {a: {const: 1}}, required: [a], maxProperties: 2}}",
      "[&a {a: 1}, {<<: *a, b: 2}]"
    ),
    // Several schemas.
    ("{allOf: [{type: integer}, {minimum: 0}], not: {const: 0}}", "12"),
    ("{anyOf: [{type: string}, {type: integer}], oneOf: [{maximum: 3}, {minimum: 3}]}", "12"),
    ("{if: {type: integer}, then: {minimum: 3}, else: {maxLength: 1}}", "12"),
    (
      "{$id: 'x:y', $ref: '#/$defs/a', $defs: {a: {$dynamicRef: '#b'}, c: {$dynamicAnchor: b, type: integer}}}",
      "12"
    ),
    ("{$id: 'x:y', type: array, items: {$ref: '#'}}", nested(depth: 200)),
    (
      "{$id: 'x:y', $ref: '#/$defs/a', $defs: {a: {type: array, items: {$ref: '#/$defs/a'}}}}",
      nested(depth: 200)
    ),
    (
      "{$id: 'x:y', $dynamicAnchor: a, properties: {a: {$dynamicRef: '#a'}, n1: true}, unevaluatedProperties: false}",
      "{a: {a: {n1: 1, a: {}}}, n1: 2}"
    ),
    (
      "{$id: 'x:y', $ref: '#/$defs/a', unevaluatedProperties: false, $defs: {a: {allOf: [{$ref: '#/$defs/b'}]},"
        + " b: {anyOf: [{properties: {n1: false}}, {patternProperties: {'^n': true}}]}}}", mapping(count: 200)
    ),
    (
      "{$id: 'x:y', $ref: '#/$defs/a', unevaluatedItems: false, $defs: {a: {prefixItems: [true], items: {minimum: 1}}}}",
      list(count: 200)
    ),
    ("{contentEncoding: base64, contentMediaType: application/json, contentSchema: {type: object}}", "e30K"),
    (
      "{$id: 'x:y', $schema: 'http://json-schema.org/draft-07/schema#', items: [{type: integer}],"
        + " additionalItems: {type: string}}", "[1, a, b, c]"
    ),
    (
      "{$id: 'x:y', $schema: 'https://json-schema.org/draft/2019-09/schema', $recursiveAnchor: true,"
        + " additionalProperties: {$recursiveRef: '#'}}", "{a: {b: {c: {}}}}"
    ),
    // Constants.
    ("{enum: [a, b, {c: [1, 2.0]}]}", "{c: [1.0, 2]}"),
    ("{const: {\(members((0..<40)))}}", "{\(members((0..<40).reversed()))}"),
    ("{const: 12345678901234567890.0}", "12345678901234567890"),
    ("{enum: [\(names(count: 500)), 1.5e400, 12345678901234567890123, [1], {a: b}]}", "n500"),
    (
      "{enum: [\((1...500).map { "\($0)234567890123456789012" }.joined(separator: ", "))]}",
      "500234567890123456789012.0e0"
    ),
    ("{enum: [\((1...300).map { "{\(members(1...$0))}" }.joined(separator: ", "))]}", mapping(count: 300)),
  ]

  /// A schema that a value does not hold, of each kind of keyword, and the value. A branch that fails is no mistake.
  static let failing = [
    ("{type: integer}", "1.5"),
    ("{type: integer}", "text"),
    ("{minimum: 12345678901234567890123}", "12345678901234567890122.5"),
    ("{multipleOf: 0.001}", "1234567890123456789012345.6789"),
    ("{minLength: 1000}", String(repeating: "é", count: 500)),
    ("{maxLength: 10}", String(repeating: "é", count: 500)),
    ("{pattern: '^b+$'}", String(repeating: "a", count: 500)),
    ("{format: date}", "2021-02-29"),
    ("{format: regex}", "'(a'"),
    ("{enum: [a, b, {c: [1, 2]}]}", "{c: [1, 3]}"),
    ("{const: {\(members(0..<40))}}", "{\(members((1..<41).reversed()))}"),
    ("{minItems: 1000}", list(count: 100)),
    ("{uniqueItems: true}", "[\((0..<80).map { "{a: [\($0 % 79)], b: x}" }.joined(separator: ", "))]"),
    ("{prefixItems: [{type: string}]}", list(count: 100)),
    ("{items: {maximum: 99}}", list(count: 100)),
    ("{contains: {const: a}}", list(count: 100)),
    ("{contains: true, maxContains: 99}", list(count: 100)),
    ("{unevaluatedItems: false, contains: {const: 3}}", list(count: 100)),
    ("{required: [\(names(count: 101))]}", mapping(count: 100)),
    ("{maxProperties: 5}", mapping(count: 100)),
    ("{properties: {n100: {type: string}}}", mapping(count: 100)),
    ("{additionalProperties: {maximum: 99}}", mapping(count: 100)),
    (
      "{patternProperties: {\((1...50).map { "'^n\($0)': {maximum: 500}" }.joined(separator: ", ")), '0$': false}}",
      mapping(count: 100)
    ),
    ("{propertyNames: {format: date}}", mapping(count: 100)),
    ("{dependentRequired: {n1: [n101]}}", mapping(count: 100)),
    ("{dependentSchemas: {n1: {required: [n101]}}}", mapping(count: 100)),
    ("{dependencies: {n1: [n101]}}", mapping(count: 100)),
    ("{properties: {n1: true}, unevaluatedProperties: {maximum: 99}}", mapping(count: 100)),
    ("{not: {type: object}}", mapping(count: 100)),
    ("{allOf: [{type: object}, false]}", mapping(count: 100)),
    ("{anyOf: [{required: [a]}, {maxProperties: 1}]}", mapping(count: 100)),
    ("{oneOf: [{type: object}, {required: [n1]}]}", mapping(count: 100)),
    ("{if: {required: [n1]}, then: {required: [n101]}}", mapping(count: 100)),
    ("{additionalProperties: {additionalProperties: {maxProperties: 1}}}", "{a: {b: {c: 1, d: 2}}}"),
  ]

  @Test("in a branch that fails", arguments: failing)
  func branch(_ schema: String, _ element: String) throws {
    let count = try allocations(
      schema:
        "{anyOf: [\(schema), true], not: \(schema), oneOf: [\(schema), true], if: \(schema), then: false}",
      element: element, SchemaOptions(assertFormats: true),
      elements: 20)
    #expect(count == 0)
    let contains = try allocations(
      schema: "{contains: {not: \(schema)}, not: {contains: \(schema)}}", element: "[\(element), \(element)]",
      SchemaOptions(assertFormats: true),
      elements: 20)
    #expect(contains == 0)
  }

  @Test("under every keyword", arguments: valid)
  func keyword(_ schema: String, _ element: String) throws {
    let count = try allocations(schema: schema, element: element)
    #expect(count == 0)
  }

  /// A text of each format, each longer than Swift keeps without asking for memory.
  static let formats = [
    ("date", "2021-03-08"),
    ("date-time", "2021-03-08T12:00:00.123456+01:00"),
    ("duration", "P1Y2M3DT4H5M6S"),
    ("email", "\"some one\"@mail.example.org"),
    ("hostname", "www.xn--bcher-kva.example.org"),
    ("idn-email", "jörg.müller@bücher.example.org"),
    ("idn-hostname", "www.bücherbücherbücherbücher.example.org"),
    ("idn-hostname", "शिविर.भारत"),
    ("idn-hostname", "\u{92A}\u{921}\u{93C}\u{94B}\u{938}.भारत"),
    ("ipv4", "192.168.100.100"),
    ("ipv6", "2001:db8:85a3::8a2e:370:7334"),
    ("iri", "https://www.bücher.example.org/ä?ö#ü"),
    ("iri-reference", "../bücher/bücher/bücher#ü"),
    ("json-pointer", "/aaaaaaaaaa/bbbbbbbbbbbb/c~0~1"),
    ("relative-json-pointer", "12/aaaaaaaaaa/bbbbbbbbbbbb"),
    ("time", "12:00:00.123456+01:00"),
    ("uri", "https://user@www.example.org:8080/a/b?c=d#e"),
    ("uri-reference", "../aaaaaaaaaa/bbbbbbbbbbbb#c"),
    ("uri-template", "https://example.org/{a,b}/{+c*}{?d:3}"),
    ("uuid", "123e4567-e89b-12d3-a456-426614174000"),
  ]

  @Test("under every format", arguments: formats)
  func format(_ name: String, _ text: String) throws {
    let count = try allocations(
      schema: "{format: \(name)}", element: "'\(text)'", SchemaOptions(assertFormats: true))
    #expect(count == 0)
  }

  @Test("of a text that is of a format, and of one that is not", arguments: FormatTests.cases)
  func texts(_ test: FormatTests.Case) throws {
    for (schema, texts) in [
      ("{format: \(test.name)}", test.right), ("{not: {format: \(test.name)}}", test.wrong),
    ] {
      for text in texts {
        var element = ""
        JSONString.append(text, to: &element)
        let count = try allocations(
          schema: schema, element: element, SchemaOptions(assertFormats: true), elements: 5)
        #expect(count == 0, "\(text)")
      }
    }
  }

  /// A schema, and a large value that is looked at a few times only.
  static let large = [
    ("{uniqueItems: true}", list(count: 262_144)),
    ("{uniqueItems: true}", list(count: 300_000)),
    ("{pattern: 'b$'}", "\(String(repeating: "a", count: 9_000))b"),
    ("{pattern: '^(a|b)*$'}", String(repeating: "ab", count: 5_000)),
    // Too much to come back to, for machine code and for the interpreter, and too many parts for there to be machine code.
    ("{anyOf: [{pattern: '^(a|b)*$'}, true]}", String(repeating: "ab", count: 50_000)),
    ("{pattern: '^\(String(repeating: "a*", count: 5_000))$'}", String(repeating: "a", count: 9_000)),
    ("{format: regex}", "'\(String(repeating: "(?:a|b)?", count: 12_500))'"),
    (
      "{format: regex}",
      "'\((1...8_000).map { "(?<n\($0)>a)" }.joined())\((1...8_000).map { "\\k<n\($0)>" }.joined())'"
    ),
    ("{minLength: 100000, maxLength: 100000}", String(repeating: "é", count: 100_000)),
    ("{multipleOf: 0.001}", "1\(String(repeating: "23", count: 5_000)).25"),
    ("{multipleOf: 1e-300}", "1.\(String(repeating: "5", count: 300))"),
  ]

  @Test("of large values that are few", arguments: large)
  func largeValue(_ schema: String, _ element: String) throws {
    let count = try allocations(
      schema: schema, element: element, SchemaOptions(assertFormats: true), elements: 2)
    #expect(count == 0)
  }

  private static func nested(depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  private static func list(count: Int) -> String {
    "[\((1...count).map(String.init).joined(separator: ", "))]"
  }

  private static func names(count: Int) -> String {
    (1...count).map { "n\($0)" }.joined(separator: ", ")
  }

  private static func mapping(count: Int) -> String {
    "{\(members(1...count))}"
  }

  private static func members(_ numbers: some Sequence<Int>) -> String {
    numbers.map { "n\($0): \($0)" }.joined(separator: ", ")
  }
}
