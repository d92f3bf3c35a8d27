import Spelling
import YAML

/// A template for paths with its values in place.
struct FilledPath {
  /// A value, whose text is in Normalization Form C.
  enum Value {
    /// The text of a scalar, as it stands in the tree.
    case node(NodeID)
    /// Another text, in UTF-8, and where it stands, if somewhere.
    case text([UInt8], NodeID?)

    /// Where it stands.
    var place: NodeID? {
      switch self {
      case .node(let node): node
      case .text(_, let node): node
      }
    }
  }

  let template: PathTemplate
  let tree: Tree
  let values: [Value]

  /// Where the values stand.
  var places: [NodeID] { values.compactMap(\.place) }

  /// Where the last of the values stands.
  var place: NodeID? { places.last }

  /// The path as people read it, `*` being anything.
  var shown: String {
    template.parts.map { part in
      switch part {
      case .text(let range): String(decoding: template.bytes[range], as: UTF8.self)
      case .value(let number): text(of: values[number])
      case .anyText: "*"
      case .folders: "**/"
      }
    }.joined()
  }

  private func text(of value: Value) -> String {
    switch value {
    case .node(let node): tree.text(of: node)
    case .text(let bytes, _): String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The most steps of one match: a template of many stars gives up then, as one that does not match.
  private static let mostSteps = 1_000_000

  /// Whether the path, relative, with `/`, in UTF-8 and Normalization Form C, matches.
  func matches(_ path: Span<UInt8>) -> Bool {
    var steps = FilledPath.mostSteps
    return matches(path, from: 0, part: 0, &steps)
  }

  private func matches(_ path: Span<UInt8>, from start: Int, part: Int, _ steps: inout Int) -> Bool {
    guard part < template.parts.count else { return start == path.count }
    switch template.parts[part] {
    case .text(let range):
      let bytes = template.bytes
      guard bytes.span.extracting(range).isFound(in: path, at: start) else { return false }
      return matches(path, from: start + range.count, part: part + 1, &steps)
    case .value(let number):
      guard let count = count(of: values[number], at: start, of: path) else { return false }
      return matches(path, from: start + count, part: part + 1, &steps)
    case .anyText:
      let first = firstByte(ofPart: part + 1)
      var position = start
      while steps > 0 {
        steps -= 1
        if first == nil || position < path.count && path[position] == first,
          matches(path, from: position, part: part + 1, &steps)
        {
          return true
        }
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
        if matches(path, from: position, part: part + 1, &steps) { return true }
        while position < path.count, path[position] != UInt8(ascii: "/") { position += 1 }
        guard position < path.count else { return false }
        position += 1
      }
      return false
    }
  }

  /// The number of bytes of a value when they stand at `start` of a path.
  private func count(of value: Value, at start: Int, of path: Span<UInt8>) -> Int? {
    switch value {
    case .node(let node): tree.withText(of: node) { $0.isFound(in: path, at: start) ? $0.count : nil }
    case .text(let bytes, _): bytes.span.isFound(in: path, at: start) ? bytes.count : nil
    }
  }

  /// What a part that is text begins with; nothing for another.
  private func firstByte(ofPart part: Int) -> UInt8? {
    guard part < template.parts.count, case .text(let range) = template.parts[part] else { return nil }
    return template.bytes[range.lowerBound]
  }
}
