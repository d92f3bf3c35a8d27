import JSONSchema
import SourceText
import Testing

/// What is said, and where: `line: ‹text of the place› message`.
@Suite("Messages")
struct MessageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let schema: String
    let value: String
    let findings: [String]

    init(_ schema: String, _ value: String, _ findings: String...) {
      (self.schema, self.value, self.findings) = (schema, value, findings)
    }

    var testDescription: String { "\(schema) ← \(value)" }
  }

  static let activity = """
    title: An activity
    type: object
    required: [title, date, line]
    additionalProperties: false
    properties:
      title: {type: string, minLength: 1}
      date:
        anyOf:
          - {type: string, format: date}
          - type: object
            required: [start, end]
            additionalProperties: false
            properties: {start: {type: string, format: date}, end: {type: string, format: date}}
          - {type: array, minItems: 1, items: {type: string, format: date}}
      line: {type: string}
      mode: {enum: [online, in person, hybrid]}
      members: {type: array, items: {type: string}, uniqueItems: true}
      participants: {type: integer, minimum: 0}
    """

  static let cases: [Case] = [
    // Types
    Case("{type: string}", "1.1", "1: ‹1.1› the document is 1.1, a number; it must be text"),
    Case("properties: {a: {type: string}}", "a: 1.1", "1: ‹1.1› a is 1.1, a number; it must be text"),
    Case("properties: {a: {type: string}}", "a:", "1: ‹› a has no value; it must be text"),
    Case("properties: {a: {type: string}}", "a: ~", "1: ‹~› a is ~; it must be text"),
    Case(
      "properties: {a: {type: integer}}", "a: 1.5", "1: ‹1.5› a is 1.5, a number; it must be a whole number"),
    Case("properties: {a: {type: array}}", "a: x", "1: ‹x› a is x, text; it must be a list"),
    Case(
      "properties: {a: {type: [string, object]}}", "a: [1]",
      "1: ‹[1]› a is a list; it must be text or a mapping"),
    Case(
      "items: {type: boolean}", "[true, no one]",
      "1: ‹no one› item 2 is \"no one\", text; it must be true or false"),
    Case(
      "properties: {a: {items: {type: integer}}}", "a: [1, x]",
      "1: ‹x› item 2 of a is x, text; it must be a whole number"),

    // Constants
    Case("const: 1", "2", "1: ‹2› the document is 2; it must be 1"),
    Case(
      "properties: {mode: {enum: [online, hybrid]}}", "mode: onlin",
      "1: ‹onlin› mode is onlin, which is not allowed; did you mean online?"),
    Case(
      "properties: {mode: {enum: [online, hybrid, 3]}}", "mode: xyz",
      "1: ‹xyz› mode is xyz; it must be online, hybrid or 3"),
    Case(
      "properties: {code: {enum: ['1', '2']}}", "code: 1",
      "1: ‹1› code is 1, a number; it must be the text 1"),

    Case(
      "const: {a: [1, 2]}", "{a: [1]}",
      "1: ‹{a: [1]}› the document is {\"a\": [1]}; it must be {\"a\": [1, 2]}"),
    Case(
      "properties: {a: {enum: [[], [1], x]}}", "a: [2]", "1: ‹[2]› a is [2]; it must be [], [1] or x"),
    Case("properties: {a: {enum: [[1], x]}}", "a: 2", "1: ‹2› a is 2; it must be [1] or x"),

    // Numbers
    Case("minimum: 3", "2", "1: ‹2› the document is 2; it must be at least 3"),
    Case("exclusiveMinimum: 3", "3", "1: ‹3› the document is 3; it must be more than 3"),
    Case("maximum: 1e2", "100.5", "1: ‹100.5› the document is 100.5; it must be at most 100"),
    Case("exclusiveMaximum: 3", "3.0", "1: ‹3.0› the document is 3.0; it must be less than 3"),
    Case("multipleOf: 0.1", "0.25", "1: ‹0.25› the document is 0.25, which is no multiple of 0.1"),

    // Text
    Case("properties: {a: {minLength: 1}}", "a: ''", "1: ‹''› a is empty; it must have at least 1 character"),
    Case("properties: {a: {minLength: 3}}", "a: 💩é", "1: ‹💩é› a has 2 characters; it must have at least 3"),
    Case("properties: {a: {maxLength: 1}}", "a: xy", "1: ‹xy› a has 2 characters; it must have at most 1"),
    Case(
      "properties: {a: {pattern: '^L[0-9]$'}}", "a: L12", "1: ‹L12› a is L12, which does not match ^L[0-9]$"),
    Case(
      "properties: {date: {format: date}}", "date: 2021-02-30",
      "1: ‹2021-02-30› date is 2021-02-30, which is no date: write YYYY-MM-DD"),

    // Lists
    Case("properties: {a: {minItems: 1}}", "a: []", "1: ‹[]› a is empty; it must have at least 1 item"),
    Case("properties: {a: {maxItems: 1}}", "a: [1, 2]", "1: ‹[1, 2]› a has 2 items; it must have at most 1"),
    Case(
      "properties: {a: {uniqueItems: true}}", "a: [x, y, x]",
      "1: ‹x› item 3 of a is x, as item 1 is already; each may stand there once"),
    Case(
      "properties: {a: {prefixItems: [{}, {}], items: false}}", "a: [1, 2, 3]",
      "1: ‹3› item 3 of a is one too many; there may be 2 items"),
    Case(
      "properties: {a: {contains: {const: x}}}", "a: [y]",
      "1: ‹[y]› a has no item that is x; it must have at least 1"),
    Case(
      "properties: {a: {contains: {type: string}, maxContains: 1}}", "a: [x, y]",
      "1: ‹[x, y]› a has 2 items that are text; it may have at most 1"),

    // Mappings
    Case("required: [a]", "b: 1", "1: ‹b› a is missing"),
    Case("required: [a, b, c]", "b: 1", "1: ‹b› a and c are missing"),
    Case("required: [a]", "{}", "1: ‹{}› a is missing"),
    Case("properties: {x: {required: [a]}}", "x: {b: 1}", "1: ‹x› a is missing in x"),
    Case("items: {required: [a]}", "- {b: 1}", "1: ‹b› a is missing in item 1"),
    Case("dependentRequired: {a: [b]}", "a: 1", "1: ‹a› b is missing, which a asks for"),
    Case("minProperties: 2", "a: 1", "1: ‹a: 1› the document has 1 field; it must have at least 2"),
    Case("maxProperties: 0", "a: 1", "1: ‹a: 1› the document has 1 field; it must have at most 0"),
    Case(
      "{title: An activity, properties: {title: {}}, additionalProperties: false}", "titel: x",
      "1: ‹titel› titel is no field of an activity; did you mean title?"),
    Case(
      "{properties: {a: {}}, additionalProperties: false}", "a: 1\nzzz: x",
      "2: ‹zzz› zzz is no field of this document"),
    Case(
      "{properties: {a: {properties: {b: {}}, additionalProperties: false}}}", "a: {zzz: 1}",
      "1: ‹zzz› zzz is no field of a"),
    Case("properties: {a: false}", "a: 1", "1: ‹a› a is not allowed here"),
    Case(
      "propertyNames: {pattern: '^[a-z]+$'}", "a: 1\nB: 2",
      "2: ‹B› the name B does not match ^[a-z]+$"),
    Case(
      "propertyNames: {enum: [alpha, beta]}", "alpa: 1",
      "1: ‹alpa› the name alpa is not allowed; did you mean alpha?"),
    Case(
      "propertyNames: {maxLength: 2}", "100: 1",
      "1: ‹100› the name 100 has 3 characters; it must have at most 2"),

    // Logic
    Case("false", "1", "1: ‹1› the document is not allowed here"),
    Case("not: {type: string}", "x", "1: ‹x› the document must not be text"),
    Case(
      "not: {required: [a, b]}", "{a: 1, b: 2}",
      "1: ‹{a: 1, b: 2}› the document must not have a and b together"),
    Case("properties: {a: {not: {const: x}}}", "a: x", "1: ‹x› a must not be x"),
    Case(
      "oneOf: [{title: a pair, minItems: 2}, {title: a list, type: array}]", "[1, 2]",
      "1: ‹[1, 2]› the document is of several forms at once, of which only one may be: a pair and a list"),
    Case(
      "oneOf: [{type: string}, {type: integer}]", "1.5",
      "1: ‹1.5› the document is 1.5, a number; it must be text or a whole number"),
    Case(
      "anyOf: [{const: online}, {const: hybrid}]", "onlin",
      "1: ‹onlin› the document is onlin, which is not allowed; did you mean online?"),
    Case(
      "{if: {properties: {kind: {const: a}}, required: [kind]}, then: {required: [x]}, else: {required: [y]}}",
      "kind: a", "1: ‹kind› x is missing"),

    // One failure for each place, though several schemas say the same
    Case(
      "{allOf: [{required: [a]}, {$ref: '#/$defs/x'}, {required: [a, b]}], $defs: {x: {required: [a]}}}",
      "c: 1",
      "1: ‹c› a and b are missing"),
    Case(
      "{allOf: [{type: string}, {type: string}, {minLength: 4}], pattern: x}", "1",
      "1: ‹1› the document is 1, a number; it must be text"),

    // The form that comes closest
    Case(
      activity, "title: A\ndate: 2021-02-30\nline: L1",
      "2: ‹2021-02-30› date is 2021-02-30, which is no date: write YYYY-MM-DD"),
    Case(
      activity, "title: A\ndate: {start: 2021-02-03, end: soon}\nline: L1",
      "2: ‹soon› end is soon, which is no date: write YYYY-MM-DD"),
    Case(activity, "title: A\ndate: {start: 2021-02-03}\nline: L1", "2: ‹date› end is missing in date"),
    Case(
      activity, "title: A\ndate: [2021-02-03, x]\nline: L1",
      "2: ‹x› item 2 of date is x, which is no date: write YYYY-MM-DD"),
    Case(
      activity, "title: A\ndate: 5\nline: L1",
      "2: ‹5› date is 5, a number; it must be text, a mapping or a list"),
    Case(
      activity, "titel: A\ndate: 2021-02-03\nline: L1",
      "1: ‹titel› titel is no field of an activity; did you mean title?"),
    Case(
      activity, "title: A\ndate: 2021-02-03\nmembers: [a, b, a]\nparticipants: -1\nmode: offline",
      "1: ‹title› line is missing",
      "3: ‹a› item 3 of members is a, as item 1 is already; each may stand there once",
      "4: ‹-1› participants is -1; it must be at least 0",
      "5: ‹offline› mode is offline, which is not allowed; did you mean online?"),
    Case(
      """
      oneOf:
        - {properties: {kind: {const: city}, mayor: {type: string}}, required: [kind, mayor]}
        - {properties: {kind: {const: region}, seats: {type: integer}}, required: [kind, seats]}
      """, "kind: region\nseats: many", "2: ‹many› seats is many, text; it must be a whole number"),

    Case(
      """
      oneOf:
        - {properties: {kind: {const: city}, mayor: {type: string}}, required: [kind, mayor]}
        - {properties: {kind: {const: region}, seats: {type: integer}}, required: [kind, seats]}
      """, "kind: town", "1: ‹town› kind is town; it must be city or region"),
    Case(
      """
      oneOf:
        - properties: {kind: {const: city}, n: {type: integer}}
        - properties: {kind: {const: region}, n: {type: string}}
      """, "{kind: city, n: true}", "1: ‹true› n is true, a truth value; it must be a whole number"),
    Case(
      "anyOf: [{properties: {a: {type: string}}}, {properties: {a: {type: integer}, b: false}}]",
      "{a: true, b: 1}", "1: ‹true› a is true, a truth value; it must be text or a whole number"),

    // One of several demands would do
    Case(
      "anyOf: [{minimum: 10}, {maximum: 5}]", "7",
      "1: ‹7› the document is 7; it must be at least 10 or at most 5"),
    Case(
      "anyOf: [{multipleOf: 3}, {multipleOf: 5}]", "7",
      "1: ‹7› the document is 7, which is no multiple of 3 or 5"),
    Case(
      "properties: {a: {oneOf: [{type: string, pattern: '^a'}, {pattern: '^b'}, {type: 'null'}]}}", "a: c",
      "1: ‹c› a is c, which does not match ^a or ^b"),
    Case(
      "anyOf: [{format: date}, {format: time}]", "c",
      "1: ‹c› the document is c, which is no date or time with a time zone"),
    Case(
      "anyOf: [{minLength: 5}, {maxLength: 1}]", "abc",
      "1: ‹abc› the document has 3 characters; it must have at least 5 or at most 1"),
    Case(
      "anyOf: [{minLength: 5}, {pattern: x}]", "abc",
      "1: ‹abc› the document has 3 characters; it must have at least 5"),
    Case("anyOf: [{minimum: 9}, {minimum: 9.0}]", "7", "1: ‹7› the document is 7; it must be at least 9"),

    Case(
      "anyOf: [{dependentRequired: {x: [y]}}, {required: [c]}]", "x: 1",
      "1: ‹x› y is missing, which x asks for"),

    // What is missing is one of several
    Case("anyOf: [{required: [a]}, {required: [b]}, {type: array}]", "c: 1", "1: ‹c› a or b is missing"),
    Case(
      "properties: {x: {oneOf: [{required: [a]}, {required: [a, b]}, {required: [c]}]}}", "x: {d: 1}",
      "1: ‹x› a or c is missing in x"),
    Case("anyOf: [{required: [a, b]}, {required: [c, d]}]", "a: 1", "1: ‹a› b or c and d are missing"),
    Case("anyOf: [{required: [a]}, {required: [a], maxProperties: 9}]", "c: 1", "1: ‹c› a is missing"),

    // Types and constants together
    Case(
      "anyOf: [{type: integer}, {const: auto}]", "true",
      "1: ‹true› the document is true, a truth value; it must be a whole number or auto"),
    Case(
      "anyOf: [{type: integer}, {const: auto}]", "aut",
      "1: ‹aut› the document is aut, which is not allowed; did you mean auto?"),
    Case(
      "anyOf: [{const: auto}, {type: integer}]", "big",
      "1: ‹big› the document is big, text; it must be a whole number or auto"),
    Case(
      "properties: {a: {oneOf: [{type: string, minLength: 3}, {enum: [1, 2]}, {type: 'null'}]}}", "a: 5",
      "1: ‹5› a is 5, a number; it must be text, nothing (null), 1 or 2"),
    Case(
      "{anyOf: [{$ref: '#/$defs/x'}, {type: array}], $defs: {x: {anyOf: [{const: 7}, {type: string}]}}}", "8",
      "1: ‹8› the document is 8, a number; it must be text, a list or 7"),
    Case(
      "anyOf: [{type: string, const: x}, {type: integer, const: 3}]", "true",
      "1: ‹true› the document is true; it must be x or 3"),

    // What nothing has looked at
    Case(
      "{allOf: [{properties: {name: {type: string}}}], unevaluatedProperties: false}", "nam: x",
      "1: ‹nam› nam is no field of this document; did you mean name?"),
    Case(
      "{allOf: [{properties: {name: {type: string}, age: {type: integer}}}], unevaluatedProperties: false}",
      "name: 1\nage: 2", "1: ‹1› name is 1, a number; it must be text"),
    Case(
      "{prefixItems: [{}], unevaluatedItems: false}", "[1, 2]",
      "1: ‹2› item 2 is one too many; there may be 1 item"),
  ]

  @Test("each names the field, what is there and what should be", arguments: cases)
  func message(_ test: Case) throws {
    let schema = try schema(test.schema, SchemaOptions(assertFormats: true))
    #expect(try schema.findings(test.value) == test.findings)
  }

  @Test(
    "help says what to do",
    arguments: [
      ("properties: {a: {type: string}}", "a: 1.10", "put it in quotes: \"1.10\""),
      ("properties: {a: {type: array}}", "a: x", "write it as a list: [x]"),
      ("properties: {a: {type: integer}}", "a: '5'", "write it without quotes: 5"),
      ("properties: {a: {enum: [one, two]}}", "a: ones", "it may be one or two"),
      ("required: [a]", "b: 1", "add a"),
      ("{properties: {a: {}, b: {}}, additionalProperties: false}", "zzz: 1", "the fields are a and b"),
      ("properties: {a: {pattern: x, description: A code with an x.}}", "a: y", "A code with an x."),
    ])
  func help(_ text: String, value: String, help: String) throws {
    #expect(try schema(text).validate(value).failures.map(\.help) == [help])
  }

  @Test("a failure has its data")
  func data() throws {
    let text = "{type: object, properties: {a/b: {enum: [online, offline]}}}"
    let result = try schema(text).validate("a/b: onlin")
    let failure = try #require(result.failures.first)
    #expect(failure.keyword == "enum")
    #expect(failure.value == "onlin")
    #expect(failure.suggestions == ["online"])
    #expect(failure.schemaURI == "schema.yaml")
    #expect(failure.schemaPointer == "/properties/a~1b/enum")
    #expect(Array(text.utf8)[failure.schemaRange.indices].elementsEqual("[online, offline]".utf8))
  }
}
