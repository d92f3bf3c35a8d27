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
    guard tree.count(of: list) > Run.few else { return forEachRepetition(amongFew: list, body) }
    let tree = tree
    // It is kept for the next list, so that its memory is.
    var known = ElementTable()
    swap(&known, &elementTable)
    defer { swap(&known, &elementTable) }
    known.reset(for: tree.count(of: list))
    for element in tree.elements(of: list) {
      guard let hash = hash(of: element) else {
        _ = body(element, element, .undecided)
        return
      }
      var slot = known.firstSlot(for: hash)
      var verdict = Verdict.invalid
      while let earlier = known.element(in: slot) {
        if earlier.hash == hash {
          verdict = equality(earlier.node, in: tree, element, in: tree, run: &self)
          if verdict != .invalid {
            guard body(earlier.node, element, verdict == .valid ? .invalid : .undecided) else { return }
            break
          }
        }
        slot = known.slot(after: slot)
      }
      if verdict == .invalid { known.insert(element, hash: hash, in: slot) }
    }
  }

  /// How many hashes have room without a table.
  private static let few = SIMD32<UInt64>.scalarCount

  /// The same for a list of few elements, with nothing allocated.
  private mutating func forEachRepetition(amongFew list: NodeID, _ body: (NodeID, NodeID, Verdict) -> Bool) {
    let tree = tree
    var hashes = SIMD32<UInt64>()
    var position = 0
    for element in tree.elements(of: list) {
      guard let hash = hash(of: element) else {
        _ = body(element, element, .undecided)
        return
      }
      for (place, other) in zip(0..<position, tree.elements(of: list)) where hashes[place] == hash {
        let verdict = equality(other, in: tree, element, in: tree, run: &self)
        guard verdict != .invalid else { continue }
        guard body(other, element, verdict == .valid ? .invalid : .undecided) else { return }
        break
      }
      hashes[position] = hash
      position += 1
    }
  }
}

/// The different elements of a list by their hashes.
struct ElementTable: Sendable {
  /// An element with its hash.
  struct Element: Sendable {
    let hash: UInt64
    let node: NodeID
  }

  private var elements: [Element] = []
  /// Open addressing: the number of an element and 1, or 0.
  private var slots: [UInt32] = []

  /// Empties it for a list of `count` elements.
  mutating func reset(for count: Int) {
    elements.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
    var size = 8
    while size < 2 * count { size *= 2 }
    slots.append(contentsOf: repeatElement(0, count: size))
  }

  /// Where an element of this hash is looked for first.
  func firstSlot(for hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

  /// Where it is looked for next.
  func slot(after slot: Int) -> Int { (slot + 1) & (slots.count - 1) }

  /// The element in a slot; nothing when it is free.
  func element(in slot: Int) -> Element? {
    slots[slot] == 0 ? nil : elements[Int(slots[slot]) - 1]
  }

  /// Puts an element into a free slot.
  mutating func insert(_ node: NodeID, hash: UInt64, in slot: Int) {
    elements.append(Element(hash: hash, node: node))
    slots[slot] = UInt32(truncatingIfNeeded: elements.count)
  }
}
