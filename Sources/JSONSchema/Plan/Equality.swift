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

/// In mappings of so few members one is found without a table, so that nothing is allocated.
private let mostWithoutTable = 16

private func equalMembers(
  _ left: NodeID, in tree: Tree, _ right: NodeID, in other: Tree, run: inout Run
) -> Verdict {
  // Most mappings that are equal are written in the same order; a table is made only for those that are not.
  var inOrder = other.members(of: right)
  // By bytes: strings of Swift are equal when they look the same.
  var table: [[UInt8]: NodeID]?
  for (key, value) in tree.members(of: left) {
    var match: NodeID?
    if table == nil, let next = inOrder.next(), tree.equalText(key, next.key, in: other) {
      match = next.value
    } else {
      if tree.count(of: left) <= mostWithoutTable {
        for member in other.members(of: right) where tree.equalText(key, member.key, in: other) {
          match = member.value
          break
        }
      } else {
        if table == nil {
          var made: [[UInt8]: NodeID] = [:]
          for member in other.members(of: right) { made[other.bytes(of: member.key)] = member.value }
          table = made
        }
        match = table?[tree.bytes(of: key)]
      }
    }
    guard let match else { return .invalid }
    let verdict = equality(value, in: tree, match, in: other, run: &run)
    if verdict != .valid { return verdict }
  }
  return .valid
}

extension Tree {
  /// The bytes of a scalar's text, as a value of their own.
  func bytes(of node: NodeID) -> [UInt8] {
    withText(of: node) { text in text.indices.map { text[$0] } }
  }
}
