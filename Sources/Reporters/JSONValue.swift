/// A JSON value (RFC 8259) whose members keep the order in which they were given.
///
/// The order of keys is part of the formats. `JSONEncoder` gives them in an order that changes from run to
/// run, or sorted, and neither is what the formats say; it also brings Foundation into the start of the
/// program.
package enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// Any number, as JSON writes it.
  case number(String)
  /// Text.
  case string(String)
  /// Values.
  case array([JSONValue])
  /// Keys with values, in this order.
  case object([JSONMember])

  /// Text, or `null` when there is none.
  package static func optional(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
  }

  /// An object of the members that have a value: no empty text, no empty array and no `null`, for formats
  /// whose readers want such members left out.
  package static func compact(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(JSONMember.present(members))
  }
}

/// A key of an object with its value.
package struct JSONMember: Sendable, Hashable {
  /// The key.
  package var key: String
  /// The value.
  package var value: JSONValue

  /// A key with its value.
  package init(key: String, value: JSONValue) {
    self.key = key
    self.value = value
  }

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
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { JSONMember(key: $0, value: $1) })
  }

  package init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }

  package init(stringLiteral value: String) {
    self = .string(value)
  }

  package init(integerLiteral value: Int) {
    self = .int(value)
  }
}
