/// A JSON value (RFC 8259) whose members keep the order in which they were given.
///
/// The order of keys is part of the formats. `JSONEncoder` gives them in an order that changes from run to
/// run, or sorted, and neither is what the formats say; it also brings Foundation into the start of the
/// program.
enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// Text, or `null` when there is none.
  static func optional(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
  }

  /// An object of the members that have a value: no empty text, no empty array and no `null`, for formats
  /// whose readers want such members left out.
  static func compact(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(JSONMember.present(members))
  }
}

/// A key of an object with its value.
struct JSONMember: Sendable, Hashable {
  var key: String
  var value: JSONValue

  /// Those of `members` that have a value; see `JSONValue.compact`.
  static func present(_ members: KeyValuePairs<String, JSONValue?>) -> [JSONMember] {
    members.compactMap { key, value in
      switch value {
      case nil, .null, .string(""), .array([]): nil
      case let value?: JSONMember(key: key, value: value)
      }
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral
{
  init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { JSONMember(key: $0, value: $1) })
  }

  init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }

  init(stringLiteral value: String) {
    self = .string(value)
  }

  init(integerLiteral value: Int) {
    self = .int(value)
  }
}
