import JSONSchema
import Testing

/// Each keyword with values that are right and values that are not.
@Suite("Keywords")
struct KeywordTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let schema: String
    let right: [String]
    let wrong: [String]

    init(_ schema: String, right: [String], wrong: [String]) {
      (self.schema, self.right, self.wrong) = (schema, right, wrong)
    }

    var testDescription: String { schema }
  }

  private static func members(_ numbers: some Sequence<Int>) -> String {
    numbers.map { "k\($0): \($0)" }.joined(separator: ", ")
  }

  static let cases: [Case] = [
    Case("true", right: ["1", "{}"], wrong: []),
    Case("false", right: [], wrong: ["1", "{}"]),

    // Validation
    Case(
      "type: integer", right: ["1", "1.0", "1e3", "-0.0", "12345678901234567890"],
      wrong: ["1.5", "'1'", ".inf"]),
    Case("type: number", right: ["1", "1.5", ".inf"], wrong: ["x", "true"]),
    Case("type: [string, 'null']", right: ["x", "~"], wrong: ["1", "[]"]),
    Case("type: object", right: ["{}"], wrong: ["[]", "x"]),
    Case(
      "enum: [1, x, [a], {b: 1}, null]", right: ["1.0", "x", "[a]", "{b: 1e0}", "~"],
      wrong: ["2", "'1'", "[b]"]),
    Case(
      "const: {a: 1, b: [x]}", right: ["{b: [x], a: 1.0}"],
      wrong: ["{a: 1}", "{a: 1, b: [x], c: 1}", "{a: 1, b: [y]}"]),
    // Many members in another order.
    Case(
      "const: {\(members(0..<20))}", right: ["{\(members((0..<20).reversed()))}"],
      wrong: ["{\(members(1..<21))}", "{\(members((1..<21).reversed()))}"]),
    Case("const: false", right: ["false"], wrong: ["0", "'false'"]),
    // 12345678901234567890123 × 3 and × 10^25, and beside them; 20 digits with a point among them.
    Case(
      "multipleOf: 12345678901234567890123",
      right: [
        "37037036703703703670369", "-12345678901234567890123e25", "37037036703703703670369000.000e-3", "0",
      ],
      wrong: ["37037036703703703670368", "12345678901234567890123e-1", "6", "1234567890123456789012.3"]),
    Case(
      "multipleOf: 1.2345678901234567890123", right: ["12345678901234567890123", "2.4691357802469135780246"],
      wrong: ["1.2345678901234567890124", "2.4691357802469135780247"]),
    Case(
      "{minimum: 1234567890123456789.25, maximum: 12345678901234567890.5}",
      right: [
        "1234567890123456789.25", "12345678901234567890.50", "1234567890123456789.250000000000000001", "9e18",
      ],
      wrong: [
        "1234567890123456789.24", "12345678901234567890.5000000001", "1e20", "-9e18", "1234567890123456789",
      ]),
    Case(
      "const: 12345678901234567890.125",
      right: [
        "12345678901234567890.125", "12345678901234567890125e-3", "0.00012345678901234567890125e23",
        "12345678901234567890.12500",
      ],
      wrong: [
        "12345678901234567890.1251", "-12345678901234567890.125", "12345678901234567890.124",
        "1234567890123456789.125",
      ]),
    Case(
      "type: integer",
      right: ["12345678901234567890.000", "0x1FFFFFFFFFFFFFFFFF", "123456789012345678901200e-2"],
      wrong: ["1234567890123456789012345e-2", "12345678901234567890.5"]),
    Case("multipleOf: 0.01", right: ["0.07", "1e300", "x", "-4.35"], wrong: ["0.075", ".inf", ".nan"]),
    Case(
      "minimum: 18446744073709551616", right: ["18446744073709551616.0", "x"],
      wrong: ["18446744073709551615", ".nan"]),
    Case("maximum: 0.1", right: ["0.10", "-.inf"], wrong: ["0.1000000000000000000001", ".nan"]),
    Case("exclusiveMinimum: -1", right: ["-0.9"], wrong: ["-1", "-1.0"]),
    Case("exclusiveMaximum: 1", right: ["0.9"], wrong: ["1", "1.0"]),
    Case("minLength: 2", right: ["ab", "💩💩", "1"], wrong: ["a", "💩"]),
    Case("maxLength: 2", right: ["ab", "💩💩", "éé", "123"], wrong: ["abc", "💩💩💩"]),
    Case("pattern: '^\\p{Lu}.$'", right: ["É💩", "1"], wrong: ["é💩", "É"]),
    Case("minItems: 1", right: ["[1]", "x"], wrong: ["[]"]),
    Case("maxItems: 1.0", right: ["[]", "[1]"], wrong: ["[1, 2]"]),
    Case(
      "uniqueItems: true", right: ["[1, '1', true, [1], {a: 1}]"],
      wrong: ["[1, 1.0]", "[{a: 1, b: 2}, {b: 2, a: 1}]"]),
    Case("uniqueItems: false", right: ["[1, 1]"], wrong: []),
    Case("minProperties: 1", right: ["{a: 1}"], wrong: ["{}"]),
    Case("maxProperties: 1", right: ["{a: 1}"], wrong: ["{a: 1, b: 1}"]),
    Case("required: [a, b]", right: ["{b: 1, a: 1}", "[]"], wrong: ["{a: 1}", "{}"]),
    Case("dependentRequired: {a: [b]}", right: ["{b: 1}", "{a: 1, b: 1}"], wrong: ["{a: 1}"]),
    Case("dependencies: {a: [b], c: {required: [d]}}", right: ["{a: 1, b: 1}"], wrong: ["{a: 1}", "{c: 1}"]),
    Case(
      "{contains: {type: string}, minContains: 2, maxContains: 3}", right: ["[x, y]"],
      wrong: ["[x]", "[x, y, z, w]"]),
    Case("{contains: {type: string}, minContains: 0}", right: ["[]", "[1]"], wrong: []),

    // A text is long enough by its bytes, or by its characters, of one to four bytes each.
    Case(
      "{type: [string, 'null'], minLength: 2}", right: ["ab", "éa", "😀😀", "~", "'12'"],
      wrong: ["a", "é", "€", "😀", "12", "''"]),
    Case("{type: string}", right: ["''", "a"], wrong: ["1", "~"]),
    Case("{type: string, minLength: 0}", right: ["''", "a"], wrong: ["1"]),
    Case("{type: string, maxLength: 1}", right: ["''", "😀"], wrong: ["ab"]),
    Case("{type: string, minLength: 1, pattern: b}", right: ["ab"], wrong: ["a", "''"]),
    Case("{$ref: '#/$defs/a', type: string, $defs: {a: {minLength: 2}}}", right: ["ab"], wrong: ["a"]),
    Case("{items: {type: string, minLength: 1}}", right: ["[a, b]"], wrong: ["[a, '']", "[a, 1]"]),

    // Applicators
    Case("properties: {a: {type: string}}", right: ["{b: 1}", "{a: x}"], wrong: ["{a: 1}"]),
    Case("patternProperties: {'^x': {type: string}}", right: ["{a: 1, x1: y}"], wrong: ["{x1: 1}"]),
    Case(
      "{properties: {a: {}}, patternProperties: {'^x': {}}, additionalProperties: {type: string}}",
      right: ["{a: 1, x: 1, b: y}"], wrong: ["{b: 1}"]),
    // Those that ask for the names of members together: with mappings inside that are of the same schema, more members and names
    // than have a bit each, names that are not among the properties, and the names of one schema after those of another.
    Case(
      "{required: [a], additionalProperties: false, properties: {a: {type: integer}, b: {$ref: '#'}}}",
      right: ["{a: 1}", "{b: {a: 1}, a: 1}", "{b: {a: 1, b: {a: 2}}, a: 3}"],
      wrong: [
        "{}", "{b: {a: 1}}", "{a: x}", "{a: 1, c: 1}", "{b: {b: {a: 1}, a: 1, c: 1}, a: 1}", "{b: {}, a: 1}",
      ]
    ),
    Case(
      "{properties: {a: {}, k1: {type: integer}}, required: [k1, k69]}",
      right: ["{\(members(0..<70))}"], wrong: ["{\(members(0..<69))}", "{a: 1, k1: x, k69: 1}"]),
    Case(
      "{properties: {\((0..<70).map { "k\($0): {type: integer}" }.joined(separator: ", "))}, required: [k0, k69], additionalProperties: false}",
      right: ["{\(members(0..<70))}", "{k69: 1, k0: 1}"],
      wrong: ["{k0: 1}", "{k0: 1, k69: 1, x: 1}", "{k0: x, k69: 1}"]
    ),
    Case(
      "{properties: {a: {}, k1: {}}, required: [k1], additionalProperties: {type: integer}}",
      right: ["{\(members(0..<70))}", "{a: x, k1: x}"], wrong: ["{a: x, k1: x, b: x}", "{a: 1, b: 1}"]),
    Case(
      "{allOf: [{properties: {a: {type: integer}}, required: [a]}, {properties: {b: {type: string}}, required: [b]}]}",
      right: ["{a: 1, b: x}"], wrong: ["{a: 1}", "{b: x}", "{a: x, b: x}", "{a: 1, b: 1}"]),
    Case(
      "{properties: {a: {}}, required: [a], unevaluatedProperties: false}",
      right: ["{a: 1}"], wrong: ["{}", "{a: 1, b: 1}"]),
    Case("propertyNames: {maxLength: 1}", right: ["{a: 1}", "{1: 1}"], wrong: ["{ab: 1}"]),
    Case(
      "prefixItems: [{type: string}, {type: integer}]", right: ["[x]", "[x, 1, []]"],
      wrong: ["[1]", "[x, x]"]),
    Case("{prefixItems: [{}], items: {type: string}}", right: ["[1, x]"], wrong: ["[1, 1]"]),
    Case("contains: {type: string}", right: ["[1, x]"], wrong: ["[]", "[1]"]),
    Case("allOf: [{type: string}, {minLength: 2}]", right: ["ab"], wrong: ["a", "12"]),
    Case("anyOf: [{type: string}, {minimum: 2}]", right: ["a", "2"], wrong: ["1"]),
    Case("oneOf: [{type: integer}, {minimum: 2}]", right: ["1", "2.5"], wrong: ["3", "1.5"]),
    Case("not: {type: string}", right: ["1"], wrong: ["x"]),
    Case(
      "{if: {type: string}, then: {minLength: 2}, else: {minimum: 2}}", right: ["ab", "2"], wrong: ["a", "1"]),
    Case("{then: false, else: false}", right: ["1"], wrong: []),
    Case("dependentSchemas: {a: {required: [b]}}", right: ["{}", "{a: 1, b: 1}"], wrong: ["{a: 1}"]),

    // What nothing has looked at
    Case(
      "{anyOf: [{properties: {a: {}}, required: [a]}, {properties: {b: {}}, required: [b]}], unevaluatedProperties: false}",
      right: ["{a: 1}", "{a: 1, b: 1}"], wrong: ["{a: 1, c: 1}", "{c: 1}"]),
    Case(
      "{if: {properties: {a: {const: 1}}, required: [a]}, then: {properties: {b: {}}}, unevaluatedProperties: false}",
      right: ["{a: 1, b: 1}"], wrong: ["{a: 2}", "{b: 1}"]),
    Case(
      "{not: {properties: {a: {}}, required: [a]}, unevaluatedProperties: false}", right: ["{}"],
      wrong: ["{b: 1}"]),
    Case("{contains: {const: x}, unevaluatedItems: {type: integer}}", right: ["[x, 1]"], wrong: ["[x, y]"]),
    Case(
      "{oneOf: [{prefixItems: [{const: a}]}, {prefixItems: [{const: b}, {}]}], unevaluatedItems: false}",
      right: ["[a]", "[b, 1]"], wrong: ["[a, 1]"]),
    Case(
      "{properties: {x: {unevaluatedProperties: false, $ref: '#/$defs/a'}}, $defs: {a: {properties: {a: {}}}}}",
      right: ["{x: {a: 1}, y: 1}"], wrong: ["{x: {b: 1}}"]),

    // More members and elements than a word has bits, and equal mappings in another order
    Case(
      "{anyOf: [{properties: {n3: false}, patternProperties: {'^n': true}}, {patternProperties: {'5$': true}}], unevaluatedProperties: {const: 1}}",
      right: ["{\(members(0..<200) { $0 % 10 == 5 ? 0 : 1 })}", "{\(members(4..<200) { _ in 0 })}"],
      wrong: ["{\(members(0..<200) { $0 == 199 ? 0 : 1 })}"]),
    Case(
      "{prefixItems: [true], contains: {const: a}, unevaluatedItems: {const: b}}",
      right: ["[x, \(Array(repeating: "a, b", count: 100).joined(separator: ", "))]"],
      wrong: ["[x, \(Array(repeating: "a, b", count: 100).joined(separator: ", ")), c]"]),
    Case(
      "const: {\(members(0..<100) { $0 })}",
      right: ["{\(members((0..<100).reversed()) { $0 })}"],
      wrong: [
        "{\(members((0..<100).reversed()) { $0 == 50 ? 0 : $0 })}",
        "{\(members((1...100).reversed()) { $0 })}",
      ]),
    Case(
      "uniqueItems: true",
      right: ["[\((0..<300).map { "{a: \($0), b: {\(members(0..<20) { $0 })}}" }.joined(separator: ", "))]"],
      wrong: [
        "[{b: {\(members((0..<20).reversed()) { $0 })}, a: 77}, "
          + "\((0..<300).map { "{a: \($0), b: {\(members(0..<20) { $0 })}}" }.joined(separator: ", "))]"
      ]),
    Case(
      "required: [\((0..<100).map { "n\($0)" }.joined(separator: ", "))]",
      right: ["{\(members(0..<120) { $0 })}"], wrong: ["{\(members(1..<120) { $0 })}"]),

    // What only annotates
    Case(
      """
      {title: t, description: d, default: 1, examples: [1], deprecated: true, readOnly: true, writeOnly: true,
        $comment: c, format: email, contentEncoding: base64, contentMediaType: text/plain, contentSchema: false}
      """, right: ["x"], wrong: []),

    // References
    Case(
      "{$ref: '#/$defs/a', maxLength: 2, $defs: {a: {minLength: 2}}}", right: ["ab"], wrong: ["a", "abc"]),
    Case("{$ref: '#/$defs/a~1b%25', $defs: {'a/b%': {type: string}}}", right: ["x"], wrong: ["1"]),
    Case("{$ref: '#x', $defs: {a: {$anchor: x, type: string}}}", right: ["x"], wrong: ["1"]),
    Case("{type: [array, integer], items: {$ref: '#'}}", right: ["[[1], 2]"], wrong: ["[[x]]"]),
    Case(
      """
      $id: https://example.org/strings
      $ref: list
      $defs:
        item: {$dynamicAnchor: item, type: string}
        list:
          $id: list
          items: {$dynamicRef: "#item"}
          $defs: {any: {$dynamicAnchor: item}}
      """, right: ["[a]"], wrong: ["[1]"]),
  ]

  /// Members `n0`, `n1` and so on, each with a value of its number.
  private static func members(_ numbers: some Sequence<Int>, _ value: (Int) -> Int) -> String {
    numbers.map { "n\($0): \(value($0))" }.joined(separator: ", ")
  }

  @Test("values are told apart", arguments: cases)
  func values(_ test: Case) throws {
    let schema = try schema(test.schema)
    for value in test.right { #expect(try schema.accepts(value), "\(value)") }
    for value in test.wrong { #expect(try !schema.accepts(value), "\(value)") }
  }
}
