/// Writes JSON text (RFC 8259) in UTF-8.
struct JSONWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// Whether there is a line for each member and element, indented by two spaces a level.
  let isPretty: Bool

  private var depth = 0

  /// A writer of one line, or of many when `isPretty`.
  init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  /// The text of `value` with a line break at its end.
  static func line(_ value: JSONValue, isPretty: Bool) -> [UInt8] {
    var writer = JSONWriter(isPretty: isPretty)
    writer.write(value)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
  }

  /// Writes `value`. The values of the formats are a few levels deep whatever the data, so recursion is bound.
  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .int(let value): append(String(value))
    case .string(let value): write(text: value)
    case .array(let elements):
      write(elements, between: "[", "]") { $0.write($1) }
    case .object(let members):
      write(members, between: "{", "}") { writer, member in
        writer.write(text: member.key)
        writer.append(writer.isPretty ? ": " : ":")
        writer.write(member.value)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], between open: StaticString, _ close: StaticString,
    each: (inout JSONWriter, Item) -> Void
  ) {
    append("\(open)")
    depth += 1
    for (index, item) in items.enumerated() {
      if index > 0 { append(",") }
      breakLine()
      each(&self, item)
    }
    depth -= 1
    if !items.isEmpty { breakLine() }
    append("\(close)")
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Escapes what RFC 8259, section 7 demands, and also characters that nobody can see, so that the text is
  /// safe to look at and reads as it is.
  private mutating func write(text: String) {
    append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case _ where scalar.isUnseen: append("\\u" + Visible.hexadecimal(scalar.value))
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    append("\"")
  }
}
