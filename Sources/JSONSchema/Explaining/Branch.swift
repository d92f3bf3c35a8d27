import YAML

/// One of several schemas, and why a value is not valid under it.
struct Branch: Sendable {
  let schema: SchemaIndex
  let explanation: Explanation
  /// What it has looked at.
  let marks: Marks

  /// Whether it would be valid but for what is undecided.
  var isUndecided: Bool { explanation.failures.isEmpty && !explanation.undecided.isEmpty }
}

extension Plan {
  /// Explains `instance` under one of several schemas; what it marks counts only when it holds.
  func explainBranch(_ instance: Instance, under schema: SchemaIndex, run: inout Run) -> Branch {
    var explanation = Explanation()
    let before = run.marks
    explain(instance, under: schema, run: &run, report: &explanation)
    let marks = run.marks
    if !explanation.isEmpty { run.marks = before }
    return Branch(schema: schema, explanation: explanation, marks: marks)
  }
}

extension Explanation {
  /// Adds what is wrong with `instance` under the one of `branches` that comes closest to it. When it is not even of
  /// a kind that one of them is about, what all of them would take.
  mutating func addClosest(
    of branches: [Branch], to instance: Instance, _ site: Site, in plan: Plan, run: inout Run
  ) {
    let ranks = branches.map { Rank($0, instance: instance) }
    guard let best = branches.indices.min(by: { ranks[$0] < ranks[$1] }) else {
      return add(.never, instance.node, site, run: run)
    }
    // What it has looked at is what was meant to be there.
    if run.isMarking { run.marks.formUnion(branches[best].marks) }
    guard ranks[best].isMisfit, branches.count > 1, let merged = mergedFault(of: branches, instance, run)
    else {
      return append(branches[best].explanation)
    }
    add(merged, instance.node, site, run: run)
  }

  /// One fault for a value that is not of the type or not among the constants of any of `branches`.
  private func mergedFault(of branches: [Branch], _ instance: Instance, _ run: Run) -> Fault? {
    var types: Types = []
    var constants: [Constants] = []
    for branch in branches {
      for failure in branch.explanation.failures where failure.node == instance.node {
        switch failure.fault {
        case .type(let expected): types.formUnion(expected)
        case .constants(let allowed): constants.append(allowed)
        default: break
        }
      }
    }
    if let first = constants.first, types.isEmpty, constants.allSatisfy({ $0.isSameDocument(as: first) }) {
      return .constants(Constants(constants.flatMap(\.nodes), in: first.tree))
    }
    return constants.isEmpty && !types.isEmpty ? .type(types) : nil
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
      case .constants:
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
