extension Tree {
  /// The JSON Pointer (RFC 6901) of `node` in its document: empty for the root. A key has the pointer of its
  /// value.
  package func pointer(of node: NodeID) -> String {
    var tokens: [String] = []
    var current = node
    while let parent = parent(of: current) {
      if isKey(current) {
        tokens.append(text(of: current))
      } else if let key = key(of: current) {
        tokens.append(text(of: key))
      } else {
        tokens.append(String(position(of: current) ?? 0))
      }
      current = parent
    }
    var pointer = ""
    for token in tokens.reversed() {
      pointer += "/"
      for character in token.unicodeScalars {
        switch character {
        case "~": pointer += "~0"
        case "/": pointer += "~1"
        default: pointer.unicodeScalars.append(character)
        }
      }
    }
    return pointer
  }
}
