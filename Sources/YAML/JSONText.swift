extension Tree {
  /// `node` as JSON text (RFC 8259) in one line: numbers in decimal as they are written, a key that is no string
  /// as its text, `.inf` and `.nan`, which JSON has not, as strings.
  package func json(of node: NodeID) -> String {
    var text = ""
    write(node, canonical: false, to: &text)
    return text
  }

  /// JSON text that is the same for two values exactly when they are equal as JSON values: members sorted,
  /// numbers in one form.
  package func canonicalJSON(of node: NodeID) -> String {
    var text = ""
    write(node, canonical: true, to: &text)
    return text
  }

  private func write(_ node: NodeID, canonical: Bool, to text: inout String) {
    switch kind(of: node) {
    case .null: text += "null"
    case .boolean: text += boolean(of: node) == true ? "true" : "false"
    case .integer, .float: text += numberText(of: node, canonical: canonical)
    case .string: JSONString.append(self.text(of: node), to: &text)
    case .sequence:
      text += "["
      var separator = ""
      for element in elements(of: node) {
        text += separator
        separator = canonical ? "," : ", "
        write(element, canonical: canonical, to: &text)
      }
      text += "]"
    case .mapping:
      text += "{"
      var separator = ""
      for (key, value) in canonical ? sortedMembers(of: node) : Array(members(of: node)) {
        text += separator
        separator = canonical ? "," : ", "
        writeKey(key, to: &text)
        text += canonical ? ":" : ": "
        write(value, canonical: canonical, to: &text)
      }
      text += "}"
    }
  }

  /// A key's text: a scalar as it is written, a list or mapping as its JSON.
  package func keyText(_ key: NodeID) -> String {
    kind(of: key).isScalar ? text(of: key) : canonicalJSON(of: key)
  }

  private func writeKey(_ key: NodeID, to text: inout String) {
    JSONString.append(keyText(key), to: &text)
  }

  private func sortedMembers(of node: NodeID) -> [(key: NodeID, value: NodeID)] {
    members(of: node).map { (keyText($0.key), $0) }
      .sorted { ($0.0, $0.1.key) < ($1.0, $1.1.key) }
      .map(\.1)
  }

  private func numberText(of node: NodeID, canonical: Bool) -> String {
    // Most numbers are written in the form that all are brought to.
    if withText(of: node, { $0.isWholeNumberInDigits }) { return self.text(of: node) }
    guard let number = number(of: node), number.isFinite else { return "\"\(self.text(of: node))\"" }
    if !canonical {
      let text = self.text(of: node)
      if JSONString.isNumber(text) { return text }
    }
    return number.description
  }
}

extension Span<UInt8> {
  /// Whether it is a whole number of a few digits and nothing else, the first of them no 0 unless it is all.
  fileprivate var isWholeNumberInDigits: Bool {
    guard count > 0, count < 16, count == 1 || self[0] != UInt8(ascii: "0") else { return false }
    for index in 0..<count where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self[index]) {
      return false
    }
    return true
  }
}

/// Strings and numbers of JSON (RFC 8259).
package enum JSONString {
  /// Appends `string` with its quotes and escapes to `text`.
  package static func append(_ string: String, to text: inout String) {
    text += "\""
    // What needs no escape is appended run by run.
    var start = string.utf8.startIndex
    for index in string.utf8.indices {
      let byte = string.utf8[index]
      guard byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      text += string[start..<index]
      start = string.utf8.index(after: index)
      text += escape(byte)
    }
    text += string[start...]
    text += "\""
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case UInt8(ascii: "\n"): return "\\n"
    case UInt8(ascii: "\r"): return "\\r"
    case UInt8(ascii: "\t"): return "\\t"
    case 0x08: return "\\b"
    case 0x0C: return "\\f"
    default:
      let hexadecimal = String(byte, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hexadecimal.utf8.count) + hexadecimal
    }
  }

  /// Whether `text` is a number by the grammar of JSON (RFC 8259, section 6).
  static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    func digits() -> Int {
      let run = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest.dropFirst(run.count)
      return run.count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || whole > 1 && !startsWithZero else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
