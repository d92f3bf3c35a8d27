import SourceText
import Spelling
package import YAML

/// Reads the members of a mapping of a ruleset or of a configuration, and notes what is missing, of the wrong type or not known.
package struct Fields {
  let file: RulesetFile
  /// The mapping.
  package let node: NodeID
  /// What the mapping is, for messages: "a rule".
  let what: String
  /// The keys that unknown ones, which have their mistakes, are most likely meant to be.
  private var meant: Set<String> = []
  /// Whether an unknown key is close to none.
  private(set) var hasStrangeKey = false

  private var tree: Tree { file.tree }

  /// The members of `node`; nothing, with a mistake, when it is no mapping.
  package init?(
    _ node: NodeID, in file: RulesetFile, what: String, allowed: [String], _ mistakes: inout Mistakes
  ) {
    guard file.tree.kind(of: node) == .mapping else {
      mistakes.add(
        "\(what) is a mapping, but \(Fields.name(of: file.tree.kind(of: node))) is here", in: file,
        at: file.tree.range(of: node),
        help: "write one of its keys in each line: \(allowed.joined(separator: ", "))")
      return nil
    }
    self.file = file
    self.node = node
    self.what = what
    for (key, _) in file.tree.members(of: node) {
      let name = file.tree.text(of: key)
      guard !allowed.contains(name) else { continue }
      let closest = Closest.matches(to: name, among: allowed)
      if let first = closest.first { meant.insert(first) } else { hasStrangeKey = true }
      mistakes.add(
        "\(what) has no key \(name)" + Fields.didYouMean(closest), in: file,
        at: file.tree.range(of: key),
        suggestions: closest, help: "it may have \(allowed.joined(separator: ", "))")
    }
  }

  /// The value under `name`, when it is written.
  package subscript(name: String) -> NodeID? {
    tree.value(name, of: node)
  }

  /// The key `name` itself, when it is written.
  func key(_ name: String) -> NodeID? {
    tree.member(name, of: node)?.key
  }

  /// Whether none of these keys is written, nor meant by one that is misspelt.
  func lacks(_ names: String...) -> Bool {
    names.allSatisfy { self[$0] == nil && !meant.contains($0) }
  }

  /// The value under `name`; a mistake when it is not written.
  func required(_ name: String, _ mistakes: inout Mistakes) -> NodeID? {
    if let value = self[name] { return value }
    if lacks(name) { mistakes.add("\(what) needs \(name)", in: file, at: place(of: node)) }
    return nil
  }

  /// The text under `name`, when it is written.
  package func text(_ name: String, _ mistakes: inout Mistakes) -> String? {
    guard let value = self[name] else { return nil }
    guard tree.kind(of: value).isScalar, tree.kind(of: value) != .null else {
      wrongType(value, name, "a text", &mistakes)
      return nil
    }
    return tree.text(of: value)
  }

  /// The text under `name`; a mistake when it is not written.
  func requiredText(_ name: String, _ mistakes: inout Mistakes) -> String? {
    required(name, &mistakes) == nil ? nil : text(name, &mistakes)
  }

  /// The whole number of at least 0 under `name`, when it is written.
  func count(_ name: String, _ mistakes: inout Mistakes) -> Int? {
    guard let value = self[name] else { return nil }
    guard let number = tree.number(of: value) else {
      wrongType(value, name, "a whole number", &mistakes)
      return nil
    }
    guard let count = number.integer, count >= 0 else {
      mistakes.add(
        "\(name) is a whole number of at least 0, not \(tree.text(of: value))", in: file, at: place(of: value)
      )
      return nil
    }
    return count
  }

  /// The truth value under `name`, when it is written.
  func boolean(_ name: String, _ mistakes: inout Mistakes) -> Bool? {
    guard let value = self[name] else { return nil }
    guard let boolean = tree.boolean(of: value) else {
      wrongType(value, name, "true or false", &mistakes)
      return nil
    }
    return boolean
  }

  /// One of the texts of `choices` under `name`; a mistake with the closest one when it is another.
  func choice<Choice>(_ name: String, _ choices: [(String, Choice)], _ mistakes: inout Mistakes)
    -> Choice?
  {
    guard let value = self[name], let text = text(name, &mistakes) else { return nil }
    if let match = choices.first(where: { $0.0 == text }) { return match.1 }
    let names = choices.map(\.0)
    mistakes.add(
      "\(name) is one of \(names.joined(separator: ", ")), not \(text)", in: file,
      at: tree.range(of: value),
      suggestions: Closest.matches(to: text, among: names))
    return nil
  }

  /// The elements of the list under `name`; a single value counts as a list of one.
  func list(_ name: String) -> [NodeID] {
    guard let value = self[name] else { return [] }
    return Fields.list(value, in: tree)
  }

  /// The end of a message about a wrong name.
  package static func didYouMean(_ closest: [String]) -> String {
    closest.first.map { "; did you mean \($0)?" } ?? ""
  }

  /// The elements of a list; a single value counts as a list of one.
  package static func list(_ node: NodeID, in tree: Tree) -> [NodeID] {
    tree.kind(of: node) == .sequence ? Array(tree.elements(of: node)) : [node]
  }

  func wrongType(_ value: NodeID, _ name: String, _ wanted: String, _ mistakes: inout Mistakes) {
    mistakes.add(
      "\(name) is \(wanted), but \(Fields.name(of: tree.kind(of: value))) is here", in: file,
      at: place(of: value))
  }

  /// Where a mapping or list is pointed at: its key, or its first key when it has none; any other node itself.
  func place(of node: NodeID) -> ByteRange { Fields.place(of: node, in: tree) }

  /// Where a mapping or list is pointed at: its key, or its first key when it has none; any other node itself.
  static func place(of node: NodeID, in tree: Tree) -> ByteRange {
    if tree.kind(of: node).isScalar, tree.range(of: node).count > 0 { return tree.range(of: node) }
    if let key = tree.key(of: node) { return tree.range(of: key) }
    if let first = tree.members(of: node).first(where: { _ in true }) {
      return tree.range(of: first.key)
    }
    return tree.range(of: node)
  }

  /// What people call a value of this kind.
  package static func name(of kind: Kind) -> String {
    switch kind {
    case .null: "nothing"
    case .boolean: "true or false"
    case .integer, .float: "a number"
    case .string: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
