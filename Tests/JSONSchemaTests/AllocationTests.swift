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
    // Text.
    ("{minLength: 1, maxLength: 90, pattern: '^[a-z]+ü?$'}", "\(String(repeating: "a", count: 80))ü"),
    ("{pattern: 'b$'}", "\(String(repeating: "a", count: 9_000))b"),
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
    // Several schemas.
    ("{allOf: [{type: integer}, {minimum: 0}], not: {const: 0}}", "12"),
    ("{anyOf: [{type: string}, {type: integer}], oneOf: [{maximum: 3}, {minimum: 3}]}", "12"),
    ("{if: {type: integer}, then: {minimum: 3}, else: {maxLength: 1}}", "12"),
    (
      "{$id: 'x:y', $ref: '#/$defs/a', $defs: {a: {$dynamicRef: '#b'}, c: {$dynamicAnchor: b, type: integer}}}",
      "12"
    ),
    // Constants.
    ("{enum: [a, b, {c: [1, 2.0]}]}", "{c: [1.0, 2]}"),
    ("{const: {\(members((0..<40)))}}", "{\(members((0..<40).reversed()))}"),
    ("{const: 12345678901234567890.0}", "12345678901234567890"),
  ]

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

  /// A schema, and a large value that is looked at a few times only.
  static let large = [
    ("{uniqueItems: true}", list(count: 300_000)),
    ("{pattern: 'b$'}", "\(String(repeating: "a", count: 9_000))b"),
    ("{pattern: '^(a|b)*$'}", String(repeating: "ab", count: 5_000)),
  ]

  @Test("of large values that are few", arguments: large)
  func largeValue(_ schema: String, _ element: String) throws {
    let count = try allocations(schema: schema, element: element, elements: 2)
    #expect(count == 0)
  }

  /// How many blocks are asked for while a list of equal elements is found valid, when that is not the first time.
  private func allocations(
    schema: String, element: String, _ options: SchemaOptions = SchemaOptions(), elements: Int = 300,
    runs: Int = 20
  ) throws -> UInt64 {
    let schema = try JSONSchemaTests.schema("{items: \(schema)}", options)
    let tree = try tree("[\(Array(repeating: element, count: elements).joined(separator: ", "))]")
    let root = tree.documents[0].root
    // At first, what is kept for later is made: memory to work with, and machine code of patterns. Another test may just
    // have the memory, so the fewest blocks count.
    var count = UInt64.max
    for _ in 0..<runs where count > 0 {
      let before = allocations_of_thread()
      let isValid = schema.isValid(root, in: tree)
      count = min(count, allocations_of_thread() - before)
      #expect(isValid)
    }
    return count
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
