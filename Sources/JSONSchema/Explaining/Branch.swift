import YAML

/// One of several schemas, and why a value is not valid under it.
struct Branch: Sendable {
  let schema: SchemaIndex
  let explanation: Explanation
  /// What it has looked at.
  let marks: Marks.Kept

  /// Whether it would be valid but for what is undecided.
  var isUndecided: Bool { explanation.failures.isEmpty && !explanation.undecided.isEmpty }
}

extension Plan {
  /// Explains `instance` under one of several schemas; what it marks counts only when it holds.
  func explainBranch(_ instance: Instance, under schema: SchemaIndex, run: inout Run) -> Branch {
    var explanation = Explanation()
    let before = run.marks.copy(in: &run.scratch)
    explain(instance, under: schema, run: &run, report: &explanation)
    let marks = run.marks.kept(of: run.scratch)
    if !explanation.isEmpty { run.marks.restore(before, in: &run.scratch) }
    run.scratch.give(back: before.more)
    return Branch(schema: schema, explanation: explanation, marks: marks)
  }
}

extension Explanation {
  /// Adds what is wrong with `instance` under the one of `branches` that comes closest to it. Where the value, or one
  /// inside, is of no type and among no constants that any of them would take, what all of them would take.
  mutating func addClosest(
    of branches: [Branch], to instance: Instance, _ site: Site, in plan: Plan, run: inout Run
  ) {
    let ranks = branches.map { Rank($0, instance: instance) }
    guard let best = branches.indices.min(by: { ranks[$0] < ranks[$1] }) else {
      return add(.never, instance.node, site, run: run)
    }
    // What it has looked at is what was meant to be there.
    if run.isMarking { run.marks.formUnion(branches[best].marks, in: &run.scratch) }
    // What is of another kind has no say in what a value of this kind must be.
    let peers = branches.indices.filter {
      ranks[$0].isMisfit == ranks[best].isMisfit && ranks[$0].isOfOtherKind == ranks[best].isOfOtherKind
    }
    guard peers.count > 1, let merged = mergedFailure(of: peers.map { branches[$0] }, site) else {
      let equals = branches.indices.filter { ranks[$0] == ranks[best] }.map { branches[$0] }
      if let missing = missingFailure(of: equals, site) { return add(missing) }
      if let either = eitherFailure(of: equals, site) { return add(either) }
      return append(branches[best].explanation)
    }
    add(merged)
    guard !ranks[best].isMisfit, !ranks[best].isOfOtherKind else { return }
    for failure in branches[best].explanation.failures where failure.node != merged.node { add(failure) }
  }

  /// One failure for branches of which each only misses something in the same mapping.
  private func missingFailure(of branches: [Branch], _ site: Site) -> Failure? {
    var failures: [(failure: Failure, names: [String])] = []
    for branch in branches {
      guard branch.explanation.failures.count == 1, let only = branch.explanation.failures.first,
        case .missing(let names, nil) = only.fault, failures.allSatisfy({ $0.failure.node == only.node })
      else { return nil }
      if !failures.contains(where: { $0.names == names }) { failures.append((only, names)) }
    }
    // Where fewer names would do, more are not asked for.
    let least = failures.filter { some in
      !failures.contains { $0.names.count < some.names.count && $0.names.allSatisfy(some.names.contains) }
    }
    guard var failure = least.first?.failure else { return nil }
    if least.count > 1 {
      failure.fault = .missingOneOf(least.map(\.names))
      failure.site = site
    }
    return failure
  }

  /// One failure for branches each of which makes one demand on the same value.
  private func eitherFailure(of branches: [Branch], _ site: Site) -> Failure? {
    guard branches.count > 1, var failure = branches[0].explanation.failures.first else { return nil }
    var faults: [Fault] = []
    for branch in branches {
      guard branch.explanation.failures.count == 1, let only = branch.explanation.failures.first,
        only.node == failure.node, only.fault.isDemand
      else { return nil }
      faults.append(only.fault)
    }
    failure.fault = .either(faults)
    failure.site = site
    return failure
  }

  /// One failure for the first value that is wrong by its type or its constants under all of `branches`.
  private func mergedFailure(of branches: [Branch], _ site: Site) -> Failure? {
    guard let first = branches.first else { return nil }
    for candidate in first.explanation.failures where candidate.fault.expected != nil {
      let all = branches.compactMap { branch in
        branch.explanation.failures.filter { $0.node == candidate.node }.compactMap(\.fault.expected)
          // Constants say more than their type.
          .max { $0.constants.count < $1.constants.count }
      }
      guard all.count == branches.count else { continue }
      var failure = candidate
      failure.fault = Fault(expected: all)
      failure.site = site
      return failure
    }
    return nil
  }
}

extension Fault {
  /// What would be right, for a value of a wrong type or not among some constants.
  fileprivate var expected: (types: Types, constants: [Constants])? {
    switch self {
    case .type(let types): (types, [])
    case .constants(let constants): ([], [constants])
    case .noneOf(let types, let constants): (types, constants)
    default: nil
    }
  }

  /// That a value is none of all these.
  fileprivate init(expected all: [(types: Types, constants: [Constants])]) {
    let types = all.reduce(into: Types()) { $0.formUnion($1.types) }
    let constants = all.flatMap(\.constants)
    if let first = constants.first {
      let isOneDocument = constants.allSatisfy { $0.isSameDocument(as: first) }
      self =
        types.isEmpty && isOneDocument
        ? .constants(Constants(constants.flatMap(\.nodes), in: first.tree)) : .noneOf(types, constants)
    } else {
      self = .type(types)
    }
  }
}

/// How far a branch is from a value: the least is the closest.
private struct Rank: Comparable {
  /// Whether the value is not of its type, or not among its constants.
  var isMisfit = false
  /// Whether a member that tells branches apart has another value.
  var isOfOtherKind = false
  /// How deep in the value it comes before something is wrong.
  var level = 0
  /// How much is wrong.
  var count = 0

  init(_ branch: Branch, instance: Instance) {
    let failures = branch.explanation.failures
    count = failures.count
    guard let base = failures.map(\.level).min() else { return }
    let own = failures.first { $0.node == instance.node }?.level ?? base - 1
    for failure in failures {
      var depth = failure.level
      switch failure.fault {
      case .type, .never: if failure.node == instance.node { isMisfit = true }
      case .constants, .noneOf:
        if failure.node == instance.node { isMisfit = true }
        if failure.level == own + 1 { isOfOtherKind = true }
      // What should not be there says no more than what is missing: the value is of another form.
      case .extraMember, .extraElement: depth -= 1
      default: break
      }
      level = max(level, depth)
    }
  }

  static func < (left: Rank, right: Rank) -> Bool {
    if left.isMisfit != right.isMisfit { return !left.isMisfit }
    if left.isOfOtherKind != right.isOfOtherKind { return !left.isOfOtherKind }
    if left.level != right.level { return left.level > right.level }
    return left.count < right.count
  }
}
