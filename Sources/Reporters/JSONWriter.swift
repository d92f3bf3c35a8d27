/// Writes JSON text (RFC 8259) in UTF-8, value by value, so that a report with very many findings is never
/// held as one tree.
package struct JSONWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// Whether there is a line for each member and element, indented by two spaces a level.
  let isPretty: Bool

  private var depth = 0
  /// Whether the innermost object or array has nothing in it yet.
  private var isEmpty = true

  /// A writer of one line, or of many when `isPretty`.
  init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  /// The text that `content` writes, which is one value, with a line break at its end.
  static func line(isPretty: Bool, _ content: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter(isPretty: isPretty)
    content(&writer)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
  }

  /// The text of `value` with a line break at its end.
  package static func line(_ value: JSONValue, isPretty: Bool) -> [UInt8] {
    line(isPretty: isPretty) { $0.write(value) }
  }

  /// Writes `value`. The values of the formats are a few levels deep whatever the data, so recursion is bound.
  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .int(let value): append(String(value))
    case .number(let text): append(text)
    case .string(let value): write(text: value)
    case .array(let elements): array { $0.elements(elements) }
    case .object(let members): object { for member in members { $0.member(member.key, member.value) } }
    }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

// MARK: Objects and arrays

extension JSONWriter {
  /// Writes an object of the members that `content` writes.
  mutating func object(_ content: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), content)
  }

  /// Writes an array of the elements that `content` writes.
  mutating func array(_ content: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "["), UInt8(ascii: "]"), content)
  }

  /// Writes a member of an object; `content` writes its value.
  mutating func member(_ key: String, _ content: (inout JSONWriter) -> Void) {
    separate()
    write(text: key)
    append(isPretty ? ": " : ":")
    content(&self)
  }

  /// Writes a member of an object.
  mutating func member(_ key: String, _ value: JSONValue) {
    member(key) { $0.write(value) }
  }

  /// Writes an element of an array; `content` writes its value.
  mutating func element(_ content: (inout JSONWriter) -> Void) {
    separate()
    content(&self)
  }

  /// Writes an element of an array.
  mutating func element(_ value: JSONValue) {
    element { $0.write(value) }
  }

  /// Writes elements of an array.
  mutating func elements(_ values: some Sequence<JSONValue>) {
    for value in values { element(value) }
  }

  private mutating func container(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
    bytes.append(open)
    depth += 1
    isEmpty = true
    content(&self)
    depth -= 1
    if !isEmpty { breakLine() }
    bytes.append(close)
    isEmpty = false
  }

  private mutating func separate() {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    breakLine()
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}

// MARK: Text

extension JSONWriter {
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
