import YAML

extension Keyword {
  /// Whether the elements of a list must all be different. (Validation, section 6.4.3.)
  static let uniqueItems = Keyword(name: "uniqueItems", vocabulary: .validation) { value, compiler in
    compiler.truth(value) == true ? [UniqueItems()] : []
  }
}

/// The elements of a list are all different.
struct UniqueItems: Check {
  var keyword: String { "uniqueItems" }
  var cost: Cost { .text }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .sequence, run.tree.count(of: instance.node) > 1 else { return .valid }
    var result = Verdict.valid
    run.forEachRepetition(in: instance.node) { _, _, verdict in
      result = verdict
      return verdict == .undecided
    }
    return result
  }

  func explain(
    _ instance: Instance, schema: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    guard instance.kind == .sequence else { return }
    var found: [(first: NodeID, again: NodeID)] = []
    var isUndecided = false
    run.forEachRepetition(in: instance.node) { first, again, verdict in
      if verdict == .undecided { isUndecided = true } else { found.append((first, again)) }
      return true
    }
    run.level += 1
    for (first, again) in found {
      report.add(.repeated(first: first), again, Site(schema, keyword), run: run)
    }
    run.level -= 1
    if isUndecided { report.addUndecided(instance.node, Site(schema, keyword), run: run) }
  }
}

extension Run {
  /// Calls `body` with each element that is equal to an earlier one (`invalid`), and with each that might be
  /// (`undecided`), until it returns false. Takes time in proportion to the size of the list.
  mutating func forEachRepetition(in list: NodeID, _ body: (NodeID, NodeID, Verdict) -> Bool) {
    let tree = tree
    let table = NodeTable(for: tree.count(of: list), in: &scratch)
    defer { scratch.give(back: table.slots) }
    for element in tree.elements(of: list) {
      guard let hash = hash(of: element) else {
        _ = body(element, element, .undecided)
        return
      }
      var slot = table.slot(for: hash)
      var verdict = Verdict.invalid
      while let earlier = table.node(in: slot, of: scratch) {
        if table.mayHold(hash, in: slot, of: scratch) {
          verdict = equality(earlier, in: tree, element, in: tree, run: &self)
          if verdict != .invalid {
            guard body(earlier, element, verdict == .valid ? .invalid : .undecided) else { return }
            break
          }
        }
        slot = table.slot(after: slot)
      }
      if verdict == .invalid { table.insert(element, hash, in: slot, of: &scratch) }
    }
  }
}
