import JSONPath
import Spelling
import YAML

/// A path with values in braces, `*` for anything without `/`, and `**/` for folders. One reference, so that handing it on
/// costs one count.
final class PathTemplate: Sendable {
  /// A part of a template.
  enum Part: Sendable {
    /// Text, where it stands in `bytes`.
    case text(Range<Int>)
    /// The value of this number.
    case value(Int)
    /// `*`: anything without `/`.
    case anyText
    /// `**/`: any number of folders, also none.
    case folders
  }

  let parts: [Part]
  /// The texts, in UTF-8 and Normalization Form C.
  let bytes: [UInt8]
  let values: [ValueTemplate]

  init(_ text: String) throws(ValueTemplate.Mistake) {
    var parts: [Part] = []
    var bytes: [UInt8] = []
    var values: [ValueTemplate] = []
    for piece in try Braces.split(text) {
      switch piece {
      case .text(let text): PathTemplate.read(text, &parts, &bytes)
      case .inside(let text, let offset):
        do {
          parts.append(.value(values.count))
          values.append(try ValueTemplate(text))
        } catch {
          throw ValueTemplate.Mistake(
            message: error.message,
            range: error.range.lowerBound + offset..<error.range.upperBound + offset,
            suggestion: error.suggestion)
        }
      }
    }
    (self.parts, self.bytes, self.values) = (parts, bytes, values)
  }

  private static func read(_ text: String, _ parts: inout [Part], _ bytes: inout [UInt8]) {
    let first = bytes.count
    bytes += text.normalizedC.utf8
    var position = first
    var start = first
    func close() {
      if start < position { parts.append(.text(start..<position)) }
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "*") else {
        position += 1
        continue
      }
      close()
      if bytes[position...].starts(with: "**/".utf8) {
        parts.append(.folders)
        position += 3
      } else {
        parts.append(.anyText)
        while position < bytes.count, bytes[position] == UInt8(ascii: "*") { position += 1 }
      }
      start = position
    }
    close()
  }

  /// The template with the values for `current`; nothing when a query finds no scalar.
  func filled(in tree: Tree, root: NodeID, current: NodeID) -> FilledPath? {
    var filled = FilledPath.Values()
    for number in values.indices {
      switch values[number].value(in: tree, root: root, current: current) {
      case .nothing: return nil
      case .node(let node):
        guard tree.hasText(node) else { return nil }
        let isNormalized = tree.withText(of: node) { $0.isCertainlyNormalized }
        filled.append(isNormalized ? .node(node) : .text(Array(tree.text(of: node).normalizedC.utf8), node))
      case .text(let put, let node):
        filled.append(.text(Array(put.normalizedC.utf8), node))
      }
    }
    return FilledPath(template: self, tree: tree, values: filled)
  }
}
