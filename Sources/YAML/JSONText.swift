extension Tree {
  /// `node` as JSON text (RFC 8259) in one line: numbers in decimal as they are written, a key that is no string
  /// as its text, `.inf` and `.nan`, which JSON has not, as strings.
  package func json(of node: NodeID) -> String {
    var bytes: [UInt8] = []
    write(node, canonical: false, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// JSON text that is the same for two values exactly when they are equal as JSON values: members sorted,
  /// numbers in one form.
  package func canonicalJSON(of node: NodeID) -> String {
    var bytes: [UInt8] = []
    appendCanonicalJSON(of: node, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the same in UTF-8.
  package func appendCanonicalJSON(of node: NodeID, to bytes: inout [UInt8]) {
    write(node, canonical: true, to: &bytes)
  }

  private func write(_ node: NodeID, canonical: Bool, to bytes: inout [UInt8]) {
    switch kind(of: node) {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean: bytes.append(contentsOf: (boolean(of: node) == true ? "true" : "false").utf8)
    case .integer, .float: writeNumber(node, canonical: canonical, to: &bytes)
    case .string: withText(of: node) { JSONString.append($0, to: &bytes) }
    case .sequence:
      bytes.append(UInt8(ascii: "["))
      var isFirst = true
      for element in elements(of: node) {
        if !isFirst { bytes.append(UInt8(ascii: ","), space: !canonical) }
        isFirst = false
        write(element, canonical: canonical, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping:
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      for (key, value) in canonical ? sortedMembers(of: node) : Array(members(of: node)) {
        if !isFirst { bytes.append(UInt8(ascii: ","), space: !canonical) }
        isFirst = false
        writeKey(key, to: &bytes)
        bytes.append(UInt8(ascii: ":"), space: !canonical)
        write(value, canonical: canonical, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// A key's text: a scalar as it is written, a list or mapping as its JSON.
  package func keyText(_ key: NodeID) -> String {
    kind(of: key).isScalar ? text(of: key) : canonicalJSON(of: key)
  }

  private func writeKey(_ key: NodeID, to bytes: inout [UInt8]) {
    if kind(of: key).isScalar {
      withText(of: key) { JSONString.append($0, to: &bytes) }
    } else {
      JSONString.append(canonicalJSON(of: key).utf8Span.span, to: &bytes)
    }
  }

  private func sortedMembers(of node: NodeID) -> [(key: NodeID, value: NodeID)] {
    let members = Array(members(of: node))
    guard members.contains(where: { !kind(of: $0.key).isScalar || !withText(of: $0.key) { $0.isASCII } })
    else {
      return members.sorted { isBefore($0.key, $1.key) }
    }
    return members.map { (keyText($0.key), $0) }
      .sorted { ($0.0, $0.1.key) < ($1.0, $1.1.key) }
      .map(\.1)
  }

  /// Whether the text of a scalar in ASCII is sorted before that of another; of the same text, whether it is the first.
  private func isBefore(_ left: NodeID, _ right: NodeID) -> Bool {
    withText(of: left) { text in
      withText(of: right) { other in
        let shared = min(text.count, other.count)
        for index in 0..<shared where text[index] != other[index] { return text[index] < other[index] }
        return (text.count, left) < (other.count, right)
      }
    }
  }

  private func writeNumber(_ node: NodeID, canonical: Bool, to bytes: inout [UInt8]) {
    // Most numbers are written in the form that all are brought to.
    if withText(of: node, { $0.isWholeNumberInDigits }) { return appendText(of: node, to: &bytes) }
    guard let number = number(of: node), number.isFinite else {
      return bytes.append(contentsOf: "\"\(text(of: node))\"".utf8)
    }
    if !canonical, JSONString.isNumber(text(of: node)) { return appendText(of: node, to: &bytes) }
    bytes.append(contentsOf: number.description.utf8)
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ sign: UInt8, space: Bool) {
    append(sign)
    if space { append(UInt8(ascii: " ")) }
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
    text += String(decoding: bytes, as: UTF8.self)
  }

  /// Appends text in UTF-8 with its quotes and escapes to `bytes`.
  package static func append(_ string: Span<UInt8>, to bytes: inout [UInt8]) {
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
      bytes.append(contentsOf: escape(byte).utf8)
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
