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

  /// Some values. Most templates have one, which needs no list.
  struct Values {
    private var first: Value?
    private var others: [Value] = []

    mutating func append(_ value: Value) {
      if first == nil { first = value } else { others.append(value) }
    }

    /// The value with a number, of which there is one.
    subscript(number: Int) -> Value {
      if number == 0, let first { first } else { others[number - 1] }
    }

    /// Where they stand.
    fileprivate var places: [NodeID] {
      (first.map { [$0] } ?? []).compactMap(\.place) + others.compactMap(\.place)
    }
  }

  let template: PathTemplate
  let tree: Tree
  let values: Values

  /// Where the values stand.
  var places: [NodeID] { values.places }

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

  /// Whether the path, relative, with `/`, in UTF-8 and Normalization Form C, matches.
  ///
  /// Only the last star, and the last folders, may ever have to take more than they did: what comes before them is found as early
  /// as it can be, which leaves the most to what follows, and a star never goes beyond its name.
  func matches(_ path: Span<UInt8>) -> Bool {
    var (part, position) = (0, 0)
    // Behind which part to go on, and where in the path.
    var (star, folders) = ((part: Int, position: Int)?.none, (part: Int, position: Int)?.none)
    while true {
      if part == template.parts.count {
        if position == path.count { return true }
      } else {
        switch template.parts[part] {
        case .anyText:
          part += 1
          star = (part, position)
          continue
        case .folders where position == 0 || path[position - 1] == UInt8(ascii: "/"):
          part += 1
          (star, folders) = (nil, (part, position))
          continue
        case .folders:
          break
        case .text, .value:
          if let count = count(ofPart: part, at: position, of: path) {
            part += 1
            position += count
            continue
          }
        }
      }
      if let last = star, let next = nextPosition(of: last, in: path) {
        (part, position) = (last.part, next)
        star = (part, position)
      } else if let last = folders, let end = path.offset(of: UInt8(ascii: "/"), from: last.position) {
        (part, position) = (last.part, end + 1)
        (star, folders) = (nil, (part, position))
      } else {
        return false
      }
    }
  }

  /// Where what follows a star may begin next, behind where it began last; nothing when the name ends before.
  private func nextPosition(of star: (part: Int, position: Int), in path: Span<UInt8>) -> Int? {
    var first: UInt8?
    if star.part < template.parts.count, case .text(let range) = template.parts[star.part] {
      first = template.bytes[range.lowerBound]
    }
    var position = star.position
    repeat {
      guard position < path.count, path[position] != UInt8(ascii: "/") else { return nil }
      position += 1
    } while first != nil && (position == path.count || path[position] != first)
    return position
  }

  /// The number of bytes of a text or a value when they stand at `start` of a path.
  private func count(ofPart part: Int, at start: Int, of path: Span<UInt8>) -> Int? {
    switch template.parts[part] {
    case .text(let range):
      let bytes = template.bytes
      return bytes.span.extracting(range).isFound(in: path, at: start) ? range.count : nil
    case .value(let number):
      return count(of: values[number], at: start, of: path)
    case .anyText, .folders:
      return nil
    }
  }

  /// The number of bytes of a value when they stand at `start` of a path.
  private func count(of value: Value, at start: Int, of path: Span<UInt8>) -> Int? {
    switch value {
    case .node(let node): tree.withText(of: node) { $0.isFound(in: path, at: start) ? $0.count : nil }
    case .text(let bytes, _): bytes.span.isFound(in: path, at: start) ? bytes.count : nil
    }
  }
}
