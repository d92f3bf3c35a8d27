import SourceText
package import YAML

/// How a text is written as a scalar so that it means itself.
package enum ScalarText {
  /// `text` as it can stand in the place of the scalar `node`: in the same quotes, or without quotes where it
  /// needs none.
  package static func text(_ text: String, inPlaceOf node: NodeID, in tree: Tree) -> String {
    switch tree.style(of: node) {
    case .singleQuoted where isPrintable(text): singleQuoted(text)
    case .plain where isPlain(text): text
    default:
      isPrintable(text) && tree.style(of: node) != .plain ? doubleQuoted(text) : doubleQuoted(text)
    }
  }

  /// `text` without quotes where it needs none, else in double quotes.
  package static func shortest(_ text: String) -> String {
    isPlain(text) ? text : doubleQuoted(text)
  }

  /// `text` in double quotes.
  package static func doubleQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where !isPrintable(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += (scalar.value > 0xFFFF ? "\\U" : "\\u")
        quoted +=
          String(repeating: "0", count: (scalar.value > 0xFFFF ? 8 : 4) - digits.utf8.count)
          + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func singleQuoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Whether `text` without quotes is read back as the same text, in a block as well as between brackets and
  /// braces: asked of the reader itself.
  private static func isPlain(_ text: String) -> Bool {
    guard isPrintable(text), !text.isEmpty else { return false }
    let loaded = loadYAML(SourceText("[\(text)]\n"))
    guard loaded.problems.isEmpty, let tree = loaded.tree, let root = tree.documents.first?.root,
      tree.count(of: root) == 1, let element = tree.elements(of: root).first(where: { _ in true }),
      tree.kind(of: element) == .string, tree.text(of: element) == text
    else { return false }
    // Between brackets a comment or a colon at the end would be cut off; the text alone must mean itself too.
    let alone = loadYAML(SourceText("- \(text)\n"))
    guard alone.problems.isEmpty, let aloneTree = alone.tree,
      let list = aloneTree.documents.first?.root,
      let scalar = aloneTree.elements(of: list).first(where: { _ in true })
    else { return false }
    return aloneTree.kind(of: scalar) == .string && aloneTree.text(of: scalar) == text
  }

  private static func isPrintable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { isPrintable($0) && $0 != "\n" && $0 != "\r" }
  }

  /// YAML 1.2, production c-printable, without line breaks and the byte order mark.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
      scalar.value != 0x2028 && scalar.value != 0x2029
    default: false
    }
  }
}
