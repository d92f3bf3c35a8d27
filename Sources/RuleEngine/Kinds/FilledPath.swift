import Spelling
import YAML

/// A template for paths with its values in place.
struct FilledPath {
  /// A part of it.
  enum Token {
    /// Itself, in UTF-8 and Normalization Form C.
    case bytes([UInt8])
    /// Anything without `/`.
    case anyText
    /// Any number of folders, also none.
    case folders
  }

  /// Where the values stand.
  let places: [NodeID]
  let tokens: [Token]

  /// Where the last of the values stands.
  var place: NodeID? { places.last }

  /// The path as people read it, `*` being anything.
  var shown: String {
    tokens.map { token in
      switch token {
      case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
      case .anyText: "*"
      case .folders: "**/"
      }
    }.joined()
  }

  /// The most steps of one match: a template of many stars gives up then, as one that does not match.
  private static let mostSteps = 1_000_000

  /// Whether the path, relative, with `/`, in UTF-8 and Normalization Form C, matches.
  func matches(_ path: [UInt8]) -> Bool {
    var steps = FilledPath.mostSteps
    return matches(path, from: 0, token: 0, &steps)
  }

  private func matches(_ path: [UInt8], from start: Int, token: Int, _ steps: inout Int) -> Bool {
    guard token < tokens.count else { return start == path.count }
    switch tokens[token] {
    case .bytes(let bytes):
      guard path.count - start >= bytes.count else { return false }
      for index in bytes.indices where path[start + index] != bytes[index] { return false }
      return matches(path, from: start + bytes.count, token: token + 1, &steps)
    case .anyText:
      var position = start
      while steps > 0 {
        steps -= 1
        if matches(path, from: position, token: token + 1, &steps) { return true }
        guard position < path.count, path[position] != UInt8(ascii: "/") else { return false }
        position += 1
      }
      return false
    case .folders:
      // Folders begin where a name begins.
      guard start == 0 || path[start - 1] == UInt8(ascii: "/") else { return false }
      var position = start
      while steps > 0 {
        steps -= 1
        if matches(path, from: position, token: token + 1, &steps) { return true }
        guard let slash = path[position...].firstIndex(of: UInt8(ascii: "/")) else { return false }
        position = slash + 1
      }
      return false
    }
  }
}
