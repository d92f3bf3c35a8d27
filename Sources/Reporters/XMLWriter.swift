/// Writes XML 1.0 in UTF-8: elements, attributes and text, which is all that JUnit needs.
struct XMLWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  private var depth = 0

  /// A document that has nothing but its declaration.
  init() {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// An element of other elements, which `content` writes.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    append(">\n")
    depth += 1
    content(&self)
    depth -= 1
    indent()
    append("</\(name)>\n")
  }

  /// An element of text, kept as it is.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
    open(name, attributes)
    append(">")
    escape(text, inAttribute: false)
    append("</\(name)>\n")
  }

  /// An element without content.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    open(name, attributes)
    append("/>\n")
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    indent()
    append("<\(name)")
    for (key, value) in attributes {
      append(" \(key)=\"")
      escape(value, inAttribute: true)
      append("\"")
    }
  }

  private mutating func indent() {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// `>` is escaped too, so that `]]>` cannot stand in text (XML 1.0, 2.4). A carriage return, and in an
  /// attribute any white space but a space, would be read as another character (2.11 and 3.3.3).
  private mutating func escape(_ text: String, inAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"" where inAttribute: append("&quot;")
      case "\r": append("&#13;")
      case "\n" where inAttribute: append("&#10;")
      case "\t" where inAttribute: append("&#9;")
      case _ where !scalar.isXMLCharacter: append("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 has this character at all (production 2, `Char`).
  fileprivate var isXMLCharacter: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
