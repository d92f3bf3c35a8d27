import JSONPath
import Spelling
import YAML

/// A path with values in braces, `*` for anything without `/`, and `**/` for folders.
struct PathTemplate: Sendable {
  private enum Part: Sendable {
    case text(String)
    case value(ValueTemplate)
  }

  private let parts: [Part]

  init(_ text: String) throws(ValueTemplate.Mistake) {
    var parts: [Part] = []
    for piece in try Braces.split(text) {
      switch piece {
      case .text(let text): parts.append(.text(text))
      case .inside(let text, let offset):
        do {
          parts.append(.value(try ValueTemplate(text)))
        } catch {
          throw ValueTemplate.Mistake(
            message: error.message, range: error.range.lowerBound + offset..<error.range.upperBound + offset,
            suggestion: error.suggestion)
        }
      }
    }
    self.parts = parts
  }

  /// A template with its values in place.
  struct Filled {
    /// Where the last of the values stands.
    let place: NodeID?
    fileprivate let tokens: [Token]

    /// The path as people read it, `*` being anything.
    var shown: String {
      tokens.map { token in
        switch token {
        case .character(let character): String(character)
        case .anyText: "*"
        case .folders: "**/"
        }
      }.joined()
    }
  }

  fileprivate enum Token: Hashable {
    case character(Unicode.Scalar)
    /// `*`: anything without `/`.
    case anyText
    /// `**/`: any number of folders, also none.
    case folders
  }

  /// The template with the values for `current`; nothing when a query finds no scalar.
  func filled(in tree: Tree, root: NodeID, current: NodeID) -> Filled? {
    var tokens: [Token] = []
    var place: NodeID?
    for part in parts {
      switch part {
      case .text(let text): tokens += PathTemplate.tokens(text)
      case .value(let template):
        let text: String
        switch template.value(in: tree, root: root, current: current) {
        case .nothing: return nil
        case .node(let node):
          guard tree.hasText(node) else { return nil }
          text = tree.text(of: node)
          place = node
        case .text(let put, let node):
          text = put
          place = node ?? place
        }
        tokens += text.normalizedC.unicodeScalars.map { .character($0) }
      }
    }
    return Filled(place: place, tokens: tokens)
  }

  private static func tokens(_ text: String) -> [Token] {
    let scalars = Array(text.normalizedC.unicodeScalars)
    var tokens: [Token] = []
    var position = 0
    while position < scalars.count {
      if scalars[position...].starts(with: "**/".unicodeScalars) {
        tokens.append(.folders)
        position += 3
        continue
      }
      if scalars[position] == "*" {
        if tokens.last != .anyText { tokens.append(.anyText) }
      } else {
        tokens.append(.character(scalars[position]))
      }
      position += 1
    }
    return tokens
  }
}

extension PathTemplate.Filled {
  /// Whether the path, relative and with `/`, matches. Takes no more time than the product of the lengths.
  func matches(_ path: String) -> Bool {
    let path = Array(path.normalizedC.unicodeScalars)
    // The places in the path that the tokens so far can lead to.
    var reached = Array(repeating: false, count: path.count + 1)
    reached[0] = true
    for token in tokens {
      var next = Array(repeating: false, count: path.count + 1)
      for position in 0...path.count where reached[position] {
        switch token {
        case .character(let character):
          if position < path.count, path[position] == character { next[position + 1] = true }
        case .anyText:
          next[position] = true
        case .folders:
          // Folders begin where a name begins.
          if position == 0 || path[position - 1] == "/" { next[position] = true }
        }
      }
      switch token {
      case .character: break
      case .anyText:
        for position in path.indices where next[position] && path[position] != "/" {
          next[position + 1] = true
        }
      case .folders:
        if let first = next.firstIndex(of: true) {
          for position in first..<path.count where path[position] == "/" { next[position + 1] = true }
        }
      }
      reached = next
    }
    return reached[path.count]
  }
}
