import YAML

/// Whether two nodes are equal as JSON values: numbers by value, mappings whatever the order of their members,
/// names by their text. Undecided when they are too deep. (JSON Schema Core 2020-12, section 4.2.2.)
func equality(_ left: NodeID, in tree: Tree, _ right: NodeID, in other: Tree, run: inout Run) -> Verdict {
  let (kind, otherKind) = (tree.kind(of: left), other.kind(of: right))
  switch (kind, otherKind) {
  case (.sequence, .sequence), (.mapping, .mapping):
    guard tree.count(of: left) == other.count(of: right) else { return .invalid }
    guard run.enter() else { return .undecided }
    defer { run.leave() }
    guard run.spend(tree.count(of: left)) else { return .undecided }
    return kind == .sequence
      ? equalElements(left, in: tree, right, in: other, run: &run)
      : equalMembers(left, in: tree, right, in: other, run: &run)
  case (.null, .null):
    return .valid
  case (.boolean, .boolean):
    return tree.boolean(of: left) == other.boolean(of: right) ? .valid : .invalid
  case (.string, .string):
    return tree.equalText(left, right, in: other) ? .valid : .invalid
  default:
    guard kind.isNumber, otherKind.isNumber else { return .invalid }
    return tree.equalText(left, right, in: other) || tree.number(of: left) == other.number(of: right)
      ? .valid : .invalid
  }
}

private func equalElements(
  _ left: NodeID, in tree: Tree, _ right: NodeID, in other: Tree, run: inout Run
) -> Verdict {
  var elements = other.elements(of: right)
  for element in tree.elements(of: left) {
    guard let otherElement = elements.next() else { return .invalid }
    let verdict = equality(element, in: tree, otherElement, in: other, run: &run)
    if verdict != .valid { return verdict }
  }
  return .valid
}

private func equalMembers(
  _ left: NodeID, in tree: Tree, _ right: NodeID, in other: Tree, run: inout Run
) -> Verdict {
  // Most mappings that are equal are written in the same order; a table is made only for those that are not.
  var inOrder = other.members(of: right)
  var table: NodeTable?
  defer { if let table { run.scratch.give(back: table.slots) } }
  for (key, value) in tree.members(of: left) {
    var match: NodeID?
    if table == nil, let next = inOrder.next(), tree.equalText(key, next.key, in: other) {
      match = next.value
    } else {
      let made = table ?? run.table(ofKeysOf: right, in: other)
      table = made
      match = run.value(ofKeyLike: key, in: tree, from: made, in: other)
    }
    guard let match else { return .invalid }
    let verdict = equality(value, in: tree, match, in: other, run: &run)
    if verdict != .valid { return verdict }
  }
  return .valid
}

extension Run {
  /// A table of the keys of a mapping, by the hashes of their bytes: strings of Swift are equal when they look the
  /// same.
  fileprivate mutating func table(ofKeysOf mapping: NodeID, in tree: Tree) -> NodeTable {
    let table = NodeTable(for: tree.count(of: mapping), in: &scratch)
    for (key, _) in tree.members(of: mapping) {
      let hash = hash(ofText: key, in: tree)
      var slot = table.slot(for: hash)
      while table.node(in: slot, of: scratch) != nil { slot = table.slot(after: slot) }
      table.insert(key, hash, in: slot, of: &scratch)
    }
    return table
  }

  /// The value under the key of `other` in `table` that has the same text as `key` of `tree`; nothing when none has.
  fileprivate func value(
    ofKeyLike key: NodeID, in tree: Tree, from table: NodeTable, in other: Tree
  ) -> NodeID? {
    let hash = hash(ofText: key, in: tree)
    var slot = table.slot(for: hash)
    while let candidate = table.node(in: slot, of: scratch) {
      if table.mayHold(hash, in: slot, of: scratch), tree.equalText(key, candidate, in: other) {
        return other.next(after: candidate)
      }
      slot = table.slot(after: slot)
    }
    return nil
  }
}

extension Tree {
  /// The bytes of a scalar's text, as a value of their own.
  func bytes(of node: NodeID) -> [UInt8] {
    withText(of: node) { text in text.indices.map { text[$0] } }
  }
}
