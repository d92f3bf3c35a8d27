import YAML

/// The number of a schema in a plan.
typealias SchemaIndex = Int

/// Where a schema stands: a document of the registry and a node of it.
struct Place: Sendable, Hashable {
  let document: Int
  let node: NodeID

  /// The same as a key of tables: the runtime knows how numbers are hashed, where a type of its own is looked for among all
  /// types. That takes as long as compiling a schema.
  var number: Int { document << 32 | Int(node.index) }
}

/// Schemas made ready: every reference resolved, every check in the order of its cost.
struct Plan: Sendable {
  /// A schema. It holds no references, so that going through schemas counts none.
  struct Entry: Sendable {
    /// Its checks, in `Plan.checks`.
    var checks: Range<Int> = 0..<0
    /// The types that its first check asks for, when that is a check of types: most schemas begin so, and a look at
    /// it here decides nearly always.
    var types: Types?
    /// The schema that decides what is left once all checks hold: a reference, followed without going deeper.
    var next: SchemaIndex?
    /// Whether one of the checks asks what the others have looked at.
    var asksForLeftovers = false
    /// Whether it is `false`, under which nothing is valid.
    var isFalse = false
    /// From how many bytes on every text is valid, when nothing but its length can be wrong with a text: so it is with most.
    var validBytes: Int?
  }

  /// What of a schema is only needed to say something about it.
  struct Note: Sendable {
    var place: Place
    var title: String?
    var description: String?
  }

  var entries: [Entry] = []
  private(set) var checks: [any Check] = []
  /// For each check, what it is without references.
  private(set) var plainChecks: [PlainCheck?] = []
  /// For schemas with several checks that ask what names the keys of a mapping are, what these ask.
  private(set) var memberNames: [MemberNames] = []
  var notes: [Note] = []
  var documents: [Document] = []
  var hints: [SchemaError] = []
  var options = SchemaOptions()

  /// Adds the checks of one schema; where they are.
  mutating func add(_ checks: [any Check]) -> Range<Int> {
    let start = self.checks.count
    self.checks += checks
    if let names = MemberNames(checks) {
      plainChecks += checks.map { check in
        check.memberNames.map { .memberNames($0, memberNames.count) } ?? check.plain
      }
      memberNames.append(names)
    } else {
      plainChecks += checks.map(\.plain)
    }
    return start..<self.checks.count
  }
}

extension Plan {
  /// Notes which texts are certainly valid under a schema that is made ready.
  mutating func noteValidTexts(of schema: SchemaIndex) {
    let entry = entries[schema]
    guard let types = entry.types, types.contains(.string), entry.next == nil, !entry.asksForLeftovers else {
      return
    }
    switch entry.checks.count {
    case 1: entries[schema].validBytes = 0
    case 2:
      // A code point takes four bytes at most.
      guard case .length(let check)? = plainChecks[entry.checks.upperBound - 1], check.side == .below,
        check.limit < 1 << 32
      else { return }
      entries[schema].validBytes = 4 * check.limit - 3
    default: return
    }
  }

  /// Decides about `instance` under a schema that is applied to it in place.
  func verdict(of instance: Instance, under start: SchemaIndex, run: inout Run) -> Verdict {
    if instance.kind == .string, let bytes = entries[start].validBytes,
      run.tree.textCount(of: instance.node) >= bytes
    {
      return run.enterAndLeave() ? .valid : .undecided
    }
    return fullVerdict(of: instance, under: start, run: &run)
  }

  // Not inlined: what is decided above would pay for the room that this needs.
  @inline(never) private func fullVerdict(
    of instance: Instance, under start: SchemaIndex, run: inout Run
  ) -> Verdict {
    guard run.enter() else { return .undecided }
    defer { run.leave() }
    let entries = entries.span
    var result = Verdict.valid
    var schema = start
    while true {
      guard run.step() else { return .undecided }
      let entry = entries[schema]
      if entry.isFalse { return .invalid }
      if entry.asksForLeftovers { return leftoverVerdict(of: instance, under: schema, run: &run) }
      var range = entry.checks
      if let types = entry.types, !types.isDisjoint(with: Types(instance.kind)) {
        range = (range.lowerBound + 1)..<range.upperBound
      }
      for index in range {
        switch verdict(ofCheck: index, instance, run: &run) {
        case .valid: continue
        case .invalid: return .invalid
        case .undecided: result = .undecided
        }
      }
      guard let next = entry.next else { return result }
      schema = next
    }
  }

  /// Decides about a part of the value that the schemas in force are about, so that what is looked at there is
  /// nothing to them.
  func verdict(ofPart part: Instance, under schema: SchemaIndex, run: inout Run) -> Verdict {
    guard run.isMarking else { return verdict(of: part, under: schema, run: &run) }
    let marks = run.stopMarking()
    let verdict = verdict(of: part, under: schema, run: &run)
    run.resumeMarking(marks)
    return verdict
  }

  private func leftoverVerdict(of instance: Instance, under schema: SchemaIndex, run: inout Run) -> Verdict {
    let outer = run.beginMarking(instance.node)
    var result = Verdict.valid
    for index in entries[schema].checks {
      // What is left over is not known while something is undecided.
      if checks[index].cost == .leftovers, result == .undecided { break }
      let verdict = verdict(ofCheck: index, instance, run: &run)
      if verdict == .undecided { result = .undecided }
      if verdict == .invalid {
        result = .invalid
        break
      }
    }
    run.endMarking(outer, keeping: result != .invalid)
    return result
  }
}

extension Plan {
  /// Adds what is wrong with `instance` under a schema that is applied to it in place.
  func explain(_ instance: Instance, under start: SchemaIndex, run: inout Run, report: inout Explanation) {
    guard run.enter() else {
      return report.addUndecided(instance.node, Site(start, nil), run: run)
    }
    defer { run.leave() }
    var schema = start
    while true {
      guard run.step() else { return report.addUndecided(instance.node, Site(schema, nil), run: run) }
      let entry = entries[schema]
      if entry.isFalse { return report.add(.never, instance.node, Site(schema, nil), run: run) }
      let outer = entry.asksForLeftovers ? run.beginMarking(instance.node) : nil
      let undecided = report.undecided.count
      for index in entry.checks {
        if checks[index].cost == .leftovers, report.undecided.count > undecided { break }
        checks[index].explain(instance, schema: schema, in: self, run: &run, report: &report)
      }
      if entry.asksForLeftovers { run.endMarking(outer, keeping: true) }
      guard let next = entry.next else { return }
      schema = next
    }
  }

  /// Adds what is wrong with a part of the value.
  func explain(part: Instance, under schema: SchemaIndex, run: inout Run, report: inout Explanation) {
    let marks = run.stopMarking()
    run.level += 1
    explain(part, under: schema, run: &run, report: &report)
    run.level -= 1
    run.resumeMarking(marks)
  }
}
