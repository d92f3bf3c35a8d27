package import YAML

extension Tree {
  /// The normalized path of `node` in its document (RFC 9535, section 2.7). A key has the path of its value.
  package func normalizedPath(of node: NodeID) -> String {
    var selectors: [String] = []
    var current = node
    while let parent = parent(of: current) {
      if let place = position(of: current) {
        selectors.append("[\(place)]")
      } else {
        selectors.append("['\(normalizedName(isKey(current) ? current : key(of: current) ?? current))']")
      }
      current = parent
    }
    return "$" + selectors.reversed().joined()
  }

  /// The text of a key with the escapes of a normalized path. A list or mapping that is a key has its JSON.
  private func normalizedName(_ key: NodeID) -> String {
    var name = ""
    for scalar in (kind(of: key).isScalar ? text(of: key) : canonicalJSON(of: key)).unicodeScalars {
      switch scalar {
      case "'": name += "\\'"
      case "\\": name += "\\\\"
      case "\u{8}": name += "\\b"
      case "\u{C}": name += "\\f"
      case "\n": name += "\\n"
      case "\r": name += "\\r"
      case "\t": name += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        name += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: name.unicodeScalars.append(scalar)
      }
    }
    return name
  }
}
