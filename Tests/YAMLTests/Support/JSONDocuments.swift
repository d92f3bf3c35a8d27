/// The values of a text of JSON texts, one after the other, as the YAML test suite gives them.
struct JSONDocuments {
  /// A value of JSON; a number keeps its text, and a mapping's members are sorted by name.
  indirect enum Value: Equatable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case list([Value])
    case mapping([Member])
  }

  struct Member: Equatable {
    let name: String
    let value: Value
  }

  struct Malformed: Error {}

  private var rest: Substring.UnicodeScalarView

  /// Reads all values of `text`.
  static func read(_ text: String) throws -> [Value] {
    var reader = JSONDocuments(rest: Substring(text).unicodeScalars)
    var values: [Value] = []
    reader.skipBlanks()
    while !reader.rest.isEmpty {
      values.append(try reader.value())
      reader.skipBlanks()
    }
    return values
  }

  private mutating func skipBlanks() {
    rest = rest.drop { " \t\r\n".unicodeScalars.contains($0) }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func value() throws -> Value {
    skipBlanks()
    switch rest.first {
    case "{":
      var members: [Member] = []
      rest.removeFirst()
      while !take("}") {
        skipBlanks()
        let name = try string()
        guard take(":") else { throw Malformed() }
        members.append(Member(name: name, value: try value()))
        _ = take(",")
      }
      return .mapping(members.sorted { $0.name < $1.name })
    case "[":
      var elements: [Value] = []
      rest.removeFirst()
      while !take("]") {
        elements.append(try value())
        _ = take(",")
      }
      return .list(elements)
    case "\"": return .string(try string())
    default:
      let word = rest.prefix { !" \t\r\n,]}".unicodeScalars.contains($0) }
      guard !word.isEmpty else { throw Malformed() }
      rest = rest.dropFirst(word.count)
      switch String(word) {
      case "null": return .null
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      case let number: return .number(number)
      }
    }
  }

  private mutating func string() throws -> String {
    guard take("\"") else { throw Malformed() }
    var units: [UInt16] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return String(decoding: units, as: UTF16.self)
      case "\\": units += try escape()
      default: units += Array(String(scalar).utf16)
      }
    }
    throw Malformed()
  }

  private mutating func escape() throws -> [UInt16] {
    let names: [Unicode.Scalar: UInt16] = [
      "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
    ]
    guard let letter = rest.popFirst() else { throw Malformed() }
    if let unit = names[letter] { return [unit] }
    let digits = String(rest.prefix(4))
    guard letter == "u", let unit = UInt16(digits, radix: 16) else { throw Malformed() }
    rest = rest.dropFirst(4)
    return [unit]
  }
}
