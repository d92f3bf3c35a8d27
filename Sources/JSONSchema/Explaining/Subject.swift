import YAML

/// What a message is about.
struct Subject {
  /// Its name: a member by its key, an element by its number.
  let text: String

  init(_ node: NodeID, in tree: Tree) {
    if tree.isKey(node) {
      text = "the name \(tree.text(of: node).quotedIfNeeded)"
    } else if let key = tree.key(of: node) {
      text = tree.text(of: key).shortened.quotedIfNeeded
    } else if let position = tree.position(of: node) {
      let list = tree.parent(of: node).flatMap { tree.key(of: $0) }
      text =
        "item \(position + 1)" + (list.map { " of " + tree.text(of: $0).shortened.quotedIfNeeded } ?? "")
    } else {
      text = "the document"
    }
  }
}

extension String {
  /// The text, short, in quotes when it would not be seen as one word.
  var quotedIfNeeded: String {
    let text = shortened
    let isWord =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "\"" && $0 != "," }
    return isWord ? text : "\"\(text)\""
  }
}

extension Tree {
  /// A value as it stands in a message.
  func shown(_ node: NodeID) -> String {
    switch kind(of: node) {
    case .null: text(of: node).isEmpty ? "nothing" : text(of: node)
    case .boolean, .integer, .float: text(of: node).shortened
    case .string: text(of: node).quotedIfNeeded
    case .sequence, .mapping: briefly(node)
    }
  }

  /// The same, a list or mapping with what is in it when that is little.
  func shownWhole(_ node: NodeID) -> String {
    let size = next(after: node).index - node.index
    return kind(of: node).isScalar || size > 30 ? shown(node) : json(of: node).shortened
  }

  /// The nearest key around or at `node`.
  func keywordAround(_ node: NodeID) -> String {
    var current: NodeID? = node
    while let place = current {
      if let key = key(of: place) { return text(of: key) }
      current = parent(of: place)
    }
    return ""
  }
}

extension Kind {
  /// What a value of this kind is called after its text.
  var noun: String {
    switch self {
    case .null: "nothing"
    case .boolean: "a truth value"
    case .integer, .float: "a number"
    case .string: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension Types {
  /// What they are called in a message: "text or a list".
  var words: String { list.joined(last: "or") }

  /// The same, one by one.
  var list: [String] {
    var words: [String] = []
    if contains(.string) { words.append("text") }
    if contains(.number) {
      words.append("a number")
    } else if contains(.integer) {
      words.append("a whole number")
    }
    if contains(.boolean) { words.append("true or false") }
    if contains(.object) { words.append("a mapping") }
    if contains(.array) { words.append("a list") }
    if contains(.null) { words.append("nothing (null)") }
    return words
  }
}

extension [String] {
  /// "a", "a or b", "a, b or c".
  func joined(last conjunction: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
