import JSONPath
import Spelling
import YAML

/// A path with values in braces, `*` for anything without `/`, and `**/` for folders.
struct PathTemplate: Sendable {
  /// A part of a template.
  enum Part: Sendable {
    /// Text, in UTF-8 and Normalization Form C.
    case text([UInt8])
    case value(ValueTemplate)
    /// `*`: anything without `/`.
    case anyText
    /// `**/`: any number of folders, also none.
    case folders
  }

  let parts: [Part]

  init(_ text: String) throws(ValueTemplate.Mistake) {
    var parts: [Part] = []
    for piece in try Braces.split(text) {
      switch piece {
      case .text(let text): parts += PathTemplate.parts(text)
      case .inside(let text, let offset):
        do {
          parts.append(.value(try ValueTemplate(text)))
        } catch {
          throw ValueTemplate.Mistake(
            message: error.message,
            range: error.range.lowerBound + offset..<error.range.upperBound + offset,
            suggestion: error.suggestion)
        }
      }
    }
    self.parts = parts
  }

  private static func parts(_ text: String) -> [Part] {
    let bytes = Array(text.normalizedC.utf8)
    var parts: [Part] = []
    var position = 0
    var start = 0
    func close() {
      if start < position { parts.append(.text(Array(bytes[start..<position]))) }
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
    return parts
  }

  /// The template with the values for `current`; nothing when a query finds no scalar.
  func filled(in tree: Tree, root: NodeID, current: NodeID) -> FilledPath? {
    var tokens: [FilledPath.Token] = []
    tokens.reserveCapacity(parts.count)
    var places: [NodeID] = []
    for part in parts {
      switch part {
      case .text(let bytes): tokens.append(.bytes(bytes))
      case .anyText: tokens.append(.anyText)
      case .folders: tokens.append(.folders)
      case .value(let template):
        switch template.value(in: tree, root: root, current: current) {
        case .nothing: return nil
        case .node(let node):
          guard tree.hasText(node) else { return nil }
          tokens.append(.bytes(tree.normalizedText(of: node)))
          places.append(node)
        case .text(let put, let node):
          tokens.append(.bytes(Array(put.normalizedC.utf8)))
          if let node { places.append(node) }
        }
      }
    }
    return FilledPath(places: places, tokens: tokens)
  }
}

extension Tree {
  /// The text of a scalar in UTF-8 and Normalization Form C.
  fileprivate func normalizedText(of node: NodeID) -> [UInt8] {
    var bytes: [UInt8] = []
    appendText(of: node, to: &bytes)
    return bytes.span.isCertainlyNormalized ? bytes : Array(text(of: node).normalizedC.utf8)
  }
}
