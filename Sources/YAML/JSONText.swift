import SourceText

extension Tree {
  /// `node` as JSON text (RFC 8259) in one line: numbers in decimal as they are written, a key that is no string
  /// as its text, `.inf` and `.nan`, which JSON has not, as strings.
  package func json(of node: NodeID) -> String {
    text(of: node, canonical: false)
  }

  /// JSON text that is the same for two values exactly when they are equal as JSON values: members sorted,
  /// numbers in one form.
  package func canonicalJSON(of node: NodeID) -> String {
    text(of: node, canonical: true)
  }

  private func text(of node: NodeID, canonical: Bool) -> String {
    // Bytes first: to append a few to a string takes far longer.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range(of: node).count + 16)
    write(node, canonical: canonical, to: &bytes)
    return bytes.span.string
  }

  private func write(_ node: NodeID, canonical: Bool, to bytes: inout [UInt8]) {
    switch kind(of: node) {
    case .null: bytes += "null".utf8
    case .boolean: bytes += (boolean(of: node) == true ? "true" : "false").utf8
    case .integer, .float: bytes += numberText(of: node, canonical: canonical).utf8
    case .string: withText(of: node) { JSONString.append($0, to: &bytes) }
    case .sequence:
      bytes.append(UInt8(ascii: "["))
      var isFirst = true
      for element in elements(of: node) {
        if !isFirst { separate(UInt8(ascii: ","), canonical: canonical, &bytes) }
        isFirst = false
        write(element, canonical: canonical, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping:
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      for (key, value) in canonical ? sortedMembers(of: node) : Array(members(of: node)) {
        if !isFirst { separate(UInt8(ascii: ","), canonical: canonical, &bytes) }
        isFirst = false
        let name = keyText(key)
        JSONString.append(name.utf8Span.span, to: &bytes)
        separate(UInt8(ascii: ":"), canonical: canonical, &bytes)
        write(value, canonical: canonical, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private func separate(_ byte: UInt8, canonical: Bool, _ bytes: inout [UInt8]) {
    bytes.append(byte)
    if !canonical { bytes.append(UInt8(ascii: " ")) }
  }

  /// A key's text: a scalar as it is written, a list or mapping as its JSON.
  package func keyText(_ key: NodeID) -> String {
    kind(of: key).isScalar ? text(of: key) : canonicalJSON(of: key)
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
    var bytes: [UInt8] = []
    append(string.utf8Span.span, to: &bytes)
    text += bytes.span.string
  }

  /// Appends `string`, in UTF-8, with its quotes and escapes to `bytes`.
  static func append(_ string: Span<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    // What needs no escape is appended run by run.
    var start = 0
    for index in 0..<string.count {
      let byte = string[index]
      guard byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      bytes.append(contentsOf: string.extracting(start..<index))
      start = index + 1
      bytes += escape(byte).utf8
    }
    bytes.append(contentsOf: string.extracting(start...))
    bytes.append(UInt8(ascii: "\""))
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
