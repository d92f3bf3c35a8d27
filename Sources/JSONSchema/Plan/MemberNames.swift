import YAML

/// What `properties`, `required` and `additionalProperties` of one schema ask of the keys of a mapping: all want to know which of
/// the names each key is. It is found out in one walk for those of them that stand beside each other.
final class MemberNames: Sendable {
  /// The keywords that ask.
  enum Keyword: Sendable {
    case properties, required, additionalProperties
  }

  private let table: NameTable
  /// The schemas of the names under `properties`, by number.
  private let schemas: [SchemaIndex]
  /// One bit for each name that `required` has.
  private let required: UInt64

  /// How many names and members there are at most: each has a bit.
  private static let most = 64

  /// What some of `checks`, which are those of one schema, ask; nothing when it is not worth it.
  init?(_ checks: [any Check]) {
    var properties: Properties?
    var required: Required?
    var others = 0
    for check in checks {
      switch check.memberNames {
      case .properties: properties = check as? Properties
      case .required:
        required = check as? Required
        others += 1
      case .additionalProperties: others += 1
      case nil: break
      }
    }
    guard let properties, others > 0, properties.names.count <= MemberNames.most else { return nil }
    var bits: UInt64 = 0
    for name in required?.names.names ?? [] {
      guard let number = properties.table.number(of: Array(name.utf8).span) else { return nil }
      bits |= 1 << UInt64(number)
    }
    table = properties.table
    schemas = properties.schemas
    self.required = bits
  }

  /// What the keys of one mapping are.
  struct Found: Sendable {
    fileprivate var mapping: NodeID?
    /// For which schema, by the number of its `MemberNames`.
    fileprivate var asker = -1
    /// For each member the number of its key's name, or `none`.
    fileprivate var numbers = SIMD64<UInt8>()
    /// One bit for each name that is there.
    fileprivate var names: UInt64 = 0
    /// Whether a key is none of the names.
    fileprivate var hasOthers = false

    fileprivate static let none = UInt8.max
  }

  /// Finds out what the keys of a mapping are; false when it has too many members.
  private func find(_ mapping: NodeID, as asker: Int, run: inout Run) -> Bool {
    if run.found.asker == asker, run.found.mapping == mapping { return true }
    let count = run.tree.count(of: mapping)
    guard count <= MemberNames.most else { return false }
    var found = Found(mapping: mapping, asker: asker)
    // Step by step: an iterator would have a reference of its own.
    var key = NodeID(index: mapping.index + 1)
    for place in 0..<count {
      if let number = table.number(ofKey: key, in: run.tree) {
        found.numbers[place] = UInt8(truncatingIfNeeded: number)
        found.names |= 1 << UInt64(number)
      } else {
        found.numbers[place] = Found.none
        found.hasOthers = true
      }
      key = run.tree.next(after: run.tree.next(after: key))
    }
    run.found = found
    return true
  }

  /// Decides about a mapping by one of the keywords; nothing when the keyword itself has to.
  ///
  /// - Parameter asker: the number of this among those of `plan`.
  // Not inlined: most values are no mapping, and deciding about them would pay for the room that this needs.
  @inline(never) func verdict(
    of keyword: Keyword, _ mapping: NodeID, as asker: Int, in plan: Plan, run: inout Run
  ) -> Verdict? {
    guard find(mapping, as: asker, run: &run) else { return nil }
    switch keyword {
    case .required: return required & ~run.found.names == 0 ? .valid : .invalid
    case .additionalProperties: return run.found.hasOthers ? nil : .valid
    case .properties: return memberVerdict(of: mapping, in: plan, run: &run)
    }
  }

  private func memberVerdict(of mapping: NodeID, in plan: Plan, run: inout Run) -> Verdict {
    // Mappings further inside are asked about meanwhile.
    let numbers = run.found.numbers
    var result = Verdict.valid
    var key = NodeID(index: mapping.index + 1)
    for place in 0..<run.tree.count(of: mapping) {
      let value = run.tree.next(after: key)
      key = run.tree.next(after: value)
      let number = numbers[place]
      if number != Found.none {
        run.mark(place)
        switch plan.verdict(ofPart: Instance(value, in: run.tree), under: schemas[Int(number)], run: &run) {
        case .valid: break
        case .invalid: return .invalid
        case .undecided: result = .undecided
        }
      }
    }
    return result
  }
}
