import YAML

/// The types of JSON Schema, as a set. (JSON Schema Validation 2020-12, section 6.1.1.)
struct Types: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  static let null = Types(rawValue: 1)
  static let boolean = Types(rawValue: 2)
  static let integer = Types(rawValue: 4)
  static let number = Types(rawValue: 8)
  static let string = Types(rawValue: 16)
  static let array = Types(rawValue: 32)
  static let object = Types(rawValue: 64)

  /// The names a schema uses, in the order of messages.
  static let names: [(name: String, type: Types)] = [
    ("string", .string), ("integer", .integer), ("number", .number), ("boolean", .boolean),
    ("object", .object), ("array", .array), ("null", .null),
  ]

  /// The type of that name.
  init?(name: String) {
    guard let found = Types.names.first(where: { $0.name == name }) else { return nil }
    self = found.type
  }

  /// The types that a node of `kind` certainly has. A number with a fraction or an exponent may be an integer
  /// as well: its value tells.
  init(_ kind: Kind) {
    switch kind {
    case .null: self = .null
    case .boolean: self = .boolean
    case .integer: self.init(rawValue: Types.integer.rawValue | Types.number.rawValue)
    case .float: self = .number
    case .string: self = .string
    case .sequence: self = .array
    case .mapping: self = .object
    }
  }
}
