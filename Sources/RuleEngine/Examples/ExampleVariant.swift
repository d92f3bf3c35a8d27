/// A way in which each example is run: the same text as other editors and people write it.
package enum ExampleVariant: String, Sendable, Hashable, CaseIterable {
  /// As it is written.
  case plain
  /// With CR LF at the ends of lines.
  case crlf = "CRLF"
  /// With a byte order mark.
  case byteOrderMark = "BOM"
  /// With a comment before the first line that has characters of two, three and four bytes.
  case comment = "multi-byte comment"

  private static let words = "# Zürich · 東京 · 🏙️ 𝄞\n"

  /// The text of a file in this variant, in UTF-8; marks in it are kept.
  func text(_ text: String) -> [UInt8] {
    switch self {
    case .plain: return Array(text.utf8)
    case .crlf: return ExampleVariant.withCRLF(Array(text.utf8))
    case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .comment:
      // What has no line of its own has no first line that anything could be put before.
      return ExampleVariant.isBlank(text) ? Array(text.utf8) : Array((ExampleVariant.words + text).utf8)
    }
  }

  /// Whether there is nothing but comments and empty lines, marks aside.
  private static func isBlank(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).allSatisfy { line in
      guard let first = line.first(where: { !" \t⟦⟧".contains($0) }) else { return true }
      return first == "#"
    }
  }

  private static func withCRLF(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 16)
    for byte in text {
      if byte == UInt8(ascii: "\n"), result.last != UInt8(ascii: "\r") {
        result.append(UInt8(ascii: "\r"))
      }
      result.append(byte)
    }
    return result
  }
}
