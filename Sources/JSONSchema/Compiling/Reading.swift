import Spelling
import YAML

// How a keyword's value is read. What is wrong with it is noted, and nothing is given.

extension Compiler {
  /// The schema at `node`, inside `value`.
  mutating func subschema(_ node: NodeID, of value: KeywordValue) -> SchemaIndex {
    let place = Place(document: value.schema.place.document, node: node)
    // In the resource of the schema around, unless it begins one.
    let resource = registry.resource(at: place) ?? value.schema.resource
    return schema(at: place, scope: value.schema.scope, resource: resource)
  }

  /// The schema that `value` is.
  mutating func subschema(_ value: KeywordValue) -> SchemaIndex {
    subschema(value.node, of: value)
  }

  /// The schemas in a list that must have one.
  mutating func subschemas(_ value: KeywordValue) -> [SchemaIndex]? {
    guard value.tree.kind(of: value.node) == .sequence, value.tree.count(of: value.node) > 0 else {
      refuse(value, "\(value.keyword) must be a list of schemas, and not an empty one; \(thisIs(value))")
      return nil
    }
    return value.tree.elements(of: value.node).map { subschema($0, of: value) }
  }

  /// The schemas that are the members of a mapping, with their names.
  mutating func namedSubschemas(_ value: KeywordValue) -> [(name: String, schema: SchemaIndex)]? {
    guard value.tree.kind(of: value.node) == .mapping else {
      refuse(value, "\(value.keyword) must be a mapping of schemas; \(thisIs(value))")
      return nil
    }
    return value.tree.members(of: value.node).map {
      (value.tree.text(of: $0.key), subschema($0.value, of: value))
    }
  }

  /// A whole number from 0.
  mutating func count(_ value: KeywordValue) -> Int? {
    let number = value.tree.number(of: value.node)
    guard let number, number.isInteger, !number.isNegative else {
      refuse(value, "\(value.keyword) must be a whole number, 0 or more; \(thisIs(value))")
      return nil
    }
    return number.integer ?? Int.max
  }

  /// A number.
  mutating func number(_ value: KeywordValue) -> Number? {
    guard let number = value.tree.number(of: value.node), number.isFinite else {
      refuse(value, "\(value.keyword) must be a number; \(thisIs(value))")
      return nil
    }
    return number
  }

  /// A text.
  mutating func text(_ value: KeywordValue) -> String? {
    guard value.tree.kind(of: value.node) == .string else {
      refuse(value, "\(value.keyword) must be text; \(thisIs(value))")
      return nil
    }
    return value.tree.text(of: value.node)
  }

  /// `true` or `false`.
  mutating func truth(_ value: KeywordValue) -> Bool? {
    guard let truth = value.tree.boolean(of: value.node) else {
      refuse(value, "\(value.keyword) must be true or false; \(thisIs(value))")
      return nil
    }
    return truth
  }

  /// A list of different texts, which are at `node`.
  mutating func texts(_ value: KeywordValue, at node: NodeID? = nil) -> [String]? {
    let node = node ?? value.node
    let tree = value.tree
    guard tree.kind(of: node) == .sequence else {
      refuse(value, at: node, "\(value.keyword) must be a list of names; this is \(tree.briefly(node))")
      return nil
    }
    var texts: [String] = []
    var nodes: [NodeID] = []
    for element in tree.elements(of: node) {
      guard tree.kind(of: element) == .string else {
        refuse(
          value, at: element, "\(value.keyword) must be a list of names; \(tree.briefly(element)) is none",
          help: tree.kind(of: element).isScalar ? "put it in quotes if it is a name" : nil)
        continue
      }
      texts.append(tree.text(of: element))
      nodes.append(element)
    }
    let table = NameTable(texts)
    guard table.count < texts.count else { return texts }
    return texts.indices.filter { number in
      // By bytes: strings of Swift are equal when they look the same.
      if table.number(of: Array(texts[number].utf8).span) == number { return true }
      refuse(value, at: nodes[number], "\(texts[number]) stands twice in \(value.keyword)")
      return false
    }.map { texts[$0] }
  }

  private func thisIs(_ value: KeywordValue) -> String {
    "this is \(value.tree.briefly(value.node))"
  }
}

extension Tree {
  /// What `node` is, for a message: short texts and numbers as they are, the rest by its kind.
  func briefly(_ node: NodeID) -> String {
    switch kind(of: node) {
    case .null: text(of: node).isEmpty ? "nothing" : text(of: node)
    case .boolean: text(of: node)
    case .integer, .float: "the number \(text(of: node).shortened)"
    case .string: "the text \"\(text(of: node).shortened)\""
    case .sequence: count(of: node) == 0 ? "an empty list" : "a list"
    case .mapping: count(of: node) == 0 ? "an empty mapping" : "a mapping"
    }
  }
}

extension String {
  /// The text in one line of at most 60 characters.
  var shortened: String {
    let line = String(unicodeScalars.prefix(61).map { $0.value < 0x20 ? " " : Character($0) })
    return unicodeScalars.count > 60 ? String(line.unicodeScalars.prefix(59)) + "…" : line
  }
}
